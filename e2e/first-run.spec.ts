import { expect, test } from './fixtures/test'

test.describe.configure({ mode: 'serial' })

test('a new workspace: from set-up to the message in the history, exactly as it was sent', async ({
  page,
  received,
  checkAccessibility,
}) => {
  await page.goto('/sends')
  await expect(page).toHaveURL(/\/setup$/)
  await checkAccessibility()

  await page.getByLabel('Nome').fill('Marina Alves')
  await page.getByLabel('E-mail').fill('marina@example.com')
  await page.getByLabel('Senha').fill('uma senha bem longa')
  await page.getByRole('button', { name: 'Criar conta' }).click()
  await expect(page).toHaveURL(/\/compose$/)
  await expect(page.getByText('Ambiente de teste: nada sai para o WhatsApp')).toBeVisible()

  await page.getByRole('navigation').getByRole('link', { name: 'Modelos' }).click()
  await page.getByRole('link', { name: 'Selecione um produto' }).click()
  const phone = page.getByRole('region', { name: 'Prévia' })
  await expect(phone.getByText('Selecione um produto:')).toBeVisible()

  await page.getByRole('button', { name: 'Revisar e enviar' }).click()
  await page.getByLabel('Destinatários').fill('(11) 99999-9999')
  await page.getByRole('button', { name: 'Enviar agora' }).click()
  await expect(page.getByText('Aceita', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Ver o envio' }).click()

  await expect(page).toHaveURL(/\/sends\/[0-9a-f-]+$/)
  const messages = received('5511999999999')
  expect(messages).toHaveLength(1)
  expect(messages[0]?.body).toBe(
    JSON.stringify({
      messaging_product: 'whatsapp',
      to: '5511999999999',
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: 'Selecione um produto:' },
        footer: { text: 'Estoque disponível' },
        action: {
          button: 'Ver produtos',
          sections: [
            {
              title: 'Eletrônicos',
              rows: [
                { id: 'prod_001', title: 'Smartphone X', description: 'R$ 1.999,00' },
                { id: 'prod_002', title: 'Fone Bluetooth', description: 'R$ 299,00' },
              ],
            },
          ],
        },
      },
    }),
  )

  await page.getByRole('navigation').getByRole('link', { name: 'Envios' }).click()
  await expect(page.getByRole('link', { name: /Selecione um produto:/ })).toHaveCount(1)
  await expect(page.getByText('+55 11 99999-9999')).toBeVisible()
})

test('set-up is closed for good once there is an administrator', async ({ page, context }) => {
  await page.goto('/setup')
  await expect(page).not.toHaveURL(/\/setup/)
  await page.goto('/compose')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fcompose$/)

  await page.getByLabel('E-mail').fill('marina@example.com')
  await page.getByLabel('Senha').fill('uma senha bem longa')
  await page.getByRole('button', { name: 'Entrar', exact: true }).click()
  await expect(page).toHaveURL(/\/compose$/)
  const [session] = (await context.cookies()).filter(({ name }) => name.includes('session_token'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})
