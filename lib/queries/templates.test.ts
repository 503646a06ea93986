import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { createTemplate } from '@/lib/commands/create-template'
import { db } from '@/lib/db/client'
import { messageToDraft, newDraft } from '@/lib/domain/list-draft'
import { templateCursorSchema } from '@/lib/domain/template-filters'
import { createTestDatabase } from '@/lib/testing/database'
import { listTemplates, TEMPLATE_PAGE_SIZE } from './templates'

const database = createTestDatabase()
const person = async () => mint(await db().user.create({ data: { name: 'Ana', email: 'ana@example.com' } }))

const catalogue = messageToDraft({
  header: 'Promoção de verão',
  body: 'Escolha:\naté 50% de desconto',
  button: 'Ver opções',
  sections: [{ title: 'Áudio', rows: [{ id: 'fone_01', title: 'Fone Bluetooth', description: 'R$ 299,00' }] }],
})

describe('searching the templates', () => {
  beforeEach(() => database.truncate())

  it.each([
    ['part of the name', 'catalo'],
    ['the header, whatever its accents and case', 'PROMOCAO de verao'],
    ['the body', 'desconto'],
    ['a section', 'audio'],
    ['a row, its description and its ID', 'bluetooth 299,00 fone_01'],
    ['words in any order', 'verão catálogo'],
    ['a per cent sign as itself', '50%'],
  ])('finds by %s', async (_, search) => {
    const ana = await person()
    await createTemplate(ana, { id: randomUUID(), name: 'Catálogo', draft: catalogue })
    await createTemplate(ana, { id: randomUUID(), name: 'Outra', draft: newDraft({ body: 'Nada disso, 500' }) })
    const { templates } = await listTemplates(ana, { search, archived: false })
    expect(templates.map((template) => template.name)).toEqual(['Catálogo'])
  })

  it.each(['%', '_', '\\', '5_%', 'inexistente'])('does not take %s for a wildcard', async (search) => {
    const ana = await person()
    await createTemplate(ana, { id: randomUUID(), name: 'Outra', draft: newDraft({ body: 'Nada disso, 500' }) })
    expect((await listTemplates(ana, { search, archived: false })).templates).toEqual([])
  })
})

describe('the library', () => {
  beforeEach(() => database.truncate())

  it('shows each list with its face, its size and how many problems it has', async () => {
    const ana = await person()
    await createTemplate(ana, { id: randomUUID(), name: 'Catálogo', draft: catalogue })
    await createTemplate(ana, { id: randomUUID(), name: 'Vazia', draft: newDraft() })
    const { templates } = await listTemplates(ana, { search: '', archived: false })
    expect(templates).toMatchObject([
      { name: 'Vazia', rowCount: 1, problemCount: 4 },
      {
        name: 'Catálogo',
        sectionCount: 1,
        rowCount: 1,
        problemCount: 0,
        savedBy: { name: 'Ana' },
        face: { header: 'Promoção de verão', button: 'Ver opções', rowTitles: ['Fone Bluetooth'] },
      },
    ])
  })

  it('pages through lists that were saved in the same moment without losing or repeating one', async () => {
    const ana = await person()
    const at = new Date('2026-11-22T12:00:00.123Z')
    const names = Array.from({ length: TEMPLATE_PAGE_SIZE * 2 + 3 }, (_, i) => `Lista ${i}`)
    await db().listTemplate.createMany({
      data: names.map((name) => ({ name, draft: newDraft(), searchText: name, updatedAt: at })),
    })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const after = cursor === null ? undefined : templateCursorSchema.parse(cursor)
      const page = await listTemplates(ana, { search: '', archived: false, after })
      seen.push(...page.templates.map((template) => template.name))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen.sort()).toEqual(names.sort())
  })
})
