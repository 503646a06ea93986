import { openEditor } from './fixtures/editor'
import { chooseByKeys, tabTo } from './fixtures/keyboard'
import { MESSAGE, makeTemplate, newPhone, rowOf } from './fixtures/send'
import { expect, test } from './fixtures/test'

// No mouse and no focus that is put somewhere: every place is reached by the keys that lead there.

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('a list is imported: broken first, mended in its place, used, and taken back', async ({ page, db }) => {
  const { keyboard } = page
  const { id } = await makeTemplate(db)
  const editor = await openEditor(page, `/templates/${id}`)
  await tabTo(page, editor.menu)
  await chooseByKeys(page, 'Importar lista')
  const dialog = page.getByRole('dialog', { name: 'Importar lista' })
  const content = dialog.getByRole('textbox', { name: 'Conteúdo' })
  await expect(content).toBeFocused()
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      '{\n  "body": "Trazida pelo teclado"\n  "button": "Ver", "items": [{"item": "Um", "id": "um"}]}',
    ),
  )
  await keyboard.press('ControlOrMeta+v')
  await expect(dialog.getByText('Linha 3, coluna 3')).toBeVisible()
  await tabTo(page, dialog.getByRole('button', { name: 'Mostrar no texto' }))
  await keyboard.press('Enter')
  await expect(content).toBeFocused()
  await keyboard.press('ArrowLeft')
  await keyboard.type(',')
  await expect(dialog.getByText('List-picker da Twilio')).toBeVisible()
  await tabTo(page, dialog.getByRole('button', { name: 'Substituir a lista' }))
  await keyboard.press('Enter')
  await expect(editor.body).toBeFocused()
  await expect(editor.body).toHaveValue('Trazida pelo teclado')
  await keyboard.press('ControlOrMeta+z')
  await expect(editor.body).toHaveValue(MESSAGE.body)
})

test('the phone’s picture is downloaded and copied; a link is made, copied and ended', async ({ page, db }) => {
  const { keyboard } = page
  const { id } = await makeTemplate(db)
  await openEditor(page, `/templates/${id}`)
  const tools = page.getByRole('button', { name: 'Imagem e compartilhamento' })
  await tabTo(page, tools, 'Shift+Tab')
  const download = page.waitForEvent('download')
  await chooseByKeys(page, 'Baixar imagem (PNG)')
  expect((await download).suggestedFilename()).toMatch(/\.png$/)
  await expect(tools).toBeFocused()
  await chooseByKeys(page, 'Copiar imagem')
  await expect(page.getByText('Imagem copiada')).toBeVisible()
  await expect(tools).toBeFocused()
  expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)).toContain('image/png')

  await chooseByKeys(page, 'Compartilhar…')
  const dialog = page.getByRole('dialog', { name: 'Compartilhar para aprovação' })
  await expect(dialog.getByText('Links deste modelo de lista')).toBeVisible()
  await expect(dialog.getByText('Nenhum link ainda.')).toBeVisible()
  const create = dialog.getByRole('button', { name: 'Criar link' })
  await expect(create).toBeFocused()
  await keyboard.press('Shift+Tab')
  await expect(dialog.getByRole('radio', { name: '7 dias' })).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: '30 dias' })).toBeChecked()
  await tabTo(page, create)
  await keyboard.press('Enter')
  const link = dialog.getByRole('textbox', { name: 'Link criado' })
  await expect(link).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue())
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await tabTo(page, dialog.getByRole('button', { name: /^Revogar/ }))
  await keyboard.press('Enter')
  await expect(dialog.getByText('Revogado', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('heading', { name: 'Links deste modelo de lista' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(tools).toBeFocused()
})

test('a list is reviewed, its values filled in, sent, and its outcome seen', async ({ page, db, received }) => {
  const { keyboard } = page
  const phone = newPhone()
  const message = { ...MESSAGE, body: 'Oi, {{nome}}, da {{empresa}}', sections: [{ rows: [rowOf('Fone')] }] }
  const { id } = await makeTemplate(db, message)
  const editor = await openEditor(page, `/templates/${id}`)
  await tabTo(page, editor.review)
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Destinatários')).toBeFocused()
  await keyboard.type(phone)

  // Pressed too early it leads to what is missing.
  const send = dialog.getByRole('button', { name: 'Enviar agora' })
  await tabTo(page, send)
  await keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Nome' })).toBeFocused()
  await keyboard.type('Rui')
  await keyboard.press('Tab')
  await expect(dialog.getByRole('textbox', { name: 'Empresa' })).toBeFocused()
  await keyboard.type('Loja')
  await tabTo(page, dialog.getByRole('tab', { name: 'JSON' }))
  await keyboard.press('ArrowRight')
  await expect(dialog.getByRole('group', { name: 'cURL' })).toContainText('Oi, Rui, da Loja')
  await tabTo(page, send)
  await keyboard.press('Enter')
  await expect(dialog.getByText('Aceita pelo ambiente de teste')).toBeVisible()
  expect(received(phone)).toHaveLength(1)
  await tabTo(page, dialog.getByRole('link', { name: 'Ver o envio' }))
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sends\/[0-9a-f-]+$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
