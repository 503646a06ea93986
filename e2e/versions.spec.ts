import type { Page } from '@playwright/test'
import { newDraft } from '../lib/domain/list-draft'
import { editorOn, openEditor } from './fixtures/editor'
import { chooseByKeys, tabTo } from './fixtures/keyboard'
import { expect, test } from './fixtures/test'
import { countVersions, makeVersions, THREE_VERSIONS, versionsOf } from './fixtures/versions'

function versionsOn(page: Page) {
  const list = page.getByRole('main').getByRole('list').first()
  return {
    cards: list.getByRole('listitem'),
    see: (version: number) => page.getByRole('button', { name: `Ver o que mudou na versão ${version}` }),
    actions: (version: number) => page.getByRole('button', { name: `Ações da versão ${version}` }),
    comparison: page.getByRole('region', { name: /^Versão \d+ e versão \d+$/ }),
    phone: (version: number) => page.getByRole('region', { name: `Versão ${version} no telefone` }),
    before: page.getByRole('combobox', { name: 'Antes' }),
    after: page.getByRole('combobox', { name: 'Depois' }),
    changes: page.getByRole('list', { name: 'O que mudou' }).getByRole('button'),
  }
}

test('each save that changes something is told in words, and two stand side by side on phones', async ({
  page,
  db,
}) => {
  const template = await makeVersions(db)
  const editor = await openEditor(page, template.address)
  await editor.rowDescription(1, 1).fill('De couro')
  await editor.save.click()
  await expect.poll(() => countVersions(db, template.id)).toBe(4)
  await editor.menu.click()
  await page.getByRole('menuitem', { name: 'Versões' }).click()
  await page.waitForURL(/\/versions$/)

  const { cards, see, comparison, changes, phone, before, after } = versionsOn(page)
  await expect(cards).toHaveCount(4)
  await expect(cards.nth(0)).toContainText(/^Versão 4Atual.*Descrição da opção “Capa” adicionada/)
  await expect(cards.nth(1)).toContainText('Corpo da mensagem alterado, seção “Acessórios” movida e mais 1')
  await expect(cards.nth(2)).toContainText('Cabeçalho adicionado e seção “Acessórios” adicionada com 1 opção')
  await expect(cards.nth(3)).toContainText('Primeira versão')
  await expect(see(4)).toHaveAttribute('aria-current', 'true')
  await expect(comparison).toHaveAccessibleName('Versão 3 e versão 4')
  await expect(phone(4).getByRole('dialog')).toContainText('De couro')
  await expect(phone(3).getByRole('dialog')).not.toContainText('De couro')

  await see(3).click()
  await expect(page).toHaveURL(/from=2&to=3/)
  await expect(comparison).toHaveAccessibleName('Versão 2 e versão 3')
  await expect(changes).toHaveText([
    /^Corpo da mensagem alterado/,
    /^Seção “Acessórios” movida/,
    /^Opção “Fone” renomeada/,
  ])
  await expect(changes.nth(0)).toHaveAttribute('aria-pressed', 'true')
  await expect(changes.nth(0).locator('ins')).toHaveText('Escolha um produto ainda hoje')
  await expect(phone(3)).toContainText('ainda hoje')
  await expect(phone(3).getByRole('dialog')).toBeHidden()
  await changes.nth(2).click()
  await expect(phone(2).getByRole('radio', { name: 'Fone', exact: true })).toBeVisible()
  await expect(phone(3).getByRole('radio', { name: 'Fone sem fio' })).toBeVisible()
  await expect(changes.nth(2)).toBeFocused()

  await before.focus()
  await before.selectOption('1')
  await expect(comparison).toHaveAccessibleName('Versão 1 e versão 3')
  await expect(before).toBeFocused()
  await after.selectOption('2')
  await expect(page).toHaveURL(/from=1&to=2/)
  await page.reload()
  await expect(comparison).toHaveAccessibleName('Versão 1 e versão 2')
  await page.goBack()
  await expect(comparison).toHaveAccessibleName('Versão 1 e versão 3')
})

test('a version is restored as a new one, shows the way back, and opens as a new list', async ({ page, db }) => {
  const template = await makeVersions(db)
  await page.goto(template.versions)
  const { cards, actions, comparison } = versionsOn(page)
  await actions(1).click()
  await page.getByRole('menuitem', { name: 'Restaurar esta versão' }).click()
  const ask = page.getByRole('dialog', { name: 'Restaurar a versão 1?' })
  await expect(ask).toContainText('A versão 3, a atual, continua aqui.')
  await ask.getByRole('button', { name: 'Restaurar' }).click()
  await expect(page.getByText('Versão 1 restaurada: agora é a versão 4')).toBeVisible()
  await expect(cards).toHaveCount(4)
  await expect(cards.nth(0)).toContainText('Restaurada da versão 1')
  await expect(comparison).toHaveAccessibleName('Versão 3 e versão 4')

  await page.getByRole('button', { name: 'Desfazer' }).click()
  await expect(cards).toHaveCount(5)
  await expect(cards.nth(0)).toContainText('Restaurada da versão 3')
  const held = await versionsOf(db, template.id)
  expect(held.map(({ restoredFrom }) => restoredFrom)).toEqual([null, null, null, 1, 3])
  expect(held[4]?.draft).toEqual(held[2]?.draft)

  await page.getByRole('link', { name: 'Voltar ao editor' }).click()
  await expect(editorOn(page).body).toHaveValue('Escolha um produto ainda hoje')
  await page.goBack()
  await actions(2).click()
  await page.getByRole('menuitem', { name: 'Abrir como nova lista' }).click()
  await page.waitForURL(/\/compose$/)
  await expect(editorOn(page).header).toHaveValue('Loja da Ana')
  await expect(editorOn(page).body).toHaveValue('Escolha um produto')
})

test('who restores is told when somebody has saved meanwhile, and nothing is written', async ({
  page,
  context,
  db,
}) => {
  const template = await makeVersions(db)
  await page.goto(template.versions)
  const { actions, cards } = versionsOn(page)
  await actions(1).click()
  await page.getByRole('menuitem', { name: 'Restaurar esta versão' }).click()

  const other = await openEditor(await context.newPage(), template.address)
  await other.footer.fill('Salvo por fora')
  await other.save.click()
  await expect.poll(() => countVersions(db, template.id)).toBe(4)

  await page.getByRole('dialog').getByRole('button', { name: 'Restaurar' }).click()
  const stale = page.getByRole('dialog', { name: 'O modelo mudou enquanto isso' })
  await expect(stale).toContainText('Você, em outra janela, salvou a versão 4')
  await stale.getByRole('button', { name: 'Ver o que mudou' }).click()
  await expect(cards).toHaveCount(4)
  await expect(cards.nth(0)).toContainText('Rodapé adicionado')
  expect(await versionsOf(db, template.id)).toHaveLength(4)
})

test('a sent row ID is locked; changed all the same, it is noted on the version', async ({ page, db }) => {
  const template = await makeVersions(db, { sentRowIds: ['fone'] })
  const editor = await openEditor(page, template.address)
  await expect(editor.rowId(2, 1)).not.toBeEditable()
  await expect(editor.rowId(2, 1)).toHaveAccessibleDescription('Já enviado: as respostas são reconhecidas por este ID')
  await expect(editor.rowId(2, 2)).toBeEditable()

  await page.getByRole('button', { name: 'Alterar ID fone' }).click()
  const ask = page.getByRole('dialog', { name: 'Alterar um ID já enviado?' })
  await expect(ask.getByRole('button', { name: 'Manter' })).toBeFocused()
  await ask.getByRole('button', { name: 'Manter' }).click()
  await expect(editor.rowId(2, 1)).not.toBeEditable()
  await page.getByRole('button', { name: 'Alterar ID fone' }).click()
  await ask.getByRole('button', { name: 'Alterar ID' }).click()
  await expect(editor.rowId(2, 1)).toBeFocused()
  await editor.rowId(2, 1).fill('fone_sem_fio')
  await editor.save.click()
  await expect.poll(() => countVersions(db, template.id)).toBe(4)
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.goto(template.versions)
  await expect(versionsOn(page).cards.nth(0)).toContainText('ID da opção “Fone sem fio” alterado')
  await expect(versionsOn(page).cards.nth(0)).toContainText('ID já enviado alterado: fone')
})

test('a sent ID that changed on another way is asked about at the save: kept as a step, or changed', async ({
  page,
  db,
}) => {
  const template = await makeVersions(db, { sentRowIds: ['fone', 'caixa'] })
  const editor = await openEditor(page, template.address)
  const editInBulk = async (text: string) => {
    await editor.menu.click()
    await page.getByRole('menuitem', { name: 'Editar em bloco' }).click()
    await page.getByRole('textbox', { name: 'Opções em texto' }).fill(text)
    await page.getByRole('dialog').getByRole('button', { name: 'Aplicar' }).click()
  }
  const changed = '# Acessórios\nCapa | | capa\n# Áudio\nFone sem fio | R$ 299,00 | novo\nCaixa de som | | outra'
  await editInBulk(changed)
  await editor.save.click()
  const ask = page.getByRole('dialog', { name: '2 IDs já enviados vão mudar' })
  await expect(ask.getByRole('listitem')).toHaveText([/Fone sem fio.*fone.*novo/, /Caixa de som.*caixa.*outra/])
  await expect(ask.getByRole('button', { name: 'Manter os IDs e salvar' })).toBeFocused()
  await page.keyboard.press('Escape')
  expect(await versionsOf(db, template.id)).toHaveLength(3)

  await editor.footer.fill('E um rodapé')
  await editor.save.click()
  await ask.getByRole('button', { name: 'Manter os IDs e salvar' }).click()
  await expect(page.getByText('IDs já enviados mantidos')).toBeVisible()
  await expect.poll(() => countVersions(db, template.id)).toBe(4)
  await expect(editor.rowId(2, 1)).toHaveValue('fone')
  await expect(page.getByRole('button', { name: 'Desfazer: manter os IDs já enviados' })).toBeVisible()
  expect((await versionsOf(db, template.id)).at(-1)?.draft.footer).toBe('E um rodapé')

  await editInBulk(changed)
  await editor.save.click()
  await ask.getByRole('button', { name: 'Salvar com os IDs novos' }).click()
  await expect(ask).toBeHidden()
  await expect.poll(() => countVersions(db, template.id)).toBe(5)
  expect((await versionsOf(db, template.id)).at(-1)?.changedSentRowIds).toEqual(['fone', 'caixa'])
})

test('restoring asks about sent IDs likewise, and can keep them', async ({ page, db }) => {
  const [first] = THREE_VERSIONS
  const old = first ?? newDraft()
  const now = {
    ...old,
    sections: old.sections.map((one) => ({ ...one, rows: one.rows.map((row) => ({ ...row, id: `${row.id}_2` })) })),
  }
  const template = await makeVersions(db, { drafts: [old, { ...now, footer: 'Até já' }], sentRowIds: ['fone_2'] })
  await page.goto(template.versions)
  const { actions, cards } = versionsOn(page)
  await actions(1).click()
  await page.getByRole('menuitem', { name: 'Restaurar esta versão' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restaurar' }).click()
  const ask = page.getByRole('dialog', { name: 'Um ID já enviado vai mudar' })
  await expect(ask.getByRole('listitem')).toHaveText([/Fone.*fone_2.*fone/])
  await ask.getByRole('button', { name: 'Restaurar com o ID atual' }).click()
  await expect(cards).toHaveCount(3)
  const [row] = (await versionsOf(db, template.id)).at(-1)?.draft.sections[0]?.rows ?? []
  expect(row?.id).toBe('fone_2')
})

test('by keyboard alone: from the editor to the versions, two compared, one restored and taken back', async ({
  page,
  db,
}) => {
  const template = await makeVersions(db)
  const editor = await openEditor(page, template.address)
  await tabTo(page, editor.menu)
  await chooseByKeys(page, 'Versões')
  await page.waitForURL(/\/versions$/)
  const { see, actions, comparison, before, changes, cards } = versionsOn(page)
  await tabTo(page, see(2))
  await page.keyboard.press('Enter')
  await expect(comparison).toHaveAccessibleName('Versão 1 e versão 2')
  await tabTo(page, changes.nth(1))
  await page.keyboard.press('Space')
  await expect(changes.nth(1)).toHaveAttribute('aria-pressed', 'true')
  await tabTo(page, before)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(comparison).toHaveAccessibleName('Versão 3 e versão 2')
  await expect(before).toBeFocused()

  await page.goto(template.versions)
  await tabTo(page, actions(1))
  await chooseByKeys(page, 'Restaurar esta versão')
  const ask = page.getByRole('dialog', { name: 'Restaurar a versão 1?' })
  await expect(ask.getByRole('button', { name: 'Restaurar' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(actions(1)).toBeFocused()
  await chooseByKeys(page, 'Restaurar esta versão')
  await expect(ask.getByRole('button', { name: 'Restaurar' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cards.nth(0)).toContainText('Restaurada da versão 1')
  await expect(actions(1)).toBeFocused()
})

test('by keyboard alone: a sent ID is opened and changed', async ({ page, db }) => {
  const template = await makeVersions(db, { sentRowIds: ['fone'] })
  const editor = await openEditor(page, template.address)
  await editor.rowId(2, 1).focus()
  await page.keyboard.type('x')
  await expect(editor.rowId(2, 1)).toHaveValue('fone')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Alterar ID fone' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Manter' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(editor.rowId(2, 1)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type('_2')
  await page.keyboard.press('Control+s')
  await expect.poll(() => countVersions(db, template.id)).toBe(4)
  expect((await versionsOf(db, template.id)).at(-1)?.changedSentRowIds).toEqual(['fone'])
})

test('a list with one version says what will be here; one with many comes in pages', async ({ page, db }) => {
  const one = await makeVersions(db, { drafts: [newDraft({ body: 'Só esta' })] })
  await page.goto(one.versions)
  await expect(page.getByText('Só há uma versão até agora')).toBeVisible()
  await page.getByRole('link', { name: 'Editar a lista' }).click()
  await expect(editorOn(page).body).toHaveValue('Só esta')

  const drafts = Array.from({ length: 23 }, (_, n) => newDraft({ body: `Texto ${n + 1}` }))
  const many = await makeVersions(db, { drafts })
  await page.goto(many.versions)
  const { cards, see, comparison } = versionsOn(page)
  await expect(cards).toHaveCount(20)
  await page.getByRole('button', { name: 'Mais antigas' }).click()
  await expect(cards).toHaveCount(3)
  await see(2).click()
  await expect(comparison).toHaveAccessibleName('Versão 1 e versão 2')
  await page.getByRole('button', { name: 'Comparar a versão 1 com a atual' }).click()
  await expect(comparison).toHaveAccessibleName('Versão 1 e versão 23')
  await page.getByRole('button', { name: 'Mais novas' }).click()
  await expect(cards).toHaveCount(20)
  await page.goto('/templates/00000000-0000-7000-8000-000000000000/versions')
  await expect(page.getByText('Este modelo não existe')).toBeVisible()
})

test('on a narrow screen one version is seen at a time, and the comparison comes into sight', async ({ page, db }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const template = await makeVersions(db)
  await page.goto(template.versions)
  const { see, phone, comparison } = versionsOn(page)
  await see(2).click()
  await expect(comparison).toHaveAccessibleName('Versão 1 e versão 2')
  await expect(comparison.getByRole('heading')).toBeInViewport()
  await expect(phone(2)).toBeVisible()
  await expect(phone(1)).toBeHidden()
  await page.getByRole('radio', { name: 'Antes' }).click()
  await expect(phone(1)).toBeVisible()
  await expect(phone(2)).toBeHidden()
})

test('the versions and what they ask break no rule of accessibility', async ({ page, db, checkAccessibility }) => {
  const template = await makeVersions(db, { sentRowIds: ['fone'] })
  await page.goto(template.versions)
  const { changes, actions } = versionsOn(page)
  await expect(changes).toHaveCount(3)
  await checkAccessibility()
  await changes.nth(2).click()
  await checkAccessibility()
  await actions(1).click()
  await page.getByRole('menuitem', { name: 'Restaurar esta versão' }).click()
  await expect(page.getByRole('dialog', { name: 'Restaurar a versão 1?' })).toBeVisible()
  await checkAccessibility()

  const editor = await openEditor(page, template.address)
  await checkAccessibility()
  await page.getByRole('button', { name: 'Alterar ID fone' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await checkAccessibility()
  await page.getByRole('button', { name: 'Alterar ID', exact: true }).click()
  await editor.rowId(2, 1).fill('')
  await page.reload()
  await expect(editor.rowId(2, 1)).toHaveValue('')
  await editor.save.click()
  await expect(page.getByRole('dialog', { name: 'Um ID já enviado vai mudar' })).toBeVisible()
  await checkAccessibility()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(template.versions)
  await expect(changes).toHaveCount(3)
  await checkAccessibility()
})
