import { beforeEach, describe, expect, it } from 'vitest'
import { type ContactFilterInput, contactCursorSchema, contactFiltersSchema } from '@/lib/domain/contact-filters'
import { COUNTED_CONTACTS } from '@/lib/domain/contact-view'
import { makeContacts, makePerson } from '@/lib/testing/contact'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend } from '@/lib/testing/send'
import { getContact } from './contact-detail'
import { countContacts, exportContacts, listContacts, listTargetIds } from './contacts'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

describe('the contacts', () => {
  it('are found by a part of a name, a phone in any writing, a tag or a column, whatever the accents', async () => {
    const actor = await makePerson()
    await makeContacts(actor, [
      { name: 'José da Silva', phone: '+5511999998888', tags: ['Cobrança'], fields: { cidade: 'São Luís' } },
      { name: 'Ana 100%', phone: '+14155552671' },
    ])
    const found = async (search: string) => (await listContacts(actor, { search })).contacts.map(({ name }) => name)
    for (const search of ['jose SILVA', '(11) 99999-8888', '11 9999', '+55 11', 'cobranca', 'sao luis', '99998888'])
      expect([search, await found(search)]).toEqual([search, ['José da Silva']])
    expect(await found('100%')).toEqual(['Ana 100%'])
    expect(await found('415-555')).toEqual(['Ana 100%'])
    expect(await found('%')).toEqual(['Ana 100%'])
    expect(await found('jose ana')).toEqual([])
  })

  it.each<[ContactFilterInput, string[]]>([
    [{ window: 'open' }, ['Aberta']],
    [{ window: 'closed' }, ['Fechada']],
    [{ window: 'unknown' }, ['Fora', 'Nunca']],
    [{ optedOut: true }, ['Fora']],
    [{ optedOut: false, window: 'unknown' }, ['Nunca']],
    [{ tags: ['LOJA'] }, ['Aberta', 'Fora']],
    [{ tags: ['loja', 'natal'] }, ['Fora']],
    [{ audience: '0197a8b4-0000-7000-8000-000000000001' }, []],
  ])('are filtered by %j', async (filters, names) => {
    const actor = await makePerson()
    await makeContacts(actor, [
      { name: 'Aberta', tags: ['Loja'], lastInboundAt: hoursAgo(1) },
      { name: 'Fechada', lastInboundAt: hoursAgo(25) },
      { name: 'Nunca' },
      { name: 'Fora', tags: ['loja', 'Natal'], optedOutAt: new Date() },
    ])
    const { contacts } = await listContacts(actor, { ...filters, sort: 'name' })
    expect(contacts.map(({ name }) => name)).toEqual(names)
    expect(await countContacts(actor, filters)).toEqual({ count: names.length, more: false })
    const ids = await listTargetIds(actor, { filters: contactFiltersSchema.parse(filters) })
    expect(ids.sort()).toEqual(contacts.map(({ id }) => id).sort())
  })

  it.each(['newest', 'name', 'lastInbound'] as const)('by %s come page by page, each once', async (sort) => {
    const actor = await makePerson()
    const same = new Date('2026-11-01T12:00:00Z')
    await makeContacts(actor, [
      { name: '', createdAt: same },
      { name: 'Água', createdAt: same, lastInboundAt: same },
      { name: 'banco', createdAt: same },
      { name: 'banco', createdAt: new Date('2026-11-02T12:00:00Z'), lastInboundAt: same },
      { name: '', createdAt: same, lastInboundAt: new Date('2026-11-03T12:00:00Z') },
    ])
    const whole = (await listContacts(actor, { sort })).contacts
    const paged = []
    let cursor: string | null = null
    do {
      const after = cursor ? contactCursorSchema.parse(cursor) : undefined
      const page: Awaited<ReturnType<typeof listContacts>> = await listContacts(actor, { sort, after, limit: 2 })
      paged.push(...page.contacts)
      cursor = page.nextCursor
    } while (cursor)
    expect(paged).toEqual(whole)
    expect(paged).toHaveLength(5)
    if (sort === 'name') expect(paged.map(({ name }) => name)).toEqual(['Água', 'banco', 'banco', '', ''])
  })

  it('are counted exactly up to ten thousand', async () => {
    const actor = await makePerson()
    await database.query(
      `insert into contact (id, person, phone, search_text, updated_at)
       select gen_random_uuid(), n::text, '+' || n, n::text, now() from generate_series(1, $1) n`,
      [COUNTED_CONTACTS],
    )
    expect(await countContacts(actor, {})).toEqual({ count: COUNTED_CONTACTS, more: false })
    await makeContacts(actor, [{}])
    expect(await countContacts(actor, {})).toEqual({ count: COUNTED_CONTACTS, more: true })
    let exported = 0
    for await (const part of exportContacts(actor, {})) exported += part.length
    expect(exported).toBe(COUNTED_CONTACTS + 1)
  })
})

describe('one contact', () => {
  it('shows its messages, under whatever spelling they left, the newest first', async () => {
    const actor = await makePerson()
    const [id = ''] = await makeContacts(actor, [{ name: 'Ana', phone: '+5511999998888' }])
    const first = await makeSend({ phones: ['+551199998888'] })
    const second = await makeSend({ phones: ['+5511999998888', '+5521988887777'] })
    const detail = await getContact(actor, id)
    expect(detail).toMatchObject({ contact: { name: 'Ana' }, sendCount: 2 })
    expect(detail?.sends.map(({ sendId, firstLine, status }) => [sendId, firstLine, status])).toEqual([
      [second, 'Escolha um horário', 'queued'],
      [first, 'Escolha um horário', 'queued'],
    ])
  })
})
