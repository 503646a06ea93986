import type { Browser, BrowserContext } from '@playwright/test'
import type pg from 'pg'
import { openCompose, openEditor, saveAs } from './fixtures/editor'
import { makeTemplate } from './fixtures/send'
import type { Person } from './fixtures/session'
import { expect, test } from './fixtures/test'

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
