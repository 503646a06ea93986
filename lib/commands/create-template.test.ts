import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import { newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import { createTestDatabase } from '@/lib/testing/database'
import { createTemplate } from './create-template'
import { duplicateTemplate } from './duplicate-template'

const database = createTestDatabase()
const person = async (name: string) =>
  mint(await db().user.create({ data: { name, email: `${name.toLowerCase()}@example.com` } }))

const draft = newDraft({ body: 'Selecione um produto:', sections: [newSection({ rows: [newRow({ title: 'Fone' })] })] })

describe('saving a list as a template', () => {
  beforeEach(() => database.truncate())

  it('keeps the draft as it was typed, unfinished or not', async () => {
    const ana = await person('Ana')
    const { outcome, template } = await createTemplate(ana, { id: randomUUID(), name: 'Produtos', draft })
    expect(outcome).toBe('saved')
    expect(template).toMatchObject({ name: 'Produtos', draft, version: 1, savedBy: { name: 'Ana' }, archivedAt: null })
  })

  it('makes one template of two presses that arrive at the same moment', async () => {
    const ana = await person('Ana')
    const id = randomUUID()
    const saves = await Promise.all([1, 2, 3].map(() => createTemplate(ana, { id, name: 'Produtos', draft })))
    expect(saves.map(({ outcome, template }) => [outcome, template.version])).toEqual(Array(3).fill(['saved', 1]))
    expect(await db().listTemplate.count()).toBe(1)
  })

  it('brings the template up to date when the answer was lost and more was typed before the retry', async () => {
    const ana = await person('Ana')
    const id = randomUUID()
    await createTemplate(ana, { id, name: 'Produtos', draft })
    const { outcome, template } = await createTemplate(ana, {
      id,
      name: 'Produtos',
      draft: { ...draft, footer: 'Até já' },
    })
    expect(outcome).toBe('saved')
    expect(template).toMatchObject({ version: 2, draft: { footer: 'Até já' } })
  })

  it('writes down a version for each save that changed something', async () => {
    const ana = await person('Ana')
    const id = randomUUID()
    await createTemplate(ana, { id, name: 'Produtos', draft })
    await createTemplate(ana, { id, name: 'Produtos', draft })
    expect((await createTemplate(ana, { id, name: 'Catálogo', draft })).template).toMatchObject({
      name: 'Catálogo',
      version: 1,
    })
    await createTemplate(ana, { id, name: 'Catálogo', draft: { ...draft, footer: 'Até já' } })
    const versions = await db().listTemplateVersion.findMany({ orderBy: { version: 'asc' } })
    expect(versions).toMatchObject([
      { templateId: id, version: 1, draft, savedById: ana.userId },
      { templateId: id, version: 2, draft: { footer: 'Até já' }, savedById: ana.userId },
    ])
  })

  it('makes no retry of a list whose row ID has been sent meanwhile and would change', async () => {
    const ana = await person('Ana')
    const id = randomUUID()
    const named = (rowId: string) =>
      newDraft({ sections: [newSection({ rows: [newRow({ id: rowId, title: 'Fone' })] })] })
    await createTemplate(ana, { id, name: 'Produtos', draft: named('fone') })
    await db().listTemplate.update({ where: { id }, data: { sentRowIds: ['fone'] } })
    expect(await createTemplate(ana, { id, name: 'Produtos', draft: named('fone_2') })).toMatchObject({
      outcome: 'stale',
      template: { version: 1 },
    })
  })

  it('never writes over what somebody else has saved under the same id', async () => {
    const [ana, bia] = [await person('Ana'), await person('Bia')]
    const id = randomUUID()
    await createTemplate(ana, { id, name: 'Produtos', draft })
    const { outcome, template } = await createTemplate(bia, { id, name: 'Meus', draft: newDraft() })
    expect(outcome).toBe('stale')
    expect(template).toMatchObject({ name: 'Produtos', draft })
  })

  it('stores a stand-in for half an emoji and NUL, which the database could not hold', async () => {
    const ana = await person('Ana')
    const odd = newDraft({ body: 'Olá \ud83d e \0 fim' })
    const { template } = await createTemplate(ana, { id: randomUUID(), name: 'Meio \ude00', draft: odd })
    expect(template.draft.body).toBe('Olá \ufffd e \ufffd fim')
    expect(template.name).toBe('Meio \ufffd')
  })
})

describe('duplicating a template', () => {
  beforeEach(() => database.truncate())

  it('copies what is saved under a name and an id of its own, once for a double click', async () => {
    const [ana, bia] = [await person('Ana'), await person('Bia')]
    const id = randomUUID()
    await createTemplate(ana, { id, name: 'Produtos', draft })
    const input = { id, newId: randomUUID(), name: 'Produtos (cópia)' }
    const copies = await Promise.all([duplicateTemplate(bia, input), duplicateTemplate(bia, input)])
    expect(copies[0]).toMatchObject({ id: input.newId, name: 'Produtos (cópia)', draft, version: 1 })
    expect(copies[1]).toEqual(copies[0])
    expect(await db().listTemplate.count()).toBe(2)
  })

  it('answers null where there is nothing to copy', async () => {
    const ana = await person('Ana')
    expect(await duplicateTemplate(ana, { id: randomUUID(), newId: randomUUID(), name: 'x' })).toBeNull()
  })
})
