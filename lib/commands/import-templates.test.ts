import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import { type Compared, judgeEntry } from '@/lib/domain/library-import'
import { messageToDraft, newDraft } from '@/lib/domain/list-draft'
import { readyLists } from '@/lib/domain/ready-lists'
import { type LibraryEntry, libraryHead, readLibraryFile } from '@/lib/domain/template-library-file'
import { exportTemplates, listLibraryMatches } from '@/lib/queries/template-library'
import { getTemplate, listTemplates } from '@/lib/queries/templates'
import { createTestDatabase } from '@/lib/testing/database'
import { archiveTemplate } from './archive-template'
import { createTemplate } from './create-template'
import { importTemplates } from './import-templates'
import { updateTemplate } from './update-template'

const database = createTestDatabase()
const person = async (name = 'Ana') =>
  mint(await db().user.create({ data: { name, email: `${name.toLowerCase()}@example.com` } }))

async function exported(actor: UserActor): Promise<LibraryEntry[]> {
  const lists: LibraryEntry[] = []
  for await (const entries of exportTemplates(actor)) lists.push(...entries)
  return lists
}

const throughFile = (lists: LibraryEntry[]) => {
  const file = readLibraryFile(JSON.stringify({ ...libraryHead(new Date().toISOString()), lists }))
  if (!file.ok) throw new Error(file.code)
  expect(file.bad).toEqual([])
  return file.entries
}

const compare = (actor: UserActor, entries: LibraryEntry[]) =>
  listLibraryMatches(
    actor,
    entries.map((entry): Compared => ({ entry, copyName: `${entry.name} (cópia)` })),
  )

async function fatesOf(actor: UserActor, entries: LibraryEntry[]) {
  const ids = new Set(entries.map(({ id }) => id))
  const matches = await compare(actor, entries)
  return entries.map((entry, i) => judgeEntry(entry, matches[i] ?? [], ids))
}

const asLists = (entries: LibraryEntry[]) =>
  entries.map((entry) => ({ entry, as: { kind: 'list' as const, id: entry.id, name: entry.name } }))

async function aLibrary(): Promise<{ ana: UserActor; ids: string[] }> {
  const ana = await person()
  const ids: string[] = []
  for (const { name, message } of readyLists('pt-BR')) {
    const id = randomUUID()
    ids.push(id)
    await createTemplate(ana, { id, name, draft: messageToDraft(message), tags: [name.slice(0, 6), 'Loja'] })
  }
  await archiveTemplate(ana, ids[0] ?? '')
  await db().listTemplate.update({ where: { id: ids[1] ?? '' }, data: { sentRowIds: ['negociar'] } })
  await updateTemplate(ana, { id: ids[2] ?? '', version: 1, draft: newDraft({ body: 'Inacabada “ \\ \u{1f600}' }) })
  return { ana, ids }
}

describe('a library that moves', () => {
  beforeEach(() => database.truncate())

  it('is the same in an empty database: ids, names, tags, texts, moments, shelves and sent IDs', async () => {
    const { ana } = await aLibrary()
    const before = await exported(ana)
    expect(before).toHaveLength(6)
    await database.truncate()
    const bia = await person('Bia')
    expect(await importTemplates(bia, asLists(throughFile(before)))).toEqual(before.map(() => 'added'))
    const byBia = before.map((list) => ({ ...list, createdBy: 'Bia', changedBy: 'Bia' }))
    expect(await exported(bia)).toEqual(byBia)
    const { templates } = await listTemplates(bia, { search: 'torra media', tags: ['loja'] })
    expect(templates.map(({ name }) => name)).toEqual(['Catálogo curto'])
    expect(await db().listTemplateVersion.count()).toBe(6)
  })

  it('names people and tells nothing else of them', async () => {
    const { ana } = await aLibrary()
    const text = JSON.stringify(await exported(ana))
    expect(text).toContain('"createdBy":"Ana"')
    expect(text).not.toContain('ana@example.com')
    expect(text).not.toContain(ana.userId)
  })

  it('changes nothing when it comes a second time', async () => {
    const { ana } = await aLibrary()
    const entries = throughFile(await exported(ana))
    expect((await fatesOf(ana, entries)).every(({ kind }) => kind === 'same')).toBe(true)
    expect(await importTemplates(ana, asLists(entries))).toEqual(entries.map(() => 'unchanged'))
    expect(await exported(ana)).toEqual(entries)
  })

  it('is exported in order of id over more lists than one read brings', async () => {
    const ana = await person()
    await db().listTemplate.createMany({
      data: Array.from({ length: 405 }, (_, i) => ({ name: `Lista ${i}`, draft: newDraft(), searchText: '' })),
    })
    const lists = await exported(ana)
    expect(new Set(lists.map(({ id }) => id)).size).toBe(405)
  })
})

describe('an entry beside what is there', () => {
  beforeEach(() => database.truncate())

  async function twoVersions() {
    const ana = await person()
    const id = randomUUID()
    await createTemplate(ana, { id, name: 'Produtos', draft: newDraft({ body: 'Daqui' }), tags: ['Loja'] })
    const [here] = await exported(ana)
    if (!here) throw new Error('nothing was exported')
    const entry: LibraryEntry = { ...here, tags: ['Natal'], draft: { ...here.draft, body: 'De lá' } }
    return { ana, id, entry }
  }

  it('is new where neither its id nor its name is known', async () => {
    const { ana, entry } = await twoVersions()
    const other = { ...entry, id: randomUUID(), name: 'Outra' }
    expect(await fatesOf(ana, [other])).toEqual([{ kind: 'new' }])
  })

  it('differs from the list with its id, and from one that only has its name', async () => {
    const { ana, id, entry } = await twoVersions()
    expect(await fatesOf(ana, [entry])).toMatchObject([{ kind: 'differs', match: { id, by: 'id', version: 1 } }])
    expect(await fatesOf(ana, [{ ...entry, id: randomUUID() }])).toMatchObject([
      { kind: 'differs', match: { id, by: 'name' } },
    ])
  })

  it('is new where the list with its name is another entry of the same file', async () => {
    const { ana, entry } = await twoVersions()
    const twin = { ...entry, id: randomUUID() }
    expect((await fatesOf(ana, [entry, twin])).map(({ kind }) => kind)).toEqual(['differs', 'new'])
  })

  it('replaces a list as its next version, with its name and tags, and is the same after that', async () => {
    const { ana, id, entry } = await twoVersions()
    const as = { kind: 'version' as const, id, version: 1, acknowledgedRowIds: [] }
    expect(await importTemplates(ana, [{ entry: { ...entry, name: 'Produtos 2' }, as }])).toEqual(['replaced'])
    expect(await getTemplate(ana, id)).toMatchObject({
      name: 'Produtos 2',
      version: 2,
      tags: ['Natal'],
      draft: { body: 'De lá' },
    })
    expect(await fatesOf(ana, [{ ...entry, name: 'Produtos 2' }])).toMatchObject([{ kind: 'same' }])
  })

  it('is told when somebody saved the list since the comparison: nothing is written over', async () => {
    const { ana, id, entry } = await twoVersions()
    await updateTemplate(ana, { id, version: 1, draft: newDraft({ body: 'Mais nova' }) })
    const as = { kind: 'version' as const, id, version: 1, acknowledgedRowIds: [] }
    expect(await importTemplates(ana, [{ entry, as }])).toEqual(['changedSince'])
    expect(await getTemplate(ana, id)).toMatchObject({ draft: { body: 'Mais nova' }, tags: ['Loja'] })
  })

  it('names the sent IDs that it would change, and changes them only where that was agreed to', async () => {
    const { ana, id } = await twoVersions()
    const draft = (rowId: string) =>
      messageToDraft({ body: 'b', button: 'c', sections: [{ title: 's', rows: [{ id: rowId, title: 'Fone' }] }] })
    await updateTemplate(ana, { id, version: 1, draft: draft('fone') })
    await db().listTemplate.update({ where: { id }, data: { sentRowIds: ['fone'] } })
    const [here] = await exported(ana)
    if (!here) throw new Error('nothing was exported')
    const entry = { ...here, draft: draft('fone_novo') }
    expect(await fatesOf(ana, [entry])).toMatchObject([{ kind: 'differs', match: { sentRowIds: ['fone'] } }])
    const as = { kind: 'version' as const, id, version: 2 }
    expect(await importTemplates(ana, [{ entry, as: { ...as, acknowledgedRowIds: [] } }])).toEqual(['changedSince'])
    expect(await importTemplates(ana, [{ entry, as: { ...as, acknowledgedRowIds: ['fone'] } }])).toEqual(['replaced'])
  })

  it('becomes a copy under another name, and is known by it the next time', async () => {
    const { ana, entry } = await twoVersions()
    const as = { kind: 'list' as const, id: randomUUID(), name: 'Produtos (cópia)' }
    expect(await importTemplates(ana, [{ entry, as }])).toEqual(['added'])
    expect(await importTemplates(ana, [{ entry, as }])).toEqual(['unchanged'])
    expect(await fatesOf(ana, [entry])).toMatchObject([{ kind: 'same', match: { by: 'copy' } }])
  })

  it('keeps to the present what claims to be of the future', async () => {
    const { ana, entry } = await twoVersions()
    const future = '2999-01-01T00:00:00.000Z'
    const late = { ...entry, id: randomUUID(), name: 'Tarde', createdAt: future, changedAt: future, archivedAt: future }
    expect(await importTemplates(ana, asLists([late]))).toEqual(['added'])
    const saved = await getTemplate(ana, late.id)
    for (const moment of [saved?.createdAt, saved?.savedAt, saved?.archivedAt])
      expect(Date.parse(moment ?? future)).toBeLessThan(Date.parse(future))
  })

  it('that cannot be written keeps none of the others back', async () => {
    const { ana, entry } = await twoVersions()
    const broken = { entry, as: { kind: 'list' as const, id: 'not an id', name: 'x' } }
    const fine = { ...entry, id: randomUUID(), name: 'Boa' }
    expect(await importTemplates(ana, [broken, ...asLists([fine])])).toEqual(['failed', 'added'])
  })
})
