import type { Browser, BrowserContext } from '@playwright/test'
import type pg from 'pg'
import { editorOn, openCompose, openEditor, saveAs } from './fixtures/editor'
import { MESSAGE, makeTemplate } from './fixtures/send'
import type { Person } from './fixtures/session'
import { expect, test } from './fixtures/test'

test.describe('unsaved work', () => {
  test('is there again after a reload in mid-edit, and can be discarded', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.body.fill('No meio de uma fra')
    await editor.addRow(1).click()
    await editor.rowTitle(1, 2).fill('Segunda')
    await page.reload()
    await expect(page.getByText('Recuperamos o que você não salvou')).toBeVisible()
    await expect(editor.body).toHaveValue('No meio de uma fra')
    await expect(editor.rowTitle(1, 2)).toHaveValue('Segunda')

    await page.getByRole('button', { name: 'Descartar' }).click()
    await expect(editor.body).toHaveValue('')
    await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
    await expect(editor.body).toHaveValue('No meio de uma fra')
  })

  test('loses no keystroke that came before the page’s script', async ({ page }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      await held
      await route.continue()
    })
    await page.goto('/compose', { waitUntil: 'commit' })
    const editor = editorOn(page)
    await editor.body.fill('Digitado cedo')
    release()
    await expect(editor.preview).toContainText('Digitado cedo')
    await expect(editor.body).toHaveValue('Digitado cedo')
  })

  test('survives a lost session: signing in again saves it', async ({ page, context, world, own }) => {
    const editor = await openCompose(page)
    await editor.body.fill('Antes de a sessão terminar')
    await context.clearCookies()
    await editor.save.click()
    await page.getByRole('textbox', { name: 'Nome do modelo' }).fill('Depois da sessão')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Sua sessão terminou' })
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill(own.email)
    await dialog.getByRole('textbox', { name: 'Senha' }).fill(world.admin.password)
    await dialog.getByRole('button', { name: 'Entrar' }).click()
    await page.waitForURL(/\/templates\//)
    await expect(editor.body).toHaveValue('Antes de a sessão terminar')
    await expect(editor.savedAt).toBeVisible()
  })

  test('survives a server that does not answer', async ({ page }) => {
    const editor = await openCompose(page)
    await editor.body.fill('Sem servidor')
    await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await editor.save.click()
    await page.getByRole('textbox', { name: 'Nome do modelo' }).fill('Sem servidor')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'Sem resposta do servidor' })).toBeVisible()
    await page.unroute('**/*')
    await page.getByRole('dialog').getByRole('button', { name: 'Salvar modelo' }).click()
    await page.waitForURL(/\/templates\//)
    await expect(editor.body).toHaveValue('Sem servidor')
  })

  test('of two tabs is never written over in silence', async ({ page, context }) => {
    const first = await openCompose(page)
    const tab = await context.newPage()
    const second = await openCompose(tab)
    await first.body.fill('Da primeira aba')
    await expect(tab.getByText('Este rascunho também mudou em outra aba')).toBeVisible()
    await second.body.fill('Da segunda aba')
    await tab.getByRole('button', { name: 'Usar o da outra aba' }).click()
    await expect(second.body).toHaveValue('Da primeira aba')
    await second.menu.click()
    await tab.getByRole('menuitem', { name: '1 rascunho guardado' }).click()
    await tab.getByRole('button', { name: 'Trazer de volta' }).click()
    await expect(second.body).toHaveValue('Da segunda aba')
    await expect(first.body).toHaveValue('Da primeira aba')
  })

  test('stands first when a copy is asked for, and can be brought back', async ({ page, db }) => {
    const { id } = await makeTemplate(db, { ...MESSAGE, body: 'Modelo de partida' })
    const editor = await openCompose(page)
    await editor.body.fill('Em andamento')
    await openCompose(page, `?template=${id}`)
    const question = page.getByRole('dialog', { name: 'Você tem uma lista em andamento' })
    await expect(question).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(editor.body).toHaveValue('Em andamento')

    await openCompose(page, `?template=${id}`)
    await question.getByRole('button', { name: 'Abrir a cópia' }).click()
    await expect(editor.body).toHaveValue('Modelo de partida')
    await expect(page).toHaveURL(/\/compose$/)
    await editor.menu.click()
    await page.getByRole('menuitem', { name: '1 rascunho guardado' }).click()
    await expect(page.getByRole('dialog').getByText('Em andamento')).toBeVisible()
  })
})

/** What the server holds of somebody's newest unsaved list. */
async function heldWords(db: pg.Client, { email }: Person): Promise<string | null> {
  const { rows } = await db.query(
    `select draft ->> 'body' as body from unsaved_draft
     where user_id = (select id from "user" where email = $1) order by saved_at desc limit 1`,
    [email],
  )
  return rows[0]?.body ?? null
}

test.describe('a draft on the server', () => {
  const SAVE = '**/api/unsaved-drafts*'

  /** The same person at another machine. */
  async function openElsewhere(browser: Browser, signIn: (context: BrowserContext) => Promise<void>, address: string) {
    const context = await browser.newContext({ locale: 'pt-BR', timezoneId: 'America/Sao_Paulo' })
    await signIn(context)
    const page = await context.newPage()
    return { context, page, editor: await openEditor(page, address) }
  }

  test('goes on at another machine where it was left, and is over there once it is saved as a template', async ({
    page,
    browser,
    signIn,
  }) => {
    const editor = await openCompose(page)
    await editor.body.fill('Começada no trabalho')
    await editor.addRow(1).click()
    await editor.rowTitle(1, 2).fill('Segunda')
    await expect(editor.savedAt).toBeVisible()

    const home = await openElsewhere(browser, (context) => signIn(context, 'own'), '/compose')
    await expect(home.page.getByText('Recuperamos o que você não salvou')).toBeVisible()
    await expect(home.editor.body).toHaveValue('Começada no trabalho')
    await expect(home.editor.rowTitle(1, 2)).toHaveValue('Segunda')
    await home.editor.body.fill('Terminada em casa')
    const dropped = home.page.waitForResponse(SAVE)
    await saveAs(home.page, 'De dois lugares')
    await dropped

    await openCompose(page)
    await expect(editor.body).toHaveValue('')
    await editor.menu.click()
    await page.getByRole('menuitem', { name: '1 rascunho guardado' }).click()
    await expect(page.getByRole('dialog').getByText('Começada no trabalho')).toBeVisible()
    await home.context.close()
  })

  test('loses no keystroke of a page that is closed at once', async ({ page, context, browser, signIn }) => {
    const editor = await openCompose(page)
    await editor.body.fill('Fechada logo depois')
    await page.close({ runBeforeUnload: true })
    await expect(async () => {
      const home = await openElsewhere(browser, (other) => signIn(other, 'own'), '/compose')
      const body = await home.editor.body.inputValue()
      await home.context.close()
      expect(body).toBe('Fechada logo depois')
    }).toPass()
    const again = await context.newPage()
    await expect((await openCompose(again)).body).toHaveValue('Fechada logo depois')
  })

  test('is kept in the browser while the server is out of reach, and sent once it is back', async ({
    page,
    browser,
    signIn,
  }) => {
    const editor = await openCompose(page)
    await page.route(SAVE, (route) => route.abort('connectionfailed'))
    await editor.body.fill('Escrita no túnel')
    await expect(page.getByText('Guardado neste navegador: sem conexão')).toBeVisible()
    await page.reload()
    await expect(editor.body).toHaveValue('Escrita no túnel')
    await expect(page.getByText('Guardado neste navegador: sem conexão')).toBeVisible()

    await page.unroute(SAVE)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect(editor.savedAt).toBeVisible()
    const home = await openElsewhere(browser, (context) => signIn(context, 'own'), '/compose')
    await expect(home.editor.body).toHaveValue('Escrita no túnel')
    await home.context.close()
  })

  test('of two machines is never written over in silence, and each hears of the other', async ({
    page,
    browser,
    signIn,
    db,
    own,
    checkAccessibility,
  }) => {
    const work = await openCompose(page)
    const home = await openElsewhere(browser, (context) => signIn(context, 'own'), '/compose')
    await work.body.fill('Do trabalho')
    await expect(work.savedAt).toBeVisible()

    await home.editor.body.fill('De casa')
    await expect(home.page.getByText('Este rascunho também mudou em outro navegador')).toBeVisible()
    await home.page.getByRole('button', { name: 'Ficar com este' }).click()
    await expect(home.editor.savedAt).toBeVisible()
    await home.editor.menu.click()
    await home.page.getByRole('menuitem', { name: '1 rascunho guardado' }).click()
    await expect(home.page.getByRole('dialog').getByText('Do trabalho')).toBeVisible()
    await home.page.keyboard.press('Escape')

    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect(page.getByText('Este rascunho também mudou em outro navegador')).toBeVisible()
    await checkAccessibility()
    await page.getByRole('button', { name: 'Usar o de lá' }).click()
    await expect(work.body).toHaveValue('De casa')
    await work.body.fill('De casa e do trabalho')
    await expect.poll(() => heldWords(db, own)).toBe('De casa e do trabalho')
    await home.context.close()
  })

  test('of a saved list says that the template has it not, and goes once it is discarded', async ({
    page,
    db,
    own,
  }) => {
    const { id } = await makeTemplate(db)
    const editor = await openEditor(page, `/templates/${id}`)
    await editor.body.fill('Segunda versão')
    await expect(page.getByText(/^Alterações não salvas no modelo · Rascunho salvo às \d\d:\d\d$/)).toBeVisible()
    await page.reload()
    await expect(editor.body).toHaveValue('Segunda versão')
    await page.getByRole('button', { name: 'Descartar' }).click()
    await expect(editor.savedAt).toBeVisible()
    await expect.poll(() => heldWords(db, own)).toBeNull()
  })

  test('waits in the browser for a new session, which is asked for without haste', async ({
    page,
    context,
    own,
    world,
  }) => {
    const editor = await openCompose(page)
    await context.clearCookies()
    await editor.body.fill('Depois que a sessão terminou')
    await expect(page.getByText('O que você escreve fica guardado neste navegador')).toBeVisible()
    await expect(editor.body).toBeFocused()
    await page.getByRole('button', { name: 'Entrar', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Sua sessão terminou' })
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill(own.email)
    await dialog.getByRole('textbox', { name: 'Senha' }).fill(world.admin.password)
    await page.keyboard.press('Enter')
    await expect(editor.savedAt).toBeVisible()
    await expect(editor.body).toBeFocused()
    await expect(editor.body).toHaveValue('Depois que a sessão terminou')
  })
})

test.describe('two people on one template', () => {
  test('the second is told by whom, sees the saved version, and loses no word', async ({
    page,
    browser,
    signIn,
    db,
  }) => {
    const address = `/templates/${(await makeTemplate(db)).id}`
    const ana = await openEditor(page, address)

    const context = await browser.newContext({ locale: 'pt-BR' })
    await signIn(context, { name: 'Bia Souza', email: 'bia@example.com' })
    const hers = await context.newPage()
    const bia = await openEditor(hers, address)
    await bia.body.fill('De Bia')
    await bia.save.click()
    await expect(bia.savedAt).toBeVisible()

    await ana.body.fill('De Ana')
    await ana.save.click()
    const dialog = page.getByRole('dialog', { name: 'Este modelo mudou enquanto você editava' })
    await expect(dialog).toContainText('Bia Souza salvou uma versão às')
    await dialog.getByRole('button', { name: 'Continuar editando' }).click()
    await expect(ana.body).toHaveValue('De Ana')

    await ana.save.click()
    await dialog.getByRole('button', { name: 'Ver a versão salva' }).click()
    await expect(ana.body).toHaveValue('De Bia')
    await expect(page.getByText('Sua versão ficou guardada neste navegador')).toBeVisible()
    await page.reload()
    await expect(ana.body).toHaveValue('De Bia')
    await ana.menu.click()
    await page.getByRole('menuitem', { name: '1 rascunho guardado' }).click()
    await page.getByRole('button', { name: 'Trazer de volta' }).click()
    await expect(ana.body).toHaveValue('De Ana')
    await ana.save.click()
    await expect(ana.savedAt).toBeVisible()
    await hers.reload()
    await expect(bia.body).toHaveValue('De Ana')
    await context.close()
  })

  test('the second may keep hers as a template of its own', async ({ page, browser, signIn, db }) => {
    const address = `/templates/${(await makeTemplate(db, MESSAGE, 'De novo duas')).id}`
    const ana = await openEditor(page, address)
    const context = await browser.newContext({ locale: 'pt-BR' })
    await signIn(context, { name: 'Bia Souza', email: 'bia@example.com' })
    const hers = await context.newPage()
    const bia = await openEditor(hers, address)
    await bia.body.fill('De Bia')
    await ana.body.fill('De Ana')
    await ana.save.click()
    await expect(ana.savedAt).toBeVisible()

    await bia.save.click()
    await hers.getByRole('button', { name: 'Salvar a minha como novo modelo' }).click()
    await expect(hers.getByRole('textbox', { name: 'Nome do modelo' })).toHaveValue('De novo duas (minha versão)')
    await hers.keyboard.press('Enter')
    await hers.waitForURL((url) => url.pathname !== address)
    await expect(bia.body).toHaveValue('De Bia')
    await hers.goto(address)
    await expect(bia.body).toHaveValue('De Ana')
    await context.close()
  })
})
