import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { getContact } from '@/lib/queries/contact-detail'
import { listContacts } from '@/lib/queries/contacts'
import { makeContacts, makePerson } from '@/lib/testing/contact'
import { createTestDatabase } from '@/lib/testing/database'
import { addToContact } from './add-to-contact'
import { createContact } from './create-contact'
import { updateContact } from './update-contact'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const bia = { name: 'Bia', phone: '+5511999998888', tags: ['VIP'], fields: { plano: 'Ouro' } }

describe('a new contact', () => {
  it('is there once, however often the same press arrives', async () => {
    const actor = await makePerson()
    const id = randomUUID()
    expect(await createContact(actor, { id, ...bia })).toMatchObject({ ok: true, data: { id, ...bia } })
    expect(await createContact(actor, { id, ...bia })).toMatchObject({ ok: true, data: { id } })
    expect((await listContacts(actor, {})).contacts).toHaveLength(1)
  })

  it('is refused where somebody has the number, in another spelling too, and they are named', async () => {
    const actor = await makePerson()
    const id = randomUUID()
    await createContact(actor, { id, ...bia })
    expect(await createContact(actor, { ...bia, id: randomUUID(), phone: '+551199998888' })).toEqual({
      ok: false,
      error: { code: 'taken', params: { id, name: 'Bia', phone: bia.phone } },
    })
  })

  it('takes the spelling of a tag that is in use', async () => {
    const actor = await makePerson()
    await makeContacts(actor, [{ tags: ['Cobrança'] }])
    expect(await createContact(actor, { ...bia, id: randomUUID(), tags: ['COBRANCA', 'Nova'] })).toMatchObject({
      data: { tags: ['Cobrança', 'Nova'] },
    })
  })

  it('that is there already can be added to, and what it says stays', async () => {
    const actor = await makePerson()
    const [id = ''] = await makeContacts(actor, [{ name: 'Bia', tags: ['VIP'], fields: { plano: 'Ouro' } }])
    const more = { name: 'Beatriz', tags: ['vip', 'Loja'], fields: { plano: 'Prata', loja: '12' } }
    expect(await addToContact(actor, { id, ...more })).toMatchObject({
      name: 'Bia',
      tags: ['VIP', 'Loja'],
      fields: { plano: 'Ouro', loja: '12' },
    })
    expect((await listContacts(actor, { search: 'loja 12' })).contacts).toHaveLength(1)
    expect(await addToContact(actor, { id: randomUUID(), ...more })).toBeNull()
  })
})

describe('a contact written anew', () => {
  it('is found by what it says now and no longer by what it said', async () => {
    const actor = await makePerson()
    const [id = ''] = await makeContacts(actor, [bia])
    await updateContact(actor, { id, ...bia, name: 'Beatriz', tags: [], fields: {} })
    expect((await getContact(actor, id))?.contact).toMatchObject({ name: 'Beatriz', tags: [], fields: {} })
    const found = async (search: string) => (await listContacts(actor, { search })).contacts.length
    expect([await found('beatriz'), await found('vip'), await found('ouro')]).toEqual([1, 0, 0])
  })

  it('keeps its window with its number, and loses it with another', async () => {
    const actor = await makePerson()
    const lastInboundAt = new Date('2026-11-20T12:00:00Z')
    const [id = ''] = await makeContacts(actor, [{ ...bia, lastInboundAt }])
    const kept = await updateContact(actor, { id, ...bia, phone: '+551199998888' })
    expect(kept).toMatchObject({ data: { phone: '+551199998888', lastInboundAt: lastInboundAt.toISOString() } })
    expect(await updateContact(actor, { id, ...bia, phone: '+5521999998888' })).toMatchObject({
      data: { lastInboundAt: null },
    })
  })

  it('cannot take a number from another, nor be written once it is gone', async () => {
    const actor = await makePerson()
    const [id = '', other = ''] = await makeContacts(actor, [bia, { name: 'Caio' }])
    expect(await updateContact(actor, { ...bia, id: other, phone: '+551199998888' })).toEqual({
      ok: false,
      error: { code: 'taken', params: { id, name: 'Bia', phone: bia.phone } },
    })
    expect(await updateContact(actor, { ...bia, id: randomUUID() })).toMatchObject({ error: { code: 'gone' } })
  })

  it('is told who took its number in the same moment', async () => {
    const actor = await makePerson()
    const ids = await makeContacts(actor, [{ name: 'Um' }, { name: 'Dois' }])
    const results = await Promise.all(ids.map((id) => updateContact(actor, { ...bia, id })))
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'taken' } })
  })
})
