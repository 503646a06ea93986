import { readFile } from 'node:fs/promises'
import { editorOn, openCompose } from './fixtures/editor'
import { chooseByKeys } from './fixtures/keyboard'
import { cardsOn, makeLists, onCard, onLibrary, openLibrary } from './fixtures/library'
import { expect, test } from './fixtures/test'

test('by keyboard alone a list gets tags, and the library is filtered by one of them', async ({ page, db }) => {
  await makeLists(db, [{ name: 'Clavicórdio um' }, { name: 'Clavicórdio dois', tags: ['Etiqueta só dela'] }])
  const cards = await openLibrary(page, 'clavicordio')
  await expect(cards).toHaveCount(2)
  const { keyboard } = page

  const menu = page.getByRole('button', { name: 'Ações de Clavicórdio um', exact: true })
  await menu.focus()
  await chooseByKeys(page, 'Etiquetas…')
  const dialog = page.getByRole('dialog', { name: 'Etiquetas de Clavicórdio um' })
  await expect(dialog.getByLabel('Nova etiqueta')).toBeFocused()
  await keyboard.type('Cobrança, cobranca, Pelo teclado')
  await keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: /^Tirar / })).toHaveCount(2)
  await keyboard.type('etiqueta comprida demais para qualquer lista')
  await keyboard.press('Enter')
  await expect(dialog.getByText('Use até 30 caracteres.')).toBeVisible()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.press('Delete')
  await dialog.getByRole('button', { name: 'Salvar etiquetas' }).focus()
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(menu).toBeFocused()

  const chip = page.getByRole('button', { name: 'Ver só listas com Pelo teclado' })
  await expect(chip).toBeVisible()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(chip).toBeFocused()
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/tags=Pelo\+teclado|tags=Pelo%20teclado/)
  await expect(cards).toHaveCount(1)
  await page.reload()
  await expect(cards).toHaveCount(1)
  await page.getByRole('button', { name: 'Limpar etiquetas' }).focus()
  await keyboard.press('Enter')
  await expect(cards).toHaveCount(2)
})

test('a tag is found by the search, renamed everywhere and taken away', async ({ page, db }) => {
  await makeLists(db, [
    { name: 'Etiquetada um', tags: ['Páscoa antiga'] },
    { name: 'Etiquetada dois', tags: ['pascoa ANTIGA', 'Outra daqui'] },
  ])
  const cards = await openLibrary(page, 'pascoa antiga')
  await expect(cards).toHaveCount(2)
  await onLibrary(page, 'Gerenciar etiquetas')
  const dialog = page.getByRole('dialog', { name: 'Gerenciar etiquetas' })
  const row = dialog.getByRole('listitem').filter({ hasText: /antiga/i })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('2 listas')
  await row.getByRole('button', { name: /^Renomear/ }).click()
  await dialog.getByRole('textbox').fill('outra DAQUI')
  await expect(dialog.getByText('“Outra daqui” já existe: as duas viram uma.')).toBeVisible()
  await dialog.getByRole('textbox').fill('Páscoa nova')
  await page.keyboard.press('Enter')
  const renamed = dialog.getByRole('listitem').filter({ hasText: 'Páscoa nova' })
  await expect(renamed).toContainText('2 listas')
  await renamed.getByRole('button', { name: 'Tirar Páscoa nova de todas as listas' }).click()
  await page.keyboard.press('Enter')
  await expect(renamed).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nada encontrado para “pascoa antiga”')).toBeVisible()
})

test('the library is put in order by name, use and last sending, and the address keeps it', async ({ page, db }) => {
  await makeLists(db, [
    { name: 'Ordem Água', timesUsed: 1, lastSentAt: '2026-11-20T12:00:00Z', changedAt: '2026-11-01T12:00:00Z' },
    { name: 'Ordem banco', timesUsed: 12, lastSentAt: '2026-10-20T12:00:00Z', changedAt: '2026-11-02T12:00:00Z' },
    { name: 'Ordem agenda', changedAt: '2026-11-03T12:00:00Z' },
  ])
  const cards = await openLibrary(page, 'ordem')
  const names = () => cards.getByRole('heading').allTextContents()
  const sort = page.getByRole('combobox', { name: 'Ordenar por' })
  await expect(cards).toHaveCount(3)
  expect(await names()).toEqual(['Ordem agenda', 'Ordem banco', 'Ordem Água'])
  await sort.selectOption({ label: 'Nome' })
  await expect.poll(names).toEqual(['Ordem agenda', 'Ordem Água', 'Ordem banco'])
  await page.reload()
  await expect(sort).toHaveValue('name')
  expect(await names()).toEqual(['Ordem agenda', 'Ordem Água', 'Ordem banco'])
  await sort.selectOption({ label: 'Mais usadas' })
  await expect.poll(names).toEqual(['Ordem banco', 'Ordem Água', 'Ordem agenda'])
  await sort.selectOption({ label: 'Último envio' })
  await expect.poll(names).toEqual(['Ordem Água', 'Ordem banco', 'Ordem agenda'])
  await expect(cards.nth(1)).toContainText('Enviada 12 vezes, a última em 20/10/2026')
  await expect(cards.nth(2)).toContainText('Ainda não enviada')
})

test('a ready-made list joins the library and opens, ready to be sent', async ({ page }) => {
  await page.goto('/templates')
  await page.getByRole('button', { name: 'Modelos prontos' }).click()
  const dialog = page.getByRole('dialog', { name: 'Modelos prontos' })
  await expect(dialog.getByRole('listitem')).toHaveCount(6)
  await dialog.getByRole('button', { name: 'Usar Pesquisa NPS' }).click()
  await page.waitForURL(/\/templates\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Pesquisa NPS' })).toBeVisible()
  const editor = editorOn(page)
  await expect(editor.rowId(1, 10)).toHaveValue('nps_0_1')
  await expect(editor.problems).toHaveCount(0)
})

test('on /compose a ready-made list is one step, taken by keyboard and undone', async ({ page }) => {
  const editor = await openCompose(page)
  await editor.body.fill('O que eu já tinha')
  await editor.menu.focus()
  await chooseByKeys(page, 'Começar de um modelo pronto')
  const dialog = page.getByRole('dialog', { name: 'Modelos prontos' })
  await dialog.getByRole('button', { name: 'Usar Confirmação de presença' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(editor.body).toBeFocused()
  await expect(editor.rowTitle(1, 1)).toHaveValue('Vou, contem comigo')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(editor.body).toHaveValue('O que eu já tinha')
})

test('an empty search offers the ready-made lists that have these words', async ({ page }) => {
  await page.goto('/templates')
  await page.getByRole('searchbox').fill('estacionamento alimentacao')
  await expect(page.getByText('Nada encontrado para')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Usar Confirmação de presença' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Usar / })).toHaveCount(1)
})

test('a saved list gets its tags from its editor too', async ({ page, db }) => {
  const [id] = await makeLists(db, [{ name: 'Do editor, com etiqueta' }])
  await page.goto(`/templates/${id}`)
  await editorOn(page).menu.click()
  await page.getByRole('menuitem', { name: 'Etiquetas…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nova etiqueta').fill('Pelo editor')
  await dialog.getByRole('button', { name: 'Salvar etiquetas' }).click()
  await expect(dialog).toBeHidden()
  await expect(await openLibrary(page, 'pelo editor')).toHaveCount(1)
})

test('the library leaves as one file and comes back: new, the same, different, broken', async ({ page, db }) => {
  const ids = await makeLists(db, [
    { name: 'Arquivo perdida', tags: ['Viagem'] },
    { name: 'Arquivo igual' },
    { name: 'Arquivo mudada' },
  ])
  await openLibrary(page, 'arquivo')
  const download = page.waitForEvent('download')
  await onLibrary(page, 'Exportar biblioteca')
  const saved = await download
  expect(saved.suggestedFilename()).toMatch(/^listazap-biblioteca-\d{4}-\d\d-\d\d\.json$/)
  const file = JSON.parse(await readFile(await saved.path(), 'utf8'))
  expect(file).toMatchObject({ format: 'listazap.library', version: 1 })
  const mine = file.lists.filter(({ id }: { id: string }) => ids.includes(id))
  expect(mine).toHaveLength(3)
  const lists = [...mine, { ...mine[0], id: '00000000-0000-4000-8000-000000000001', name: 'Quebrada', draft: null }]

  await db.query('delete from list_template where id = $1', [ids[0]])
  await db.query(`update list_template set draft = jsonb_set(draft, '{body}', '"Outro texto"') where id = $1`, [ids[2]])
  await page.reload()
  await onLibrary(page, 'Importar biblioteca…')
  const dialog = page.getByRole('dialog', { name: 'Importar biblioteca' })
  const choose = (content: string) =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(content) })
  await choose('{\n  "format": oi }')
  await expect(dialog.getByText('O arquivo não é JSON válido: linha 2, coluna 13.')).toBeVisible()
  await choose(JSON.stringify({ ...file, lists }))
  await expect(dialog.getByText('lists[3].draft')).toBeVisible()
  for (const part of ['1nova', '1diferente', '1igual', '1com erro']) {
    await expect(dialog.getByRole('listitem').filter({ hasText: new RegExp(`^${part}$`) })).toBeVisible()
  }
  const button = dialog.getByRole('button', { name: /^Importar \d/ })
  await expect(button).toHaveText('Importar 1 lista')
  await dialog.getByRole('combobox', { name: 'O que fazer com Arquivo mudada' }).selectOption('replace')
  await expect(button).toHaveText('Importar 2 listas')
  expect((await db.query('select 1 from list_template where id = $1', [ids[0]])).rows).toEqual([])
  await button.click()
  await expect(dialog.getByText('2 listas importadas')).toBeVisible()
  await expect(dialog.getByText('1 adicionada · 1 substituída')).toBeVisible()
  await dialog.getByRole('button', { name: 'Fechar' }).last().click()
  await expect(cardsOn(page)).toHaveCount(3)
  const { rows } = await db.query(`select draft->>'body' as body, version from list_template where id = $1`, [ids[2]])
  expect(rows).toEqual([{ body: mine[2].draft.body, version: 2 }])

  await onLibrary(page, 'Importar biblioteca…')
  await choose(JSON.stringify({ ...file, lists: mine }))
  await expect(dialog.getByRole('button', { name: 'Nada a importar' })).toBeVisible()
})

test('the library and its dialogs break no rule', async ({ page, db, checkAccessibility }) => {
  const name = 'Acessível'
  const [id] = await makeLists(db, [
    { name, tags: ['Um', 'Dois', 'Três', 'Quatro'], timesUsed: 3, lastSentAt: '2026-11-20T12:00:00Z' },
  ])
  await openLibrary(page, name, '&tags=Um')
  await expect(cardsOn(page)).toHaveCount(1)
  await checkAccessibility()
  const close = async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }

  await page.getByRole('button', { name: '1 etiqueta', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: /^Dois/ })).toBeVisible()
  await checkAccessibility()
  await close()
  await page.getByRole('button', { name: 'Modelos prontos' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(6)
  await checkAccessibility()
  await close()
  await onCard(page, name, 'Etiquetas…')
  await expect(page.getByLabel('Nova etiqueta')).toBeFocused()
  await checkAccessibility()
  await close()
  await onLibrary(page, 'Gerenciar etiquetas')
  await page.getByRole('button', { name: 'Renomear Quatro' }).click()
  await checkAccessibility()
  await close()

  const entry = { id, name, createdAt: '2026-01-01T00:00:00Z', changedAt: '2026-01-01T00:00:00Z' }
  const draft = { header: '', body: 'Outro', footer: '', button: '', sections: [] }
  const file = { format: 'listazap.library', version: 1, lists: [{ ...entry, draft }, { name: 'Quebrada' }] }
  await onLibrary(page, 'Importar biblioteca…')
  await expect(page.getByRole('button', { name: 'Escolher arquivo' })).toBeFocused()
  await checkAccessibility()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) })
  await expect(page.getByText('Já existem aqui, com outro conteúdo')).toBeVisible()
  await checkAccessibility()
})
