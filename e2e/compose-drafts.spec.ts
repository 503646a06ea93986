import { editorOn, openCompose } from './fixtures/editor'
import { MESSAGE, makeTemplate } from './fixtures/send'
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
