import { editorOn, openCompose, saveAs } from './fixtures/editor'
import { cardsOn } from './fixtures/library'
import { expect, test } from './fixtures/test'

test('a double click on save makes one template', async ({ page, db }) => {
  const editor = await openCompose(page)
  await editor.body.fill('Uma vez só')
  await editor.save.click()
  await page.getByRole('textbox', { name: 'Nome do modelo' }).fill('Salvo com dois cliques')
  await page.getByRole('dialog').getByRole('button', { name: 'Salvar modelo' }).dblclick()
  await page.waitForURL(/\/templates\//)
  const { rows } = await db.query(`select id from list_template where name = 'Salvo com dois cliques'`)
  expect(rows).toHaveLength(1)
})

test('a template is saved, renamed, duplicated, archived and restored from its editor', async ({ page }) => {
  const editor = await openCompose(page)
  await editor.body.fill('Do editor')
  await saveAs(page, 'Feito no editor')

  await editor.menu.click()
  await page.getByRole('menuitem', { name: 'Renomear' }).click()
  await page.getByRole('textbox', { name: 'Nome do modelo' }).fill('')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Dê um nome ao modelo.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Nome do modelo' }).fill('Renomeado no editor')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Renomeado no editor' })).toBeVisible()

  await editor.menu.click()
  await page.getByRole('menuitem', { name: 'Arquivar' }).click()
  await expect(page.getByText('Este modelo está arquivado.')).toBeVisible()
  await page.getByRole('button', { name: 'Restaurar' }).click()
  await expect(page.getByText('Este modelo está arquivado.')).toBeHidden()

  const address = page.url()
  await editor.menu.click()
  await page.getByRole('menuitem', { name: 'Duplicar' }).click()
  await page.waitForURL((url) => url.href !== address)
  await expect(page.getByRole('heading', { level: 1, name: 'Renomeado no editor (cópia)' })).toBeVisible()
  await expect(editor.body).toHaveValue('Do editor')
})

test('the library finds a list by any of its texts, and names, copies, archives and restores it', async ({ page }) => {
  const editor = await openCompose(page)
  await editor.body.fill('Escolha a segunda via')
  await editor.rowTitle(1, 1).fill('Boleto atrasado')
  await editor.rowDescription(1, 1).fill('Emissão única de março')
  await saveAs(page, 'Cobrança')

  await page.goto('/templates')
  const search = page.getByRole('searchbox', { name: 'Buscar' })
  await search.fill('emissao UNICA boleto')
  const cards = cardsOn(page)
  await expect(cards).toHaveCount(1)
  await expect(page).toHaveURL(/q=emissao/)
  await expect(cards.getByRole('link', { name: 'Cobrança' })).toBeVisible()
  await expect(cards).toContainText('1 problema')
  await page.reload()
  await expect(search).toHaveValue('emissao UNICA boleto')
  await expect(cards).toHaveCount(1)

  await page.getByRole('button', { name: 'Ações de Cobrança' }).click()
  await page.getByRole('menuitem', { name: 'Duplicar' }).click()
  await expect(cards).toHaveCount(2)
  await page.getByRole('button', { name: 'Ações de Cobrança (cópia)' }).click()
  await page.getByRole('menuitem', { name: 'Renomear' }).click()
  await page.getByRole('textbox', { name: 'Nome do modelo' }).fill('Cobrança de março')
  await page.keyboard.press('Enter')
  await expect(cards.getByRole('link', { name: 'Cobrança de março' })).toBeVisible()

  await page.getByRole('button', { name: 'Ações de Cobrança de março' }).click()
  await page.getByRole('menuitem', { name: 'Arquivar' }).click()
  await expect(cards).toHaveCount(1)
  await page.getByRole('tab', { name: 'Arquivados' }).click()
  await expect(cards.getByRole('link', { name: 'Cobrança de março' })).toBeVisible()
  await page.getByRole('button', { name: 'Ações de Cobrança de março' }).click()
  await page.getByRole('menuitem', { name: 'Restaurar' }).click()
  await expect(page.getByText('Nada encontrado para “emissao UNICA boleto”')).toBeVisible()
  await page.getByRole('tab', { name: 'Em uso' }).click()
  await expect(cards).toHaveCount(2)

  await search.fill('nada que exista 100%')
  await expect(page.getByText('Nada encontrado para “nada que exista 100%”')).toBeVisible()
  await page.getByRole('button', { name: 'Limpar busca' }).click()
  await expect(search).toBeFocused()
  await cards.getByRole('link', { name: 'Cobrança', exact: true }).first().click()
  await expect(editorOn(page).body).toHaveValue('Escolha a segunda via')
})

test('the library carries thousands: it shows a page and asks for more', async ({ page, db }) => {
  await db.query(`
    insert into list_template (id, name, draft, search_text, updated_at)
    select gen_random_uuid(), 'Milhar ' || n,
      '{"header":"","body":"Texto","footer":"","button":"","sections":[]}', 'milhar ' || n, now() - n * interval '1 day'
    from generate_series(1, 2000) n`)
  await page.goto('/templates?q=milhar')
  const cards = cardsOn(page)
  await expect(cards).toHaveCount(24)
  await expect(page.getByText('mais de 24 modelos')).toBeVisible()
  await page.getByRole('button', { name: 'Mostrar mais' }).click()
  await expect(cards).toHaveCount(48)
  await expect(cards.nth(47).getByRole('heading')).toHaveText('Milhar 48')
  await db.query(`delete from list_template where search_text like 'milhar %'`)
})

test.describe('accessibility', () => {
  for (const locale of ['pt-BR', 'en'] as const) {
    test.describe(locale, () => {
      test.use({ locale })
      test('the library breaks no rule, full or empty', async ({ page, checkAccessibility }) => {
        await page.goto('/templates')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await checkAccessibility()
        await page.goto('/templates?q=xyzzy')
        await expect(page.getByText('xyzzy').last()).toBeVisible()
        await checkAccessibility()
      })
    })
  }
})
