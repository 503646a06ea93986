import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import { newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import { getTemplate, listTemplates } from '@/lib/queries/templates'
import { createTestDatabase } from '@/lib/testing/database'
import { archiveTemplate } from './archive-template'
import { createTemplate } from './create-template'
import { renameTemplate } from './rename-template'
import { restoreTemplate } from './restore-template'
import { updateTemplate } from './update-template'

const database = createTestDatabase()
const person = async (name: string) =>
  mint(await db().user.create({ data: { name, email: `${name.toLowerCase()}@example.com` } }))

const draft = newDraft({ body: 'Primeira' })

async function begin() {
  const [ana, bia] = [await person('Ana'), await person('Bia')]
  const id = randomUUID()
  await createTemplate(ana, { id, name: 'Produtos', draft })
  return { ana, bia, id }
}

describe('two people on one template', () => {
  beforeEach(() => database.truncate())

  it('lets the first save and refuses the second, who is told by whom, and gets what was saved', async () => {
    const { ana, bia, id } = await begin()
    const first = await updateTemplate(ana, { id, version: 1, draft: { ...draft, body: 'De Ana' } })
    const second = await updateTemplate(bia, { id, version: 1, draft: { ...draft, body: 'De Bia' } })
    expect(first).toMatchObject({ outcome: 'saved', template: { version: 2 } })
    expect(second).toMatchObject({
      outcome: 'stale',
      template: { version: 2, draft: { body: 'De Ana' }, savedBy: { name: 'Ana' } },
    })
    expect(await getTemplate(bia, id)).toEqual(first?.template)
  })

  it('lets exactly one of many simultaneous saves through', async () => {
    const { ana, id } = await begin()
    const saves = await Promise.all(
      ['a', 'b', 'c', 'd'].map((body) => updateTemplate(ana, { id, version: 1, draft: { ...draft, body } })),
    )
    expect(saves.filter((save) => save?.outcome === 'saved')).toHaveLength(1)
    expect(saves.filter((save) => save?.outcome === 'stale')).toHaveLength(3)
  })

  it('takes a save of what is saved already for done: the retry after a lost answer is no conflict', async () => {
    const { ana, id } = await begin()
    const next = { ...draft, body: 'Segunda' }
    await updateTemplate(ana, { id, version: 1, draft: next })
    expect(await updateTemplate(ana, { id, version: 1, draft: next })).toMatchObject({
      outcome: 'saved',
      template: { version: 2 },
    })
  })

  it('does not stand in the way of an edit when the other only renames it', async () => {
    const { ana, bia, id } = await begin()
    await renameTemplate(bia, { id, name: 'Catálogo' })
    const saved = await updateTemplate(ana, { id, version: 1, draft: { ...draft, body: 'De Ana' } })
    expect(saved).toMatchObject({ outcome: 'saved', template: { name: 'Catálogo', version: 2 } })
    const found = await listTemplates(ana, { search: 'catalogo ana', archived: false })
    expect(found.templates.map((template) => template.id)).toEqual([id])
  })

  it('answers null where the template is gone', async () => {
    const { ana } = await begin()
    expect(await updateTemplate(ana, { id: randomUUID(), version: 1, draft })).toBeNull()
    expect(await renameTemplate(ana, { id: randomUUID(), name: 'x' })).toBeNull()
  })
})

describe('what each save leaves', () => {
  beforeEach(() => database.truncate())
  const versionsOf = (templateId: string) =>
    db().listTemplateVersion.findMany({ where: { templateId }, orderBy: { version: 'asc' } })

  it('is a version of its own, by whom and when; nothing where nothing changed or only the name did', async () => {
    const { ana, bia, id } = await begin()
    await updateTemplate(ana, { id, version: 1, draft })
    await renameTemplate(bia, { id, name: 'Catálogo' })
    const saved = await updateTemplate(bia, { id, version: 1, draft: { ...draft, body: 'De Bia' } })
    await updateTemplate(ana, { id, version: 1, draft: { ...draft, body: 'De Ana' } })
    expect(await versionsOf(id)).toMatchObject([
      { version: 1, draft: { body: 'Primeira' }, savedById: ana.userId, restoredFrom: null },
      { version: 2, draft: { body: 'De Bia' }, savedById: bia.userId, savedAt: new Date(saved?.template.savedAt ?? 0) },
    ])
  })

  it('asks before it changes a row ID that was sent, and notes it when the person says so', async () => {
    const { ana } = await begin()
    const id = randomUUID()
    const rows = (...ids: string[]) => [newSection({ rows: ids.map((rowId) => newRow({ id: rowId, title: rowId })) })]
    const sent = newDraft({ sections: rows('fone', 'caixa', 'capa') })
    await createTemplate(ana, { id, name: 'Enviado', draft: sent })
    await db().listTemplate.update({ where: { id }, data: { sentRowIds: ['fone', 'caixa'] } })
    const [section] = sent.sections
    const next = (...ids: string[]) => ({
      ...sent,
      sections: [{ ...section, rows: section?.rows.map((row, r) => ({ ...row, id: ids[r] ?? '' })) } as never],
    })

    const asked = await updateTemplate(ana, { id, version: 1, draft: next('fone_2', 'caixa_2', 'capa_2') })
    expect(asked).toMatchObject({
      outcome: 'frozen',
      template: { version: 1 },
      rowIds: [
        { from: 'fone', to: 'fone_2', title: 'fone' },
        { from: 'caixa', to: 'caixa_2', title: 'caixa' },
      ],
    })
    const half = { id, version: 1, draft: next('fone_2', 'caixa_2', 'capa_2'), acknowledgedRowIds: ['fone'] }
    expect(await updateTemplate(ana, half)).toMatchObject({ outcome: 'frozen' })
    expect(await getTemplate(ana, id)).toMatchObject({ version: 1, draft: sent })

    const saved = await updateTemplate(ana, { ...half, acknowledgedRowIds: ['fone', 'caixa', 'capa'] })
    expect(saved).toMatchObject({ outcome: 'saved', template: { version: 2 } })
    expect((await versionsOf(id)).map((row) => row.changedSentRowIds)).toEqual([[], ['fone', 'caixa']])
  })

  it('lets a sent row go, and any other ID change, without a question', async () => {
    const { ana, id } = await begin()
    const rows = [newRow({ id: 'fone', title: 'Fone' }), newRow({ id: 'capa', title: 'Capa' })]
    const section = newSection({ rows })
    await updateTemplate(ana, { id, version: 1, draft: { ...draft, sections: [section] } })
    await db().listTemplate.update({ where: { id }, data: { sentRowIds: ['fone'] } })
    const left = { ...section, rows: [{ key: 'x', id: 'capas', title: 'Capa', description: '' }] }
    expect(await updateTemplate(ana, { id, version: 2, draft: { ...draft, sections: [left] } })).toMatchObject({
      outcome: 'saved',
      template: { version: 3 },
    })
    expect((await versionsOf(id)).at(-1)?.changedSentRowIds).toEqual([])
  })
})

describe('the archive', () => {
  beforeEach(() => database.truncate())

  it('hides a template without losing any of it, and gives it back', async () => {
    const { ana, bia, id } = await begin()
    expect(await archiveTemplate(bia, id)).toBe(true)
    expect(await archiveTemplate(bia, id)).toBe(true)
    expect((await getTemplate(ana, id))?.archivedAt).not.toBeNull()
    expect((await listTemplates(ana, { search: '', archived: false })).templates).toEqual([])
    expect((await listTemplates(ana, { search: '', archived: true })).templates).toMatchObject([{ id }])
    expect(await restoreTemplate(ana, id)).toBe(true)
    expect(await getTemplate(ana, id)).toMatchObject({ draft, version: 1, archivedAt: null })
  })

  it('says so when there is no such template', async () => {
    const { ana } = await begin()
    expect(await archiveTemplate(ana, randomUUID())).toBe(false)
    expect(await restoreTemplate(ana, randomUUID())).toBe(false)
  })
})
