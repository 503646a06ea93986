import type { Locator, Page } from '@playwright/test'
import { editorOn, openCompose } from './fixtures/editor'
import { MESSAGE, makeTemplate } from './fixtures/send'
import { expect, test } from './fixtures/test'

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Formatação do texto' })
const format = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true })
const picker = (page: Page) => page.getByRole('dialog', { name: 'Emojis' })
const variables = (page: Page) => page.getByRole('dialog', { name: 'Variáveis' })
/** What is selected in a field, between brackets. */
const selectedIn = (field: Locator) =>
  field.evaluate((element) => {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return null
    const { value, selectionStart, selectionEnd } = element
    const [start, end] = [selectionStart ?? 0, selectionEnd ?? 0]
    return `${value.slice(0, start)}[${value.slice(start, end)}]${value.slice(end)}`
  })

test('the body is formatted by mouse, and each press is a step back', async ({ page, checkAccessibility }) => {
  const editor = await openCompose(page)
  await editor.body.fill('Promoção hoje:\nFone\nCapa')
  await editor.body.dblclick({ position: { x: 40, y: 18 } })
  await format(page, 'Negrito').click()
  expect(await selectedIn(editor.body)).toBe('*[Promoção]* hoje:\nFone\nCapa')
  await expect(editor.body).toBeFocused()
  await expect(format(page, 'Negrito')).toHaveAttribute('aria-pressed', 'true')
  await expect(editor.preview.locator('strong').filter({ hasText: 'Promoção' })).toBeVisible()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Control+End')
  await format(page, 'Lista numerada').click()
  await expect(editor.body).toHaveValue('*Promoção* hoje:\n1. Fone\n2. Capa')
  await expect(format(page, 'Lista numerada')).toHaveAttribute('aria-pressed', 'true')
  await expect(editor.preview.getByRole('listitem')).toHaveText(['Fone', 'Capa'])
  await checkAccessibility()

  await page.getByRole('button', { name: 'Desfazer: formatar “Corpo da mensagem”' }).click()
  await expect(editor.body).toHaveValue('*Promoção* hoje:\nFone\nCapa')
  await page.getByRole('button', { name: 'Desfazer: formatar “Corpo da mensagem”' }).click()
  await expect(editor.body).toHaveValue('Promoção hoje:\nFone\nCapa')
})

test('an emoji and a variable are inserted by mouse at the caret', async ({ page, checkAccessibility }) => {
  const editor = await openCompose(page)
  const title = editor.rowTitle(1, 1)
  const place = editor.row(1, 1)
  await expect(place.getByRole('button', { name: 'Inserir emoji' })).toHaveCount(0)
  await title.fill('Fone novo')
  await title.press('Home')
  await place.getByRole('button', { name: 'Inserir emoji' }).click()
  await expect(picker(page).getByRole('gridcell', { name: 'rosto risonho', exact: true })).toBeVisible()
  await checkAccessibility()
  await picker(page).getByRole('combobox', { name: 'Tom de pele' }).selectOption({ label: '✋🏽 Moreno' })
  await picker(page).getByRole('combobox', { name: 'Buscar emoji' }).click()
  await expect(picker(page).getByRole('combobox', { name: 'Buscar emoji' })).toBeFocused()
  await picker(page).getByRole('button', { name: 'Objetos' }).click()
  await picker(page).getByRole('gridcell', { name: 'telefone', exact: true }).click()
  expect(await selectedIn(title)).toBe('📞[]Fone novo')
  await expect(title).toBeFocused()
  await expect(picker(page)).toHaveCount(0)

  await place.getByRole('button', { name: 'Inserir variável' }).click()
  await expect(variables(page).getByRole('button', { name: /^Primeiro nome/ })).toBeVisible()
  await checkAccessibility()
  await variables(page)
    .getByRole('button', { name: /^Primeiro nome/ })
    .click()
  await variables(page).getByRole('textbox', { name: 'Se faltar, usar' }).fill('amigo')
  await checkAccessibility()
  await variables(page).getByRole('button', { name: 'Inserir' }).click()
  expect(await selectedIn(title)).toBe('📞{{primeiro_nome|amigo}}[]Fone novo')
  await expect(title).toHaveAccessibleDescription(/no pior caso, 28 de 24 caracteres/)
})

test('everything is done by keys alone', async ({ page }) => {
  const editor = await openCompose(page)
  await expect(bar(page)).toBeVisible()
  await editor.header.focus()
  await page.keyboard.press('Tab')
  await expect(editor.body).toBeFocused()
  await page.keyboard.type('Oi, Ana')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Control+i')
  await expect(editor.body).toHaveValue('Oi, *_Ana_*')
  await page.keyboard.press('Control+i')

  // Back into the bar: one stop, where arrows lead on.
  await page.keyboard.press('Shift+Tab')
  await expect(format(page, 'Negrito')).toBeFocused()
  await expect(format(page, 'Negrito')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(editor.body).toBeFocused()
  await expect(editor.body).toHaveValue('Oi, *~Ana~*')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('End')

  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await expect(bar(page).getByRole('button', { name: 'Inserir emoji' })).toBeFocused()
  await page.keyboard.press('Enter')
  const search = picker(page).getByRole('combobox', { name: 'Buscar emoji' })
  await expect(search).toBeFocused()
  await page.keyboard.type('coracao verm')
  await page.keyboard.press('ArrowDown')
  const active = await search.getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toHaveAccessibleName('coração vermelho')
  await page.keyboard.press('Enter')
  expect(await selectedIn(editor.body)).toBe('Oi, *Ana*❤️[]')
  await expect(editor.body).toBeFocused()

  // The next field's tools are not in the way forward, and right behind.
  await page.keyboard.press('Tab')
  await expect(editor.footer).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Inserir emoji' }).last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(picker(page).getByRole('button', { name: 'Usados há pouco', pressed: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(editor.footer).toHaveValue('❤️')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(variables(page).getByRole('button', { name: /^Nome/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(editor.footer).toHaveValue('❤️{{empresa}}')
  await expect(editor.footer).toBeFocused()

  // The stop is where one was last: the emoji are before it.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(search).toBeFocused()
  // From the search on by Tab: the categories, then the emoji themselves.
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const grid = picker(page).getByRole('grid', { name: 'Carinhas e emoções' })
  await expect(grid).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(editor.footer).toHaveValue('❤️{{empresa}}😃')

  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(picker(page)).toHaveCount(0)
  await expect(editor.footer).toBeFocused()
})

test('emoji come from here, once, and only when they are wanted', async ({ page, baseURL }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const editor = await openCompose(page)
  await expect(bar(page)).toBeVisible()
  expect(asked.filter((url) => url.includes('emoji'))).toEqual([])
  await editor.header.focus()
  const button = page.getByRole('button', { name: 'Inserir emoji' }).first()
  const answer = page.waitForResponse(/\/api\/emoji\/pt-BR/)
  await button.click()
  expect((await answer).headers()['cache-control']).toContain('immutable')
  await expect(picker(page).getByRole('gridcell').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await button.click()
  await expect(picker(page).getByRole('gridcell').first()).toBeVisible()
  expect(asked.filter((url) => url.includes('/api/emoji/'))).toHaveLength(1)
  expect(asked.filter((url) => !url.startsWith(baseURL ?? '') && !/^(?:data|blob):/.test(url))).toEqual([])
})

test('without an answer the picker says so and tries again', async ({ page }) => {
  const editor = await openCompose(page)
  await page.route('**/api/emoji/**', (route) => route.abort())
  await editor.header.focus()
  await page.getByRole('button', { name: 'Inserir emoji' }).first().click()
  await expect(picker(page).getByRole('alert')).toContainText('Os emojis não carregaram')
  await page.unroute('**/api/emoji/**')
  await picker(page).getByRole('button', { name: 'Tentar de novo' }).click()
  await expect(picker(page).getByRole('gridcell').first()).toBeVisible()
})

test('a body that had a text loses no keystroke that came before the page’s script', async ({ page, db }) => {
  const { id } = await makeTemplate(db, { ...MESSAGE, body: 'Escolha' })
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`/templates/${id}`, { waitUntil: 'commit' })
  const { body, preview } = editorOn(page)
  await expect(body).toHaveValue('Escolha')
  await body.fill('Escolha uma opção')
  release()
  await expect(preview).toContainText('Escolha uma opção')
  await expect(body).toHaveValue('Escolha uma opção')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a press keeps the selection, the picker fits, and no keyboard covers it', async ({
    page,
    checkAccessibility,
  }) => {
    const editor = await openCompose(page)
    await editor.body.fill('Oi Ana')
    await editor.body.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(3, 6))
    await format(page, 'Itálico').tap()
    expect(await selectedIn(editor.body)).toBe('Oi _[Ana]_')
    await expect(editor.body).toBeFocused()

    await editor.body.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(2, 2))
    await bar(page).getByRole('button', { name: 'Inserir emoji' }).tap()
    await expect(picker(page).getByRole('gridcell').first()).toBeVisible()
    await expect(picker(page).getByRole('combobox', { name: 'Buscar emoji' })).not.toBeFocused()
    const box = await picker(page).boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
    await checkAccessibility()
    await picker(page).getByRole('gridcell').first().tap()
    expect(await selectedIn(editor.body)).toBe('Oi😀[] _Ana_')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  })
})
