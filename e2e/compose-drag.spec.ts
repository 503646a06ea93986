import type { Locator, Page } from '@playwright/test'
import type pg from 'pg'
import { openEditor } from './fixtures/editor'
import { MESSAGE, makeTemplate, rowOf } from './fixtures/send'
import { expect, test } from './fixtures/test'

/** Section 1 with the rows Um, Dois and Três; section 2 with Quatro. */
async function openList(page: Page, db: pg.Client) {
  const sections = [
    { title: 'Primeira', rows: ['Um', 'Dois', 'Três'].map((title) => rowOf(title)) },
    { title: 'Segunda', rows: [rowOf('Quatro')] },
  ]
  const { id } = await makeTemplate(db, { ...MESSAGE, sections })
  const editor = await openEditor(page, `/templates/${id}`)
  const rowHandle = (s: number, r: number) => editor.row(s, r).getByRole('button', { name: `Arrastar opção ${r}` })
  const sectionHandle = (s: number) => editor.section(s).getByRole('button', { name: `Arrastar seção ${s}` })
  // What drags is loaded after the page; the handles are described from then on.
  await expect(rowHandle(1, 1)).toHaveAccessibleDescription(/espaço/)
  const titles = async () => ({
    1: await editor.section(1).getByRole('textbox', { name: 'Título da opção' }).evaluateAll(valuesOf),
    2: await editor.section(2).getByRole('textbox', { name: 'Título da opção' }).evaluateAll(valuesOf),
  })
  return { ...editor, rowHandle, sectionHandle, titles }
}
const valuesOf = (fields: Element[]) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : ''))

/** Takes the handle to the top edge of something, and leaves the button pressed. */
async function carry(page: Page, handle: Locator, target: Locator) {
  await handle.hover()
  await page.mouse.down()
  const box = await target.boundingBox()
  if (!box) throw new Error('There is nothing to carry it to.')
  await page.mouse.move(box.x + 60, box.y + 20, { steps: 5 })
  await page.mouse.move(box.x + 60, box.y + 4, { steps: 5 })
}

const heard = (page: Page) => page.locator('[role="status"][aria-live="assertive"]')

test.describe('by pointer', () => {
  test.use({ viewport: { width: 1440, height: 1400 } })

  test('a row goes to another place of its section, and into another one', async ({ page, db }) => {
    const list = await openList(page, db)
    await carry(page, list.rowHandle(1, 3), list.row(1, 1))
    // The draft is as it was until the drop.
    expect(await list.titles()).toEqual({ 1: ['Um', 'Dois', 'Três'], 2: ['Quatro'] })
    await page.mouse.up()
    expect(await list.titles()).toEqual({ 1: ['Três', 'Um', 'Dois'], 2: ['Quatro'] })
    await expect(list.rowHandle(1, 1)).toBeFocused()

    await carry(page, list.rowHandle(1, 2), list.row(2, 1))
    await page.mouse.up()
    expect(await list.titles()).toEqual({ 1: ['Três', 'Dois'], 2: ['Um', 'Quatro'] })
    await expect(list.rowHandle(2, 1)).toBeFocused()
  })

  test('a row goes into a section that has none', async ({ page, db }) => {
    const list = await openList(page, db)
    await list.row(2, 1).getByRole('button', { name: 'Remover opção' }).click()
    await carry(page, list.rowHandle(1, 2), list.addRow(2))
    await page.mouse.up()
    expect(await list.titles()).toEqual({ 1: ['Um', 'Três'], 2: ['Dois'] })
  })

  test('a section goes before another one, with its rows', async ({ page, db }) => {
    const list = await openList(page, db)
    await carry(page, list.sectionHandle(2), list.section(1))
    await page.mouse.up()
    await expect(list.sectionTitle(1)).toHaveValue('Segunda')
    expect(await list.titles()).toEqual({ 1: ['Quatro'], 2: ['Um', 'Dois', 'Três'] })
    await expect(list.sectionHandle(1)).toBeFocused()
  })

  test('Esc leaves all as it was, and the keys go on working from the handle', async ({ page, db }) => {
    const list = await openList(page, db)
    await carry(page, list.rowHandle(1, 1), list.row(2, 1))
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(heard(page)).toHaveText('Cancelado: continua onde estava')
    expect(await list.titles()).toEqual({ 1: ['Um', 'Dois', 'Três'], 2: ['Quatro'] })
    await list.rowHandle(1, 1).focus()
    await page.keyboard.press('Alt+ArrowDown')
    expect(await list.titles()).toEqual({ 1: ['Dois', 'Um', 'Três'], 2: ['Quatro'] })
  })
})

test('by touch a row is carried at once, and the page stays', async ({ browser, baseURL, signIn, db }) => {
  const context = await browser.newContext({
    baseURL,
    locale: 'pt-BR',
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  })
  await signIn(context, 'own')
  const page = await context.newPage()
  const list = await openList(page, db)
  await list.rowHandle(1, 2).scrollIntoViewIfNeeded()
  await list.row(1, 1).evaluate((row) => row.scrollIntoView({ block: 'center' }))
  const [handle, target] = [await list.rowHandle(1, 2).boundingBox(), await list.row(1, 1).boundingBox()]
  if (!handle || !target) throw new Error('The rows are not in sight.')
  const at = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 }
  const finger = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: at.x, y }] })
  await touch('touchStart', at.y)
  for (const part of [0.2, 0.5, 0.8, 1]) await touch('touchMove', at.y + (target.y + 4 - at.y) * part)
  await touch('touchEnd')
  await expect(list.rowTitle(1, 1)).toHaveValue('Dois')
  expect(await list.titles()).toEqual({ 1: ['Dois', 'Um', 'Três'], 2: ['Quatro'] })
  await context.close()
})

test('by keyboard a row goes through both sections, and a reader hears where it is', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const list = await openList(page, db)
  const { keyboard } = page
  await list.rowHandle(1, 2).focus()
  await keyboard.press('Space')
  await expect(heard(page)).toHaveText('Opção 2 da Seção 1 levantada')
  await keyboard.press('ArrowDown')
  await expect(heard(page)).toHaveText('Opção 3 da Seção 1')
  await keyboard.press('ArrowDown')
  await expect(heard(page)).toHaveText('Opção 1 da Seção 2')
  await checkAccessibility()
  await keyboard.press('ArrowDown')
  await expect(heard(page)).toHaveText('Opção 2 da Seção 2')
  await keyboard.press('ArrowUp')
  await expect(heard(page)).toHaveText('Opção 1 da Seção 2')
  expect(await list.titles()).toEqual({ 1: ['Um', 'Dois', 'Três'], 2: ['Quatro'] })
  await keyboard.press('Space')
  await expect(heard(page)).toHaveText('Solta: agora é a Opção 1 da Seção 2')
  expect(await list.titles()).toEqual({ 1: ['Um', 'Três'], 2: ['Dois', 'Quatro'] })
  await expect(list.rowHandle(2, 1)).toBeFocused()

  await keyboard.press('Space')
  await expect(heard(page)).toHaveText('Opção 1 da Seção 2 levantada')
  await keyboard.press('ArrowUp')
  await expect(heard(page)).toHaveText('Opção 3 da Seção 1')
  await keyboard.press('Escape')
  await expect(heard(page)).toHaveText('Cancelado: continua onde estava')
  expect(await list.titles()).toEqual({ 1: ['Um', 'Três'], 2: ['Dois', 'Quatro'] })
  await expect(list.rowHandle(2, 1)).toBeFocused()
})

test('by keyboard a section changes places', async ({ page, db, checkAccessibility }) => {
  const list = await openList(page, db)
  await list.sectionHandle(1).focus()
  await page.keyboard.press('Space')
  await expect(heard(page)).toHaveText('Seção 1 de 2 levantada')
  await page.keyboard.press('ArrowDown')
  await expect(heard(page)).toHaveText('Seção 2 de 2')
  await checkAccessibility()
  await page.keyboard.press('Space')
  await expect(heard(page)).toHaveText('Solta: agora é a Seção 2 de 2')
  await expect(list.sectionTitle(2)).toHaveValue('Primeira')
  await expect(list.sectionHandle(2)).toBeFocused()
})
