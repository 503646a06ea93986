import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type pg from 'pg'
import { editorOn, openCompose, openEditor } from './fixtures/editor'
import { makeTemplate, rowOf } from './fixtures/send'
import { expect, test } from './fixtures/test'

const codeOn = (page: Page) => ({
  text: page.getByRole('textbox', { name: 'Código JSON da mensagem' }),
  tab: page.getByRole('tab', { name: 'Código' }),
  form: page.getByRole('tab', { name: 'Formulário' }),
  status: page.getByRole('tabpanel', { name: 'Código' }).getByRole('status'),
  button: (name: string) => page.getByRole('tabpanel', { name: 'Código' }).getByRole('button', { name, exact: true }),
})

/** Puts the caret right behind the first place where these words stand. */
async function caretBehind(page: Page, words: string) {
  await page.evaluate((wanted) => {
    const content = document.querySelector<HTMLElement>('.cm-content')
    const lines = [...(content?.querySelectorAll('.cm-line') ?? [])]
    const line = lines.find((one) => one.textContent?.includes(wanted))
    if (!content || !line) throw new Error(`not in sight: ${wanted}`)
    content.focus()
    let left = (line.textContent ?? '').indexOf(wanted) + wanted.length
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const length = node.textContent?.length ?? 0
      if (left <= length) {
        document.getSelection()?.collapse(node, left)
        return
      }
      left -= length
    }
  }, words)
}

const selected = (page: Page) => page.evaluate(() => document.getSelection()?.getRangeAt(0).toString())

async function openFilled(page: Page, db: pg.Client) {
  const rows = [rowOf('Fone', 'Sem fio'), rowOf('Capa')]
  const filled = { header: 'Loja da Ana', body: 'Escolha:', button: 'Ver', sections: [{ rows }] }
  const { id } = await makeTemplate(db, filled)
  const editor = await openEditor(page, `/templates/${id}`)
  const code = codeOn(page)
  await code.tab.click()
  await expect(code.text).toContainText('"text": "Escolha:"')
  return { editor, code }
}

test('what is written in the code is in the form and on the phone at once, and the address leads back to it', async ({
  page,
  db,
}) => {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text())
  })
  const { editor, code } = await openFilled(page, db)
  await expect(page).toHaveURL(/[?&]view=code/)
  await expect(editor.body).toBeHidden()
  await caretBehind(page, '"Escolha')
  await page.keyboard.type(' uma opção')
  await expect(editor.preview).toContainText('Escolha uma opção:')
  await expect(code.status).toHaveText('JSON válido. O formulário e a prévia acompanham.')

  await page.reload()
  await expect(code.text).toContainText('"text": "Escolha uma opção:"')
  await code.form.click()
  await expect(page).not.toHaveURL(/view=/)
  await expect(editor.body).toHaveValue('Escolha uma opção:')
  await expect(editor.rowId(1, 2)).toHaveValue('capa')
  await editor.rowTitle(1, 2).fill('Capinha')
  await code.tab.click()
  await expect(code.text).toContainText('"title": "Capinha"')
  expect(violations).toEqual([])
})

test('broken code costs the form nothing: its line is told, and it stays until it is mended or given up', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const { editor, code } = await openFilled(page, db)
  await caretBehind(page, '"5511999999999"')
  await page.keyboard.press('Delete')
  await expect(code.status).toContainText('Linha 4, coluna 3: falta uma vírgula ou }')
  await expect(code.status).toContainText('O formulário segue com o último JSON válido.')
  await expect(code.text).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('.cm-lintRange-error')).toHaveText('"type"')
  await expect(editor.preview).toContainText('Loja da Ana')
  await checkAccessibility()
  await caretBehind(page, '"messaging_product"')
  await code.button('Mostrar').click()
  await expect(code.text).toBeFocused()
  expect(await selected(page)).toBe('"type"')

  await code.form.click()
  await expect(editor.body).toHaveValue('Escolha:')
  await code.tab.click()
  await expect(code.status).toContainText('Linha 4, coluna 3')
  await page.reload()
  await expect(code.status).toContainText('Linha 4, coluna 3')

  await code.button('Voltar ao último válido').click()
  await expect(code.status).toContainText('JSON válido')
  await expect(code.text).toBeFocused()
  await expect(code.text).toContainText('"to": "5511999999999",')
  await code.button('Voltar a ele').click()
  await expect(code.status).toContainText('Linha 4, coluna 3')
  await caretBehind(page, '"5511999999999"')
  await page.keyboard.type(',')
  await expect(code.status).toContainText('JSON válido')
})

test('one history: steps of the form and of the code go back and forth, whichever is open', async ({ page }) => {
  await page.clock.install()
  const editor = await openCompose(page)
  const code = codeOn(page)
  await editor.body.pressSequentially('Um')
  await code.tab.click()
  await expect(code.text).toContainText('"text": "Um"')
  await caretBehind(page, '"Um')
  // In one go: on a busy machine letters come apart, and a pause between two parts the step.
  await page.keyboard.insertText(' dois')
  await page.clock.runFor(3000)
  await page.keyboard.insertText(' três')
  await expect(editor.preview).toContainText('Um dois três')

  await page.keyboard.press('Control+z')
  await expect(code.text).toContainText('"text": "Um dois"')
  await expect(code.text).toBeFocused()
  await expect(page.getByRole('button', { name: 'Desfazer: escrever no código' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(code.text).toContainText('"text": ""')
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+y')
  await expect(code.text).toContainText('"text": "Um dois"')

  // What is broken goes first, and comes back by the same keys.
  await page.keyboard.type('"')
  await page.keyboard.press('Control+z')
  await expect(code.text).toContainText('"text": "Um dois"')
  await expect(editor.preview).toContainText('Um dois')
  await page.keyboard.press('Control+Shift+z')
  await expect(code.button('Voltar ao último válido')).toBeVisible()
  await page.keyboard.press('Control+z')

  await code.form.click()
  await editor.body.focus()
  await page.keyboard.press('Control+z')
  await expect(editor.body).toHaveValue('Um')
})

test('what the rules say stands at its line, leads there and is fixed there; what is not sent is told', async ({
  page,
  db,
}) => {
  const { editor, code } = await openFilled(page, db)
  await caretBehind(page, '"title": "Capa')
  await page.keyboard.type(' de silicone com corda e suporte')
  await expect(page.locator('.cm-lintRange-error')).toHaveText('Capa de silicone com corda e suporte')
  await editor.problems.click()
  await page.getByRole('button', { name: /^Título da opção: passou/ }).click()
  await expect(code.text).toBeFocused()
  expect(await selected(page)).toBe('Capa de silicone com corda e suporte')
  await editor.problems.click()
  await page.getByRole('button', { name: 'Mover o excedente para a descrição' }).click()
  await page.keyboard.press('Escape')
  await expect(code.text).toContainText('"description": "corda e suporte"')
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0)

  await caretBehind(page, '"5511999999999",')
  await page.keyboard.type('"context": {},')
  await expect(code.status).toHaveText('Linha 3: “context” não será enviada: não faz parte de uma lista')
})

test('the code leaves as JSON, as cURL and as a file, from its bar and from the menu', async ({
  page,
  context,
  db,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  const template = await makeTemplate(db, undefined, `Loja da Ana: promoção ${Date.now()}`)
  const editor = await openEditor(page, `/templates/${template.id}?view=code`)
  const code = codeOn(page)
  await code.button('Copiar JSON').click()
  await expect(code.button('Copiado')).toBeVisible()
  const payload = JSON.parse(await clipboard())
  expect(Object.keys(payload)).toEqual(['messaging_product', 'to', 'type', 'interactive'])
  await code.button('Copiar cURL').click()
  await expect.poll(clipboard).toMatch(/^curl -X POST '.*\/messages' .*\n.*Bearer \$VECTALK_TOKEN/)

  const file = async (press: Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press])
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  const { name, text } = await file(code.button('Baixar').click())
  expect(name).toMatch(/^loja-da-ana-promocao-\d+\.json$/)
  expect(JSON.parse(text)).toEqual(payload)

  await code.form.click()
  const choose = async (item: string) => {
    await editor.menu.click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('Copiar como JSON')
  await expect(page.getByText('JSON copiado')).toBeVisible()
  expect(JSON.parse(await clipboard())).toEqual(payload)
  await choose('Copiar como cURL')
  await expect.poll(clipboard).toContain('curl -X POST')
  expect((await file(choose('Baixar como arquivo JSON'))).text).toBe(text)
})

test('by the keyboard alone: to the code, through its faults, out of it and back to the form', async ({ page, db }) => {
  const { editor, code } = await openFilled(page, db)
  await code.tab.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(code.form).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(code.tab).toBeFocused()
  await expect(code.text).toContainText('"Escolha:"')
  const tabs = async (times: number) => {
    for (let n = 0; n < times; n++) await page.keyboard.press('Tab')
  }
  await tabs(4)
  await expect(code.text).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await expect(code.status).toContainText('Linha 3, coluna 3')
  await page.keyboard.press('F8')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(',')
  await expect(code.status).toContainText('JSON válido')
  await page.keyboard.press('Tab')
  await expect(code.text).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(code.text).toBeFocused()
  for (let n = 0; n < 4; n++) await page.keyboard.press('Shift+Tab')
  await expect(code.tab).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(editor.body).toHaveValue('Escolha:')
})

test('the code breaks no rule of accessibility, wide and small', async ({ page, db, checkAccessibility }) => {
  const { code } = await openFilled(page, db)
  await caretBehind(page, '"title": "Fone')
  await page.keyboard.type(' com um título longo demais')
  await page.locator('.cm-lintRange-error').hover()
  await expect(page.locator('.cm-tooltip')).toBeVisible()
  await checkAccessibility()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('tab')).toHaveText(['Editar', 'Código', 'Prévia'])
  await expect(code.tab).toHaveAttribute('aria-selected', 'true')
  await checkAccessibility()
  await page.getByRole('tab', { name: 'Prévia' }).click()
  await expect(editorOn(page).preview).toBeVisible()
  await expect(code.text).toBeHidden()
})
