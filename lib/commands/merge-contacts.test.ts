import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { listAudiences } from '@/lib/queries/audiences'
import { getContact } from '@/lib/queries/contact-detail'
import { listContacts } from '@/lib/queries/contacts'
import { makeContacts, makePerson } from '@/lib/testing/contact'
import { createTestDatabase } from '@/lib/testing/database'
import { createAudience } from './create-audience'
import { mergeContacts } from './merge-contacts'

const database = createTestDatabase()
beforeEach(() => database.truncate())

describe('two contacts made one', () => {
  it('leave one with what both knew, an opt-out among it, in every audience of either', async () => {
    const actor = await makePerson()
    const [keepId = '', otherId = ''] = await makeContacts(actor, [
      { name: 'Ana', phone: '+5491155554444', tags: ['VIP'] },
      {
        name: 'Ana antiga',
        phone: '+541155554444',
        tags: ['Loja'],
        fields: { plano: 'Ouro' },
        optedOutAt: new Date('2026-11-20T12:00:00Z'),
        lastInboundAt: new Date('2026-11-21T12:00:00Z'),
      },
    ])
    const both = randomUUID()
    await createAudience(actor, { id: both, name: 'Ambas', rule: null, memberIds: [keepId, otherId] })
    await createAudience(actor, { id: randomUUID(), name: 'Só a antiga', rule: null, memberIds: [otherId] })
    expect(await mergeContacts(actor, { keepId, otherId, phoneOf: 'keep' })).toMatchObject({
      id: keepId,
      name: 'Ana',
      phone: '+5491155554444',
      tags: ['VIP', 'Loja'],
      fields: { plano: 'Ouro' },
      optedOutAt: '2026-11-20T12:00:00.000Z',
      lastInboundAt: '2026-11-21T12:00:00.000Z',
    })
    expect(await getContact(actor, otherId)).toBeNull()
    expect((await getContact(actor, keepId))?.audiences.map(({ name }) => name)).toEqual(['Ambas', 'Só a antiga'])
    expect((await listAudiences(actor)).map(({ memberCount }) => memberCount)).toEqual([1, 1])
    expect((await listContacts(actor, { search: 'ouro' })).contacts).toHaveLength(1)
  })

  it('can have the number of the one that goes', async () => {
    const actor = await makePerson()
    const [keepId = '', otherId = ''] = await makeContacts(actor, [{ name: 'A' }, { phone: '+5511977776666' }])
    const one = await mergeContacts(actor, { keepId, otherId, phoneOf: 'other' })
    expect(one).toMatchObject({ id: keepId, name: 'A', phone: '+5511977776666' })
  })

  it('must both be there, and be two', async () => {
    const actor = await makePerson()
    const [keepId = ''] = await makeContacts(actor, [{}])
    expect(await mergeContacts(actor, { keepId, otherId: randomUUID(), phoneOf: 'keep' })).toBeNull()
    expect(await mergeContacts(actor, { keepId, otherId: keepId, phoneOf: 'keep' })).toBeNull()
    expect(await getContact(actor, keepId)).not.toBeNull()
  })
})
