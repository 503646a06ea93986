import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import { type ListDraft, newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import { getTemplate } from '@/lib/queries/templates'
import { createTestDatabase } from '@/lib/testing/database'
import { createTemplate } from './create-template'
import { restoreTemplateVersion } from './restore-template-version'
import { updateTemplate } from './update-template'

const database = createTestDatabase()
const person = async (name: string) =>
  mint(await db().user.create({ data: { name, email: `${name.toLowerCase()}@example.com` } }))

const section = newSection({ title: 'Audio', rows: [newRow({ id: 'fone', title: 'Fone' })] })
const first = newDraft({ body: 'Primeira', sections: [section] })
const withId = (draft: ListDraft, id: string): ListDraft => ({
  ...draft,
  sections: draft.sections.map((one) => ({ ...one, rows: one.rows.map((row) => ({ ...row, id })) })),
})
const versionsOf = (templateId: string) =>
  db().listTemplateVersion.findMany({ where: { templateId }, orderBy: { version: 'asc' } })

async function begin() {
  const [ana, bia] = [await person('Ana'), await person('Bia')]
  const id = randomUUID()
  await createTemplate(ana, { id, name: 'Produtos', draft: first })
  await updateTemplate(ana, { id, version: 1, draft: { ...first, body: 'Segunda' } })
  return { ana, bia, id }
}

describe('bringing an earlier version back', () => {
  beforeEach(() => database.truncate())

  it('saves it as a new one, told as such, and the way back is the same', async () => {
    const { bia, id } = await begin()
    const there = await restoreTemplateVersion(bia, { id, version: 1, newest: 2 })
    expect(there).toMatchObject({ outcome: 'saved', template: { version: 3, draft: first, savedBy: { name: 'Bia' } } })
    const back = await restoreTemplateVersion(bia, { id, version: 2, newest: 3 })
    expect(back).toMatchObject({ outcome: 'saved', template: { version: 4, draft: { body: 'Segunda' } } })
    expect((await versionsOf(id)).map((row) => [row.version, row.restoredFrom])).toEqual([
      [1, null],
      [2, null],
      [3, 1],
      [4, 2],
    ])
  })

  it('makes no version of what holds already: so a second press is no conflict', async () => {
    const { ana, id } = await begin()
    const presses = [1, 2].map(() => restoreTemplateVersion(ana, { id, version: 1, newest: 2 }))
    expect((await Promise.all(presses)).map((press) => press?.outcome)).toEqual(['saved', 'saved'])
    expect(await versionsOf(id)).toHaveLength(3)
  })

  it('tells who has not seen the newest version, and writes nothing', async () => {
    const { ana, bia, id } = await begin()
    await updateTemplate(ana, { id, version: 2, draft: { ...first, body: 'Terceira' } })
    expect(await restoreTemplateVersion(bia, { id, version: 1, newest: 2 })).toMatchObject({
      outcome: 'stale',
      template: { version: 3, savedBy: { name: 'Ana' } },
    })
    expect(await versionsOf(id)).toHaveLength(3)
  })

  it('asks before it changes a row ID that was sent; then changes it, or keeps it', async () => {
    const { ana, id } = await begin()
    await updateTemplate(ana, { id, version: 2, draft: withId(first, 'fone_bt') })
    await db().listTemplate.update({ where: { id }, data: { sentRowIds: ['fone_bt'] } })
    const input = { id, version: 2, newest: 3 }
    expect(await restoreTemplateVersion(ana, input)).toMatchObject({
      outcome: 'frozen',
      rowIds: [{ from: 'fone_bt', to: 'fone', title: 'Fone' }],
    })
    expect((await getTemplate(ana, id))?.version).toBe(3)

    const kept = await restoreTemplateVersion(ana, { ...input, keepSentIds: true })
    expect(kept?.template.draft).toEqual(withId({ ...first, body: 'Segunda' }, 'fone_bt'))
    const changed = await restoreTemplateVersion(ana, { ...input, newest: 4, acknowledgedRowIds: ['fone_bt'] })
    expect(changed?.template.draft).toEqual({ ...first, body: 'Segunda' })
    expect((await versionsOf(id)).map((row) => row.changedSentRowIds)).toEqual([[], [], [], [], ['fone_bt']])
  })

  it('answers null where the template or the version is not there', async () => {
    const { ana, id } = await begin()
    expect(await restoreTemplateVersion(ana, { id, version: 9, newest: 2 })).toBeNull()
    expect(await restoreTemplateVersion(ana, { id: randomUUID(), version: 1, newest: 1 })).toBeNull()
  })
})
