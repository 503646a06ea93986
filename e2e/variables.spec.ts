import { openCompose, saveAs } from './fixtures/editor'
import { countSends, MESSAGE, newPhone, openReview } from './fixtures/send'
import { expect, test } from './fixtures/test'

test('a variable is typed, shown as a sample, and leaves as the value that was given', async ({ page, received }) => {
  const editor = await openCompose(page)
  await editor.body.pressSequentially('Oi, {{primeiro_nome|cliente}}! O que houve com o pedido {{pedid}}?')
  await editor.button.fill('Ver opções')
  await editor.rowTitle(1, 1).fill('Falar sobre {{pedido}}')
  await editor.rowId(1, 1).fill('falar')
  await expect(editor.preview.getByText('Oi, Ana! O que houve com o pedido {{pedid}}?')).toBeVisible()

  await expect(page.getByText('A variável de “…com o pedido {{pedid}}?” não existe')).toBeVisible()
  await expect(editor.body).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Trocar por {{pedido}}' }).click()
  await expect(editor.body).toHaveValue('Oi, {{primeiro_nome|cliente}}! O que houve com o pedido {{pedido}}?')
  await expect(editor.preview.getByText('Oi, Ana! O que houve com o pedido 10482?')).toBeVisible()

  await saveAs(page, `Pedido ${Date.now()}`)
  await editor.review.click()
  const dialog = page.getByRole('dialog')
  const phone = newPhone()
  await dialog.getByLabel('Destinatários').fill(phone)
  await expect(dialog.getByText('Preencha os valores das variáveis para enviar.')).toBeVisible()
  const values = dialog.getByRole('group', { name: 'Valores das variáveis' })
  await expect(values.getByRole('textbox')).toHaveCount(2)
  await expect(values.getByRole('textbox', { name: 'Primeiro nome' })).toHaveValue('cliente')

  const send = dialog.getByRole('button', { name: 'Enviar agora' })
  await send.click()
  const order = values.getByRole('textbox', { name: 'Pedido' })
  await expect(order).toBeFocused()
  await expect(order).toHaveAccessibleDescription('Preencha para enviar.')

  await order.fill('2026-00010482')
  await expect(order).toHaveAccessibleDescription(
    'Longo demais para Seção 1, opção 1, Título da opção: passa 1 caractere do limite de 24.',
  )
  await send.click()
  await expect(order).toBeFocused()
  expect(received(phone)).toEqual([])
  await order.fill('77')
  await values.getByRole('textbox', { name: 'Primeiro nome' }).fill('Rui')
  await expect(dialog.getByRole('region', { name: 'Prévia' }).getByText('Oi, Rui!')).toBeVisible()
  await expect(dialog.getByRole('group', { name: 'JSON' })).toContainText('Falar sobre 77')
  await send.click()
  await expect(dialog.getByText('Aceita pelo ambiente de teste')).toBeVisible()

  const [only, ...others] = received(phone)
  expect(others).toEqual([])
  expect(only?.body).toContain('Oi, Rui! O que houve com o pedido 77?')
  expect(only?.body).not.toContain('{{')

  await dialog.getByRole('link', { name: 'Ver o envio' }).click()
  await expect(page.getByRole('region', { name: 'Prévia' }).getByText('Oi, Rui!')).toBeVisible()
  await expect(page.getByText('versão 1')).toBeVisible()
})

test('values wait while the list is mended, and are told apart by their press', async ({ page, db, received }) => {
  const phone = newPhone()
  await openReview(page, db, { ...MESSAGE, body: 'Até {{data}}', footer: '{{nom' })
  const dialog = page.getByRole('dialog')
  const date = dialog.getByRole('textbox', { name: 'Data' })
  const send = dialog.getByRole('button', { name: 'Enviar agora' })
  await dialog.getByLabel('Destinatários').fill(phone)
  await date.fill('30/09')
  await dialog.getByRole('button', { name: /Rodapé: falta fechar a variável em “{{nom”/ }).click()
  await page.getByLabel('Rodapé').fill('')
  await page.getByRole('button', { name: 'Revisar e enviar' }).click()
  await expect(date).toHaveValue('30/09')
  await send.click()
  await expect(dialog.getByText('Aceita pelo ambiente de teste')).toBeVisible()

  await dialog.getByRole('button', { name: 'Enviar para outra pessoa' }).click()
  await expect(date).toHaveValue('')
  await dialog.getByLabel('Destinatários').fill(phone)
  await date.fill('30/09')
  await expect(dialog.getByText(/^Esta mesma lista já foi enviada/)).toBeVisible()
  await date.fill('01/10')
  await expect(dialog.getByText(/^Esta mesma lista já foi enviada/)).toBeHidden()
  await send.click()
  await expect(dialog.getByText('Aceita pelo ambiente de teste')).toBeVisible()
  expect(await countSends(db, phone)).toBe(2)
  expect(received(phone).map(({ body }) => /Até ([\d/]+)/.exec(body)?.[1])).toEqual(['30/09', '01/10'])
})

test('the values are filled in by keyboard, and the dialog that asks for them is accessible', async ({
  page,
  db,
  checkAccessibility,
}) => {
  await openReview(page, db, { ...MESSAGE, body: 'Oi, {{nome}}, da {{empresa}}' })
  const dialog = page.getByRole('dialog')
  await page.keyboard.type('11 98888-7001')
  await dialog.getByRole('textbox', { name: 'Nome' }).focus()
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('textbox', { name: 'Empresa' })).toBeFocused()
  await page.keyboard.type('a}}')
  await expect(dialog.getByText('Um valor não pode ter chaves duplas.')).toBeVisible()
  await expect(dialog.getByText('Preencha para enviar.')).toBeVisible()
  await checkAccessibility()
})
