import { beforeEach, describe, expect, it } from 'vitest'
import { listContactTags } from '@/lib/queries/contact-tags'
import { listContacts } from '@/lib/queries/contacts'
import { makeContacts, makePerson } from '@/lib/testing/contact'
import { createTestDatabase } from '@/lib/testing/database'
import { optInContacts } from './opt-in-contacts'
import { optOutContacts } from './opt-out-contacts'
import { setContactsTags } from './set-contacts-tags'

const database = createTestDatabase()
beforeEach(() => database.truncate())

describe('the tags of many contacts', () => {
  it('are given and taken at once, in the spelling that is in use, and searched', async () => {
    const actor = await makePerson()
    const ids = await makeContacts(actor, [{ tags: ['Cobrança'] }, { tags: ['Loja'] }, {}])
    expect(await setContactsTags(actor, { ids, add: ['cobranca'], remove: ['LOJA'] })).toEqual({ changed: 2, full: 0 })
    expect(await listContactTags(actor)).toEqual([{ tag: 'Cobrança', count: 3 }])
    expect((await listContacts(actor, { search: 'cobranca' })).contacts).toHaveLength(3)
    expect((await listContacts(actor, { search: 'loja' })).contacts).toHaveLength(0)
  })

  it('stay as they were where there is no room for one more', async () => {
    const actor = await makePerson()
    const ids = await makeContacts(actor, [{ tags: [...'abcdefghij'] }, {}])
    expect(await setContactsTags(actor, { ids, add: ['nova'], remove: [] })).toEqual({ changed: 1, full: 1 })
    expect(await setContactsTags(actor, { ids, add: ['nova'], remove: ['a'] })).toEqual({ changed: 1, full: 0 })
  })
})

describe('an opt-out', () => {
  it('keeps the moment at which it was asked for, and can be taken back', async () => {
    const actor = await makePerson()
    const [early = '', late = ''] = await makeContacts(actor, [{}, {}])
    const at = '2026-11-20T12:00:00.000Z'
    expect(await optOutContacts(actor, { ids: [early], at })).toEqual([early])
    expect(await optOutContacts(actor, { ids: [early, late] })).toEqual([late])
    const { contacts } = await listContacts(actor, { optedOut: true, sort: 'newest' })
    expect(contacts.find(({ id }) => id === early)?.optedOutAt).toBe(at)
    expect(await optInContacts(actor, { ids: [early, late] })).toHaveLength(2)
    expect((await listContacts(actor, { optedOut: true })).contacts).toEqual([])
  })

  it('is not of the future', async () => {
    const actor = await makePerson()
    const ids = await makeContacts(actor, [{}])
    await optOutContacts(actor, { ids, at: '2999-01-01T00:00:00.000Z' })
    const [row] = await database.query<{ past: boolean }>('select opted_out_at <= now() as past from contact')
    expect(row).toEqual({ past: true })
  })
})
