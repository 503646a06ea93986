import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type pg from 'pg'
import { expect, test } from './fixtures/test'

test.use({ person: null })

const PASSWORD = 'a password of theirs'

/** A member with a password of their own: what one test does to it meets no other. */
async function makeMember(db: pg.Client) {
  const person = { name: 'Bia Reis', email: `bia-${randomUUID()}@example.com` }
  const [id, account] = [randomUUID(), randomUUID()]
  await db.query(`insert into "user" (id, name, email, role, updated_at) values ($1, $2, $3, 'member', now())`, [
    id,
    person.name,
    person.email,
  ])
  await db.query(
    `insert into account (id, account_id, provider_id, user_id, password, updated_at)
     values ($1, $2::text, 'credential', $2::uuid, $3, now())`,
    [account, id, await hashPassword(PASSWORD)],
  )
  return person
}

test('signing in leads on to the page that was asked for, by keyboard alone', async ({
  page,
  db,
  checkAccessibility,
}) => {
  const { name, email } = await makeMember(db)
  await page.goto('/settings?from=a-link')
  await expect(page).toHaveURL('/sign-in?next=%2Fsettings%3Ffrom%3Da-link')
  await checkAccessibility()
  await expect(page.getByRole('button', { name: 'Entrar' })).toBeEnabled()
  await page.getByLabel('E-mail').focus()
  await page.keyboard.type(email.toUpperCase())
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/settings?from=a-link')
  await expect(page.getByText(name, { exact: true })).toBeVisible()

  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes('session'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await page.goto('/sign-in?next=/settings')
  await expect(page).toHaveURL('/settings')
})

test('what is missing is said at its field, and read with it', async ({ page, checkAccessibility }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('bia@')
  await page.getByRole('button', { name: 'Entrar' }).click()
  const email = page.getByLabel('E-mail')
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/^Escreva um e-mail completo/)
  await expect(page.getByLabel('Senha')).toHaveAccessibleDescription('Escreva sua senha.')
  await expect(email).toHaveValue('bia@')
  await checkAccessibility()
})

test('a wrong password and an unknown e-mail read the same, and what was typed stays', async ({ page, db }) => {
  const { email } = await makeMember(db)
  const told: string[] = []
  for (const typed of [email, `nobody-${randomUUID()}@example.com`]) {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(typed)
    await page.getByLabel('Senha').fill('not the password')
    await page.getByRole('button', { name: 'Entrar' }).click()
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText('E-mail ou senha não conferem')
    told.push(await alert.innerText())
    await expect(page.getByLabel('E-mail')).toHaveValue(typed)
    await expect(page.getByLabel('Senha')).toHaveValue('not the password')
  }
  expect(told[0]).toBe(told[1])
})

test('after five wrong tries it says how long to wait, even to the right password', async ({ page, db }) => {
  const { email } = await makeMember(db)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  const alert = page.getByRole('main').getByRole('alert')
  const enter = async (password: string) => {
    await page.getByLabel('Senha').fill(password)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByLabel('Senha').press('Enter')
    await answered
  }
  for (let i = 0; i < 5; i++) {
    await enter('not the password')
    await expect(alert).toContainText('não conferem')
  }
  await enter(PASSWORD)
  await expect(alert).toHaveText('Muitas tentativas. Espere 15 minutos e tente de novo.')
  await expect(page).toHaveURL('/sign-in')
})

test('a link cannot lead from signing in to another site', async ({ page, db }) => {
  const { email } = await makeMember(db)
  await page.goto('/sign-in?next=//evil.example/compose')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Senha').fill(PASSWORD)
  await page.getByRole('button', { name: 'Entrar' }).click()
  await expect(page).toHaveURL('/')
})

test('signing out ends the session here and leaves nothing to go back to', async ({ page, db, signIn }) => {
  await signIn(page.context(), await makeMember(db))
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Conta de Bia Reis' }).click()
  await page.getByRole('menuitem', { name: 'Sair' }).click()
  await expect(page).toHaveURL('/sign-in')
  await page.goto('/settings')
  await expect(page).toHaveURL('/sign-in?next=%2Fsettings')
})

test('changing one’s own password ends the sessions on other machines', async ({
  page,
  db,
  signIn,
  browser,
  baseURL,
}) => {
  const person = await makeMember(db)
  const elsewhere = await (await browser.newContext({ baseURL })).newPage()
  await signIn(elsewhere.context(), person)
  await elsewhere.goto('/settings')
  await expect(elsewhere).toHaveURL('/settings')

  await signIn(page.context(), person)
  await page.goto('/settings')
  await page.getByLabel('Senha atual').fill('not the password')
  await page.getByLabel('Nova senha').fill('another of theirs')
  await page.getByRole('button', { name: 'Trocar senha' }).click()
  await expect(page.getByLabel('Senha atual')).toHaveAccessibleDescription('Esta não é a sua senha atual.')
  await expect(page.getByLabel('Nova senha')).toHaveValue('another of theirs')

  await page.getByLabel('Senha atual').fill(PASSWORD)
  await page.getByRole('button', { name: 'Trocar senha' }).click()
  await expect(page.getByText('Senha trocada.')).toBeVisible()
  await expect(page.getByLabel('Nova senha')).toHaveValue('')
  await page.reload()
  await expect(page).toHaveURL('/settings')
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await elsewhere.context().close()
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('the names hold, and Portuguese is one press away', async ({ page, checkAccessibility }) => {
    await page.goto('/sign-in')
    await expect(page.getByLabel('Email')).toBeVisible()
    await expect(page.getByLabel('Password')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
    await checkAccessibility()
    await page.getByRole('radio', { name: 'Português' }).click()
    await expect(page.getByRole('button', { name: 'Entrar' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR')
  })
})
