import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import { newDraft } from '@/lib/domain/list-draft'
import { listTemplateTags } from '@/lib/queries/template-tags'
import { getTemplate, listTemplates } from '@/lib/queries/templates'
import { createTestDatabase } from '@/lib/testing/database'
import { archiveTemplate } from './archive-template'
import { createTemplate } from './create-template'
import { duplicateTemplate } from './duplicate-template'
import { renameTag } from './rename-tag'
import { renameTemplate } from './rename-template'
import { setTemplateTags } from './set-template-tags'
import { updateTemplate } from './update-template'

const database = createTestDatabase()
const person = async () => mint(await db().user.create({ data: { name: 'Ana', email: 'ana@example.com' } }))
const draft = newDraft({ body: 'Escolha' })

async function begin(...lists: string[][]) {
  const ana = await person()
  const ids = await Promise.all(
    lists.map(async (tags, i) => {
      const id = randomUUID()
      await createTemplate(ana, { id, name: `Lista ${i + 1}`, draft, tags })
      return id
    }),
  )
  const [first = ''] = ids
  const namesBy = async (filters: { search?: string; tags?: string[] }) =>
    (await listTemplates(ana, { sort: 'name', ...filters })).templates.map(({ name }) => name)
  return { ana, ids, first, namesBy }
}

describe('the tags of a list', () => {
  beforeEach(() => database.truncate())

  it('are given and taken without making a new version', async () => {
    const { ana, first } = await begin([])
    expect(await setTemplateTags(ana, { id: first, tags: ['Vendas', 'Loja'] })).toMatchObject({
      tags: ['Vendas', 'Loja'],
      version: 1,
    })
    await setTemplateTags(ana, { id: first, tags: ['Loja'] })
    expect(await getTemplate(ana, first)).toMatchObject({ tags: ['Loja'], version: 1 })
  })

  it('keep the spelling that is in use elsewhere', async () => {
    const { ana, first } = await begin([], ['Cobrança'])
    await setTemplateTags(ana, { id: first, tags: ['cobranca', 'COBRANÇA'] })
    expect(await getTemplate(ana, first)).toMatchObject({ tags: ['Cobrança'] })
  })

  it('are searched, whatever their accents, and still after a save, a rename and a duplication', async () => {
    const { ana, first, namesBy } = await begin(['Cobrança'], [])
    expect(await namesBy({ search: 'COBRANCA' })).toEqual(['Lista 1'])
    await updateTemplate(ana, { id: first, version: 1, draft: { ...draft, body: 'Outro' } })
    await renameTemplate(ana, { id: first, name: 'Boletos' })
    await duplicateTemplate(ana, { id: first, newId: randomUUID(), name: 'Boletos (cópia)' })
    expect(await namesBy({ search: 'cobranca' })).toEqual(['Boletos', 'Boletos (cópia)'])
    await setTemplateTags(ana, { id: first, tags: [] })
    expect(await namesBy({ search: 'cobranca' })).toEqual(['Boletos (cópia)'])
  })

  it('filter the library: a list must carry each of them, in whatever spelling', async () => {
    const { namesBy } = await begin(['Loja', 'Natal'], ['loja'], ['Natal'], [])
    expect(await namesBy({ tags: ['LOJA'] })).toEqual(['Lista 1', 'Lista 2'])
    expect(await namesBy({ tags: ['loja', 'natal'] })).toEqual(['Lista 1'])
    expect(await namesBy({ tags: ['inexistente'] })).toEqual([])
  })

  it('are told with how many lists carry them, archived ones too, spellings as one', async () => {
    const { ana, first } = await begin(['Água', 'Zelo'], ['agua'], ['Água'])
    await archiveTemplate(ana, first)
    expect(await listTemplateTags(ana)).toEqual([
      { tag: 'Água', count: 3 },
      { tag: 'Zelo', count: 1 },
    ])
  })

  it('answer null where there is no such list', async () => {
    const { ana } = await begin([])
    expect(await setTemplateTags(ana, { id: randomUUID(), tags: ['x'] })).toBeNull()
  })
})

describe('a tag everywhere', () => {
  beforeEach(() => database.truncate())

  it('is renamed on every list and in what search looks through; the moment of their last change stays', async () => {
    const { ana, first, namesBy } = await begin(['Natal', 'Loja'], ['natal'], ['Loja'])
    const before = await getTemplate(ana, first)
    expect(await renameTag(ana, { from: 'NATAL', to: 'Natal 2026' })).toBe(2)
    expect(await getTemplate(ana, first)).toEqual({ ...before, tags: ['Natal 2026', 'Loja'] })
    expect(await namesBy({ search: 'natal 2026' })).toEqual(['Lista 1', 'Lista 2'])
    expect(await namesBy({ tags: ['Natal'] })).toEqual([])
  })

  it('becomes one with another that has the new name, in the spelling of that one', async () => {
    const { ana, namesBy, first } = await begin(['Loja', 'Lojas'], ['Lojas'])
    expect(await renameTag(ana, { from: 'Lojas', to: 'LOJA' })).toBe(2)
    expect((await getTemplate(ana, first))?.tags).toEqual(['Loja'])
    expect(await listTemplateTags(ana)).toEqual([{ tag: 'Loja', count: 2 }])
    expect(await namesBy({ search: 'lojas' })).toEqual([])
  })

  it('can be written another way', async () => {
    const { ana } = await begin(['cobranca'], ['Cobrança'])
    await renameTag(ana, { from: 'cobranca', to: 'COBRANÇA' })
    expect(await listTemplateTags(ana)).toEqual([{ tag: 'COBRANÇA', count: 2 }])
  })

  it('is taken off every list', async () => {
    const { ana, namesBy } = await begin(['Natal', 'Loja'], ['natal'])
    expect(await renameTag(ana, { from: 'Natal', to: null })).toBe(2)
    expect(await listTemplateTags(ana)).toEqual([{ tag: 'Loja', count: 1 }])
    expect(await namesBy({ search: 'natal' })).toEqual([])
    expect(await renameTag(ana, { from: 'Natal', to: null })).toBe(0)
  })
})
