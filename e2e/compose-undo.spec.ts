import type { Locator, Page } from '@playwright/test'
import { openCompose } from './fixtures/editor'
import { expect, test } from './fixtures/test'

const undo = (page: Page) => page.getByRole('button', { name: /^Desfazer(:| mudança)/ })
const redo = (page: Page) => page.getByRole('button', { name: /^Refazer(:| mudança)/ })
const said = 'p[aria-live=polite].sr-only'

/** As a hand pastes: by what the clipboard holds. */
async function paste(page: Page, field: Locator, text: string) {
  await field.focus()
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

test('typing goes back by its pauses, at once and without waiting, and forth again', async ({ page }) => {
  await page.clock.install()
  const editor = await openCompose(page)
  await expect(undo(page)).toHaveAccessibleDescription('Ainda não há o que desfazer')
  await editor.body.pressSequentially('Escolha')
  await page.clock.runFor(3000)
  await editor.body.pressSequentially(' uma opção')
  await page.keyboard.press('Control+z')
  await expect(editor.body).toHaveValue('Escolha')
  await expect(editor.body).toBeFocused()
  await expect(editor.preview).toContainText('Escolha')
  await expect(page.locator(said)).toHaveText('Desfeito: escrever em “Corpo da mensagem”')
  await page.keyboard.press('Control+z')
  await expect(editor.body).toHaveValue('')
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+y')
  await expect(editor.body).toHaveValue('Escolha uma opção')

  await editor.body.pressSequentially(':')
  await expect(editor.body).toHaveValue('Escolha uma opção:')
  await expect(redo(page)).toHaveAccessibleDescription('Não há o que refazer')
  await page.keyboard.press('Control+z')
  await expect(editor.body).toHaveValue('Escolha uma opção')
})

test('the browser’s own menu takes back the draft’s own steps', async ({ page, context }) => {
  const editor = await openCompose(page)
  await editor.header.pressSequentially('Loja')
  await editor.body.pressSequentially('Oi')
  // As its menu does it: the command, without the keys that are known to us.
  const browser = await context.newCDPSession(page)
  await browser.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'F8', commands: ['undo'] })
  await expect(editor.body).toHaveValue('')
  await expect(editor.header).toHaveValue('Loja')
  await expect(redo(page)).toHaveAccessibleName('Refazer: escrever em “Corpo da mensagem”')
})

test('edits of the structure go back one by one, by keys and by buttons that name them', async ({
  page,
  checkAccessibility,
}) => {
  const editor = await openCompose(page)
  await editor.rowTitle(1, 1).fill('Fone')
  await editor.addRow(1).click()
  await editor.rowTitle(1, 2).fill('Capa')
  await editor.addSection.click()
  await editor.row(1, 1).getByRole('button', { name: 'Duplicar opção' }).click()
  await editor.row(1, 3).getByRole('button', { name: 'Mover opção para baixo' }).click()
  await expect(editor.rowTitle(2, 1)).toHaveValue('Capa')
  await editor.row(1, 1).getByRole('button', { name: 'Remover opção' }).click()
  await expect(editor.rowTitle(1, 1)).toHaveValue('Fone')
  await checkAccessibility()

  await expect(undo(page)).toHaveAccessibleName('Desfazer: remover opção')
  await undo(page).click()
  await expect(editor.rowId(1, 2)).toHaveValue('fone_2')
  await expect(undo(page)).toHaveAccessibleName('Desfazer: mover opção')
  await undo(page).click()
  await expect(editor.rowTitle(1, 3)).toHaveValue('Capa')
  await expect(page.locator(said)).toHaveText('Desfeito: mover opção')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Opções 3/10')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(editor.section(2)).toBeHidden()
  await expect(editor.rowTitle(1, 2)).toHaveValue('Capa')

  for (let n = 0; n < 4; n++) await page.keyboard.press('Control+Shift+z')
  await expect(editor.rowTitle(2, 1)).toHaveValue('Capa')
  await expect(editor.row(1, 2)).toBeHidden()
  await expect(redo(page)).toHaveAttribute('aria-disabled')
})

test('a removal is taken back once, whether by its toast or by the keys', async ({ page }) => {
  const editor = await openCompose(page)
  await editor.rowTitle(1, 1).fill('Fone')
  await editor.row(1, 1).getByRole('button', { name: 'Remover opção' }).click()
  const toast = page.getByRole('button', { name: 'Desfazer', exact: true })
  await expect(toast).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(editor.rowTitle(1, 1)).toBeFocused()
  await toast.click()
  await expect(toast).toBeHidden()
  await expect(page.getByText('Opções 1/10')).toBeVisible()
  await expect(redo(page)).toHaveAccessibleName('Refazer: remover opção')

  await editor.row(1, 1).getByRole('button', { name: 'Remover opção' }).click()
  await toast.click()
  await expect(editor.rowTitle(1, 1)).toHaveValue('Fone')
  await expect(redo(page)).toHaveAccessibleName('Refazer: remover opção')
})

test('pasted rows and an imported list are each one step', async ({ page }) => {
  const editor = await openCompose(page)
  await paste(page, editor.rowTitle(1, 1), 'Segunda via\nBoleto\nFalar com alguém')
  await expect(page.getByText('Opções 3/10')).toBeVisible()
  await editor.menu.click()
  await page.getByRole('menuitem', { name: 'Importar lista' }).click()
  const dialog = page.getByRole('dialog', { name: 'Importar lista' })
  await dialog
    .getByRole('textbox', { name: 'Conteúdo' })
    .fill('{"body":"Veio de fora","button":"Ver","sections":[{"rows":[{"id":"x","title":"Uma"}]}]}')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Opções 3/10')).toBeVisible()
  await dialog
    .getByRole('textbox', { name: 'Conteúdo' })
    .fill('{"body":"Veio de fora","button":"Ver","sections":[{"rows":[{"id":"x","title":"Uma"}]}]}')
  await dialog.getByRole('button', { name: 'Substituir a lista' }).click()
  await expect(editor.body).toHaveValue('Veio de fora')

  await expect(undo(page)).toHaveAccessibleName('Desfazer: importar lista')
  await page.keyboard.press('Control+z')
  await expect(editor.rowTitle(1, 3)).toHaveValue('Falar com alguém')
  await expect(undo(page)).toHaveAccessibleName('Desfazer: colar 3 opções')
  await undo(page).click()
  await expect(page.getByText('Opções 1/10')).toBeVisible()
  await expect(editor.rowTitle(1, 1)).toHaveValue('')
  await redo(page).click()
  await redo(page).click()
  await expect(editor.body).toHaveValue('Veio de fora')
})

test('the steps are there after a reload, back and forth', async ({ page }) => {
  const editor = await openCompose(page)
  await editor.body.fill('Antes de recarregar')
  await editor.rowTitle(1, 1).fill('Fone')
  await editor.addRow(1).click()
  await page.keyboard.press('Control+z')
  await page.reload()
  await expect(page.getByText('Recuperamos o que você não salvou')).toBeVisible()
  await expect(redo(page)).toHaveAccessibleName('Refazer: adicionar opção')
  await redo(page).click()
  await expect(page.getByText('Opções 2/10')).toBeVisible()
  await undo(page).click()
  await undo(page).click()
  await expect(editor.rowTitle(1, 1)).toHaveValue('')
  await expect(editor.rowId(1, 1)).toHaveValue('')
  await undo(page).click()
  await expect(editor.body).toHaveValue('')
})

test('a draft that was brought back is held again once that is taken back', async ({ page }) => {
  const editor = await openCompose(page)
  await editor.body.fill('A primeira')
  await editor.menu.click()
  await page.getByRole('menuitem', { name: 'Começar do zero' }).click()
  await editor.body.fill('A segunda')
  await editor.menu.click()
  await page.getByRole('menuitem', { name: '1 rascunho guardado' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Trazer de volta' }).click()
  await expect(editor.body).toHaveValue('A primeira')
  await undo(page).click()
  await expect(editor.body).toHaveValue('A segunda')
  await editor.body.fill('A segunda, e mais')
  await editor.menu.click()
  await page.getByRole('menuitem', { name: /rascunhos? guardados?/ }).click()
  await expect(page.getByRole('dialog').getByText('A primeira')).toBeVisible()
})
