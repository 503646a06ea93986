import { openEditor } from './fixtures/editor'
import { MESSAGE, makeTemplate } from './fixtures/send'
import { expect, test } from './fixtures/test'

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
