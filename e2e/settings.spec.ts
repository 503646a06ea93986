import { expect, test } from './fixtures/test'

test.use({ person: 'admin' })

// What these save would change where the other tests' sends go, so saving a connection is shown in first-run.spec.ts.

test('a connection is tried before it is saved, and its outcome told in plain words', async ({
  page,
  world,
  checkAccessibility,
}) => {
  await page.goto('/settings')
  await page.getByLabel('Endereço da API').fill(world.sandbox.url)
  await page.getByRole('button', { name: 'Testar conexão' }).click()
  await expect(page.getByLabel('Token de acesso')).toHaveAccessibleDescription(/^Digite o token para este endereço/)
  await page.getByLabel('Token de acesso').fill('any-token-does-1234')
  await page.getByRole('button', { name: 'Testar conexão' }).click()
  await expect(page.getByText('O VecTalk respondeu e aceitou o token.')).toBeVisible()
  await checkAccessibility()

  await page.getByLabel('Endereço da API').fill(`${world.sandbox.url}/nowhere`)
  await page.getByRole('button', { name: 'Testar conexão' }).click()
  await expect(page.getByText('mas não como o VecTalk (HTTP 404)')).toBeVisible()

  await page.getByLabel('Endereço da API').fill('http://127.0.0.1:1')
  await page.getByRole('button', { name: 'Testar conexão' }).click()
  await expect(page.getByText('Não houve resposta neste endereço')).toBeVisible()
  await expect(page.getByLabel('Token de acesso')).toHaveValue('any-token-does-1234')
})

test('an address that would give the token away is refused at its field', async ({ page }) => {
  await page.goto('/settings')
  await page.getByLabel('Endereço da API').fill('http://apis.vectalk.com.br')
  await page.getByLabel('Token de acesso').fill('two words')
  await page.getByRole('button', { name: 'Salvar', exact: true }).click()
  await expect(page.getByLabel('Endereço da API')).toBeFocused()
  await expect(page.getByLabel('Endereço da API')).toHaveAccessibleDescription(/^Use https/)
  await expect(page.getByLabel('Token de acesso')).toHaveAccessibleDescription(/^O token tem espaços/)
})

test('a session lost in mid-edit is opened again in place, and nothing but that is sent', async ({
  page,
  world,
  db,
  checkAccessibility,
}) => {
  await page.goto('/settings')
  await page.getByLabel('Endereço da API').fill(world.sandbox.url)
  await page.getByLabel('Token de acesso').fill('any-token-does-1234')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Testar conexão' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sua sessão terminou' })
  await expect(dialog.getByLabel('Senha')).toBeFocused()
  await expect(dialog.getByLabel('E-mail')).toHaveValue(world.admin.email)
  await checkAccessibility()
  await page.keyboard.type(world.admin.password)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect((await db.query('select 1 from connection')).rows).toEqual([])
  await page.getByRole('button', { name: 'Testar conexão' }).click()
  await expect(page.getByText('O VecTalk respondeu e aceitou o token.')).toBeVisible()
  await expect(page.getByLabel('Token de acesso')).toHaveValue('any-token-does-1234')
})

test('a webhook is tried from its section, and stands among the last ones received', async ({
  page,
  checkAccessibility,
}) => {
  await page.goto('/settings')
  await page.getByRole('navigation', { name: 'Seções' }).getByRole('link', { name: 'Webhooks' }).click()
  const webhooks = page.getByRole('region', { name: 'Webhooks', exact: true })
  await expect(webhooks.getByLabel('Endereço de webhook')).toHaveValue(/\/api\/webhooks\/whatsapp\/[\w-]{32}$/)
  const token = webhooks.getByLabel('Token de verificação')
  await expect(token).toHaveAttribute('type', 'password')
  await webhooks.getByRole('button', { name: 'Mostrar' }).click()
  await expect(token).toHaveAttribute('type', 'text')
  await expect(webhooks.getByRole('button', { name: 'Registrar no VecTalk' })).toHaveAccessibleDescription(
    'Falta o token do VecTalk, em Conexão.',
  )

  await webhooks.getByRole('button', { name: 'Testar webhook' }).click()
  await expect(webhooks.getByText(/^Chegou em /)).toBeVisible()
  const received = webhooks.getByRole('list', { name: 'Últimos recebidos' }).getByRole('listitem')
  await expect(received.filter({ hasText: 'Vazio, como o de um teste' }).first()).toBeVisible()
  await checkAccessibility()
})

test('a time of keeping is told in full, and its days are typed before it holds', async ({
  page,
  checkAccessibility,
}) => {
  await page.goto('/settings')
  const keeping = page.getByRole('region', { name: 'Prazo de guarda' })
  await keeping.getByRole('switch', { name: 'Tornar anônimos os envios antigos' }).click()
  await keeping.getByLabel('Depois de quantos dias').fill('29')
  await keeping.getByRole('button', { name: 'Salvar prazo' }).click()
  await expect(keeping.getByLabel('Depois de quantos dias')).toBeFocused()
  await expect(keeping.getByLabel('Depois de quantos dias')).toHaveAccessibleDescription(/^Digite um número inteiro/)

  await keeping.getByLabel('Depois de quantos dias').fill('3650')
  await expect(keeping.getByText('Nenhum envio é mais antigo do que isto hoje.')).toBeVisible()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Tornar anônimos os envios com mais de 3.650 dias?' })
  await expect(dialog.getByLabel('Para confirmar, digite 3650')).toBeFocused()
  await checkAccessibility()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await page.keyboard.type('3650')
  await page.keyboard.press('Enter')
  await expect(keeping.getByText('Prazo salvo: 3.650 dias.')).toBeVisible()
  await expect(dialog).toBeHidden()

  await keeping.getByRole('switch', { name: 'Tornar anônimos os envios antigos' }).click()
  await keeping.getByRole('button', { name: 'Salvar prazo' }).click()
  await expect(keeping.getByText('Prazo desligado.')).toBeVisible()
})

test('theme and language are kept in this browser', async ({ page }) => {
  await page.goto('/settings')
  const appearance = page.getByRole('region', { name: 'Aparência' })
  await appearance.getByRole('radio', { name: 'Escuro' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await appearance.getByRole('radio', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

for (const locale of ['pt-BR', 'en-US'] as const) {
  test.describe(locale, () => {
    test.use({ locale, viewport: { width: 390, height: 844 } })

    test('everything fits on a phone and is accessible', async ({ page, checkAccessibility }) => {
      await page.goto('/settings')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await checkAccessibility()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    })
  })
}

test.describe('a member', () => {
  test.use({ person: { name: 'Caio Melo', email: 'caio@example.com' } })

  test('sees their account, and nothing of the connection', async ({ page }) => {
    await page.goto('/settings')
    await expect(page.getByText('Caio Melo', { exact: true })).toBeVisible()
    await expect(page.getByText('Membro', { exact: true })).toBeVisible()
    await expect(page.getByLabel('Token de acesso')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Testar conexão' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Testar webhook' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Salvar prazo' })).toHaveCount(0)
  })
})
