import { newDraft } from '../lib/domain/list-draft'
import { openEditor } from './fixtures/editor'
import { expect, test } from './fixtures/test'
import { countVersions, makeVersions, THREE_VERSIONS, versionsOf, versionsOn } from './fixtures/versions'

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
