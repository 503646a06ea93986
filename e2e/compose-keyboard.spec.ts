import { openCompose } from './fixtures/editor'
import { expect, test } from './fixtures/test'

test('a list of two sections is built, mended and saved without a mouse', async ({ page }) => {
  const editor = await openCompose(page)
  const { keyboard } = page
  const tabTo = async (name: string, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    await expect(async () => {
      await keyboard.press(key)
      const focused = page.locator(':focus')
      await expect(focused).toHaveAccessibleName(name, { timeout: 50 })
    }).toPass({ intervals: [0], timeout: 10_000 })
  }

  await editor.header.focus()
  await keyboard.type('Loja da Ana')
  await keyboard.press('Tab')
  await keyboard.type('Selecione um produto:')
  await keyboard.press('Tab')
  await keyboard.type('Estoque disponível')
  await keyboard.press('Tab')
  await keyboard.type('Ver produtos')
  await keyboard.press('Tab')
  await keyboard.type('Eletrônicos')
  await tabTo('Título da opção')
  await keyboard.type('Smartphone X')
  await keyboard.press('Tab')
  await keyboard.type('R$ 1.999,00')
  await tabTo('Adicionar opção')
  await keyboard.press('Enter')
  await expect(editor.rowTitle(1, 2)).toBeFocused()
  await keyboard.type('Fone Bluetooth')
  await tabTo('Adicionar seção')
  await keyboard.press('Enter')
  await expect(editor.sectionTitle(2)).toBeFocused()
  await keyboard.type('Acessórios')
  await tabTo('Título da opção')
  await keyboard.type('Capa')

  // The last row of the first section goes down into the second, and on by the same button.
  await editor.rowTitle(1, 2).focus()
  await tabTo('Mover opção para baixo')
  await keyboard.press('Enter')
  await expect(editor.rowTitle(2, 1)).toHaveValue('Fone Bluetooth')
  await expect(page.locator(':focus')).toHaveAccessibleName('Mover opção para baixo')
  await keyboard.press('Enter')
  await expect(editor.rowTitle(2, 2)).toHaveValue('Fone Bluetooth')

  await tabTo('Remover opção')
  await keyboard.press('Enter')
  await expect(editor.rowTitle(2, 1)).toBeFocused()
  await expect(page.getByText('Opções 2/10')).toBeVisible()

  await keyboard.press('Control+s')
  await expect(page.getByRole('textbox', { name: 'Nome do modelo' })).toBeFocused()
  await keyboard.type('Feito só com o teclado')
  await keyboard.press('Enter')
  await page.waitForURL(/\/templates\//)
  await expect(editor.rowTitle(2, 1)).toHaveValue('Capa')
  await expect(editor.rowId(1, 1)).toHaveValue('smartphone_x')

  await editor.footer.fill('Mudou')
  await keyboard.press('Control+s')
  await expect(page.getByText('Alterações não salvas')).toBeHidden()
  await expect(editor.savedAt).toBeVisible()
  await page.reload()
  await expect(editor.footer).toHaveValue('Mudou')
})
