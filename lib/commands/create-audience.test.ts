import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { audienceRuleSchema } from '@/lib/domain/audience-rule'
import { countAudience, listAudiences } from '@/lib/queries/audiences'
import { listContacts } from '@/lib/queries/contacts'
import { makeContacts, makePerson } from '@/lib/testing/contact'
import { createTestDatabase } from '@/lib/testing/database'
import { addAudienceMembers } from './add-audience-members'
import { createAudience } from './create-audience'
import { deleteAudience } from './delete-audience'
import { removeAudienceMembers } from './remove-audience-members'
import { updateAudience } from './update-audience'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const rule = (input: Parameters<typeof audienceRuleSchema.parse>[0]) => audienceRuleSchema.parse(input)
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

describe('a saved audience', () => {
  it('has who fits its rule and who was added by hand, but for those who opted out', async () => {
    const actor = await makePerson()
    const [, , byHand = '', out = ''] = await makeContacts(actor, [
      { name: 'A', tags: ['Loja'] },
      { name: 'B', tags: ['Loja'], optedOutAt: new Date() },
      { name: 'C' },
      { name: 'D', optedOutAt: new Date() },
    ])
    const id = randomUUID()
    await createAudience(actor, { id, name: 'Loja', rule: rule({ tagsAny: ['loja'] }), memberIds: [byHand, out] })
    expect(await listAudiences(actor)).toMatchObject([{ id, name: 'Loja', count: 2, memberCount: 2 }])
    const { contacts } = await listContacts(actor, { audience: id, sort: 'name' })
    expect(contacts.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D'])
    expect(await removeAudienceMembers(actor, { id, contactIds: [byHand] })).toBe(1)
    expect(await listAudiences(actor)).toMatchObject([{ count: 1, memberCount: 1 }])
  })

  it('without a rule has only who was added by hand; with an empty one, everybody', async () => {
    const actor = await makePerson()
    const [first = ''] = await makeContacts(actor, [{}, {}])
    await createAudience(actor, { id: randomUUID(), name: 'Alguns', rule: null, memberIds: [first, randomUUID()] })
    await createAudience(actor, { id: randomUUID(), name: 'Todos', rule: rule({}) })
    expect((await listAudiences(actor)).map(({ name, count }) => [name, count])).toEqual([
      ['Alguns', 1],
      ['Todos', 2],
    ])
  })

  it('is saved once a press, under a name of its own, and changed and deleted', async () => {
    const actor = await makePerson()
    const [member = ''] = await makeContacts(actor, [{}])
    const id = randomUUID()
    expect(await createAudience(actor, { id, name: 'VIP', rule: null })).toEqual({ ok: true, data: { id, added: 0 } })
    expect(await createAudience(actor, { id, name: 'VIP', rule: null })).toMatchObject({ ok: true })
    const other = randomUUID()
    expect(await createAudience(actor, { id: other, name: 'VIP', rule: null })).toMatchObject({
      error: { code: 'nameTaken' },
    })
    await createAudience(actor, { id: other, name: 'Loja', rule: null })
    expect(await updateAudience(actor, { id: other, name: 'VIP', rule: null })).toMatchObject({
      error: { code: 'nameTaken' },
    })
    expect(await updateAudience(actor, { id: other, name: 'Lojas', rule: rule({}) })).toMatchObject({ ok: true })
    expect(await addAudienceMembers(actor, { id, contactIds: [member, member] })).toBe(1)
    expect(await addAudienceMembers(actor, { id: randomUUID(), contactIds: [member] })).toBeNull()
    await deleteAudience(actor, { id })
    expect((await listAudiences(actor)).map(({ name }) => name)).toEqual(['Lojas'])
    expect(await updateAudience(actor, { id, name: 'VIP', rule: null })).toMatchObject({ error: { code: 'gone' } })
    expect((await listContacts(actor, {})).contacts).toHaveLength(1)
  })
})

describe('the rule of an audience', () => {
  it.each([
    [{}, 4],
    [{ tagsAny: ['loja', 'natal'] }, 3],
    [{ tagsAll: ['Loja', 'Natal'] }, 1],
    [{ tagsAny: ['Loja'], tagsNone: ['NATAL'] }, 1],
    [{ tagsNone: ['loja'] }, 2],
    [{ tagsAny: ['nenhuma'] }, 0],
    [{ search: 'Ána' }, 1],
    [{ window: 'open' as const }, 1],
  ])('%j takes %i', async (input, count) => {
    const actor = await makePerson()
    await makeContacts(actor, [
      { name: 'Ana', tags: ['Loja', 'Natal'], lastInboundAt: hoursAgo(23) },
      { name: 'Bia', tags: ['Loja'], lastInboundAt: hoursAgo(25) },
      { name: 'Caio', tags: ['natal'] },
      { name: 'Davi' },
      { name: 'Eva', tags: ['Loja'], optedOutAt: new Date() },
    ])
    expect(await countAudience(actor, rule(input))).toBe(count)
  })
})
