import { expect, test } from './fixtures/test'

test.describe.configure({ mode: 'serial' })

test('a new workspace leads every page to the set-up, which says at each field what is missing and loses nothing', async ({
  page,
}) => {
  for (const address of ['/', '/compose', '/settings', '/sign-in']) {
    await page.goto(address)
    await expect(page).toHaveURL('/setup')
  }
  await expect(page.getByLabel('Senha')).toHaveAccessibleDescription('De 10 a 128 caracteres.')
  await page.getByLabel('E-mail').fill('marina@example.com')
  await page.getByLabel('Senha').fill('nove char')
  await page.getByRole('button', { name: 'Criar conta' }).click()
  await expect(page.getByLabel('Nome')).toBeFocused()
  await expect(page.getByLabel('Nome')).toHaveAccessibleDescription('Escreva seu nome.')
  await expect(page.getByLabel('Senha')).toHaveAccessibleDescription(/^Use pelo menos 10 caracteres/)
  await expect(page.getByLabel('E-mail')).toHaveValue('marina@example.com')
  await expect(page.getByLabel('Senha')).toHaveValue('nove char')
})

test('a new workspace: from set-up to the message in the history, exactly as it was sent', async ({
  page,
  received,
  checkAccessibility,
}) => {
  await page.goto('/sends')
  await expect(page).toHaveURL(/\/setup$/)
  await checkAccessibility()
  await page.getByRole('radio', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible()
  await checkAccessibility()
  await page.getByRole('radio', { name: 'Português' }).click()
  await expect(page.getByRole('button', { name: 'Criar conta' })).toBeVisible()

  await page.getByLabel('Nome').fill('Marina Alves')
  await page.getByLabel('E-mail').fill('marina@example.com')
  await page.getByLabel('Senha').fill('uma senha bem longa')
  await page.getByRole('button', { name: 'Criar conta' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('region', { name: 'Sua primeira lista interativa' })).toBeVisible()
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
  await expect(page.getByRole('cell', { name: '+55 11 99999-9999' })).toBeVisible()
})

test('set-up is closed for good once there is an administrator', async ({ page, context }) => {
  await page.goto('/setup')
  await expect(page).not.toHaveURL(/\/setup/)
  await page.goto('/sends')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsends$/)

  await page.getByLabel('E-mail').fill('marina@example.com')
  await page.getByLabel('Senha').fill('uma senha bem longa')
  await page.getByRole('button', { name: 'Entrar', exact: true }).click()
  await expect(page).toHaveURL(/\/sends$/)
  const [session] = (await context.cookies()).filter(({ name }) => name.includes('session_token'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})

test.describe('the connection', () => {
  test.use({ person: { name: 'Marina Alves', email: 'marina@example.com' } })
  const banner = 'Ambiente de teste: nada sai para o WhatsApp'

  test('is saved without ever showing the token again, and calls the sandbox off', async ({
    page,
    db,
    world,
    checkAccessibility,
  }) => {
    await page.goto('/settings')
    await expect(page.getByText(banner)).toBeVisible()
    await page.getByLabel('Endereço da API').fill(world.sandbox.url)
    const token = page.getByLabel('Token de acesso')
    await token.fill('a-token-of-ours-9876')
    await page.getByRole('button', { name: 'Salvar', exact: true }).click()
    await expect(page.getByText('Conexão salva.')).toBeVisible()
    await expect(page.getByText(banner)).toBeHidden()
    await expect(token).toHaveValue('')
    await expect(token).toHaveAccessibleDescription('Salvo: •••• 9876. Deixe em branco para mantê-lo.')
    await checkAccessibility()

    const html = await (await page.request.get('/settings')).text()
    expect(html).toContain('9876')
    expect(html).not.toContain('a-token-of-ours')
    const { rows } = await db.query('select * from connection')
    expect(JSON.stringify(rows)).not.toContain('a-token-of-ours')
  })

  test('wants the token again for another host', async ({ page }) => {
    await page.goto('/settings')
    await page.getByLabel('Endereço da API').fill('https://vectalk.example')
    await page.getByRole('button', { name: 'Salvar', exact: true }).click()
    await expect(page.getByLabel('Token de acesso')).toBeFocused()
    await expect(page.getByLabel('Token de acesso')).toHaveAccessibleDescription(/^Digite o token para este endereço/)
  })

  test('is forgotten with its token', async ({ page }) => {
    await page.goto('/settings')
    await page.getByRole('button', { name: 'Remover token' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remover token' }).click()
    await expect(page.getByText(banner)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Remover token' })).toHaveCount(0)
  })
})
