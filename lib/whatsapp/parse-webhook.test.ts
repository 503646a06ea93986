import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toListReplyJson, toStatusJson, toTextJson, toWebhook } from '@/lib/testing/webhook'
import { parseWebhook } from './parse-webhook'

const AT = new Date('2026-11-20T12:00:00Z')
const CONTACTS = [{ profile: { name: ' Zé ' }, wa_id: '5511900007777' }]

describe('a webhook', () => {
  it('tells a status, with the error of one that failed', () => {
    const raw = toStatusJson('wamid.1', 'failed', AT, {
      biz_opaque_callback_data: 'listazap:7:1',
      conversation: { id: 'c', origin: { type: 'service' } },
      pricing: { billable: true, pricing_model: 'PMP' },
      errors: [
        { code: 131047, title: 'Re-engagement message', message: 'm', error_data: { details: 'Too late' }, href: 'h' },
      ],
    })
    expect(parseWebhook(toWebhook({ statuses: [raw] }))).toEqual({
      statuses: [
        {
          wamid: 'wamid.1',
          status: 'failed',
          at: AT,
          callbackData: 'listazap:7:1',
          waId: '5511900007777',
          error: { code: 131047, title: 'Re-engagement message', details: 'Too late' },
          raw,
        },
      ],
      messages: [],
      unknown: [],
    })
  })

  it('tells a tap on a row, and who tapped', () => {
    const raw = toListReplyJson('wamid.1', 'prod_001', AT, {
      interactive: { type: 'list_reply', list_reply: { id: 'prod_001', title: 'Smartphone', description: 'R$ 1.999' } },
    })
    expect(parseWebhook(toWebhook({ contacts: CONTACTS, messages: [raw] })).messages).toEqual([
      {
        wamid: raw.id,
        at: AT,
        waId: '5511900007777',
        profileName: 'Zé',
        kind: 'listReply',
        type: 'interactive',
        contextWamid: 'wamid.1',
        row: { id: 'prod_001', title: 'Smartphone', description: 'R$ 1.999' },
        text: null,
        raw,
      },
    ])
  })

  it('tells words, and anything else as what the provider calls it', () => {
    const { messages } = parseWebhook(
      toWebhook({
        messages: [
          toTextJson('oi', AT),
          toTextJson('', AT, { type: 'image', text: undefined, image: { id: '1' } }),
          toTextJson('', AT, {
            type: 'interactive',
            text: undefined,
            interactive: { type: 'button_reply', button_reply: { id: 'a', title: 'A' } },
          }),
          toTextJson('', AT, { type: 'reaction', text: undefined, reaction: { message_id: 'wamid.1', emoji: '👍' } }),
          toListReplyJson('wamid.1', '', AT),
        ],
      }),
    )
    expect(messages.map(({ kind, type, text, contextWamid }) => ({ kind, type, text, contextWamid }))).toEqual([
      { kind: 'text', type: 'text', text: 'oi', contextWamid: null },
      { kind: 'other', type: 'image', text: null, contextWamid: null },
      { kind: 'other', type: 'interactive', text: null, contextWamid: null },
      { kind: 'other', type: 'reaction', text: null, contextWamid: 'wamid.1' },
      { kind: 'other', type: 'interactive', text: null, contextWamid: 'wamid.1' },
    ])
  })

  it('has many of each, over entries and changes, with fields that nobody knows', () => {
    const statuses = Array.from({ length: 100 }, (_, i) =>
      toStatusJson(`wamid.${i}`, 'sent', AT, { new_field: { deep: [1] } }),
    )
    const body = toWebhook(
      { statuses: statuses.slice(0, 40), unheard_of: true },
      { statuses: statuses.slice(40), contacts: CONTACTS, messages: [toTextJson('oi', AT, { new_field: 1 })] },
    )
    const read = parseWebhook({ ...body, more: 1 })
    expect(read.statuses.map(({ wamid }) => wamid)).toEqual(statuses.map(({ id }) => id))
    expect(read.messages).toHaveLength(1)
    expect(read.unknown).toEqual([])
  })

  it('may name nobody by a phone', () => {
    const { statuses, messages } = parseWebhook(
      toWebhook({
        statuses: [
          toStatusJson('wamid.1', 'read', AT, {
            recipient_id: undefined,
            recipient_user_id: 'BR.13491208655302741918',
          }),
          toStatusJson('wamid.2', 'read', AT, { recipient_id: 'BR.13491208655302741918' }),
        ],
        contacts: [
          { profile: { name: 'Zé' }, user_id: 'BR.1' },
          { profile: { name: 'Bia' }, user_id: 'BR.2', wa_id: '5521900000000' },
        ],
        messages: [
          toTextJson('oi', AT, { from: undefined, from_user_id: 'BR.1' }),
          toTextJson('oi', AT, { from: undefined, from_user_id: 'BR.2' }),
          toTextJson('oi', AT, { from: undefined }),
        ],
      }),
    )
    expect(statuses.map(({ waId }) => waId)).toEqual([null, null])
    expect(messages.map(({ waId, profileName }) => [waId, profileName])).toEqual([
      [null, 'Zé'],
      ['5521900000000', 'Bia'],
      [null, null],
    ])
  })

  it.each([
    ['seconds as text', '1795348800'],
    ['seconds', 1_795_348_800],
    ['milliseconds', '1795348800000'],
    ['an ISO date', '2026-11-22T12:00:00Z'],
  ])('has its moment in %s', (_, timestamp) => {
    const { statuses } = parseWebhook(toWebhook({ statuses: [toStatusJson('wamid.1', 'sent', AT, { timestamp })] }))
    expect(statuses[0]?.at.toISOString()).toBe('2026-11-22T12:00:00.000Z')
  })

  it.each([
    ['no id', { id: undefined }],
    ['an endless id', { id: 'x'.repeat(501) }],
    ['no moment', { timestamp: undefined }],
    ['no moment that ever was', { timestamp: 'yesterday' }],
    ['a moment beyond all', { timestamp: '99999999999999999' }],
    ['no status', { status: 3 }],
  ])('hands on a status with %s as it came, and reads the one beside it', (_, wrong) => {
    const raw = toStatusJson('wamid.1', 'sent', AT, wrong)
    const read = parseWebhook(toWebhook({ statuses: [raw, toStatusJson('wamid.2', 'sent', AT)] }))
    expect(read.unknown).toEqual([{ statuses: [raw] }])
    expect(read.statuses.map(({ wamid }) => wamid)).toEqual(['wamid.2'])
  })

  it('reads over what is odd in fields that are not needed', () => {
    const odd = { recipient_id: {}, biz_opaque_callback_data: 7, errors: 'none', contacts: 3 }
    const { statuses, unknown } = parseWebhook(toWebhook({ statuses: [toStatusJson('wamid.1', 'SENT', AT, odd)] }))
    expect(statuses).toMatchObject([{ status: 'sent', waId: null, callbackData: null, error: null }])
    expect(unknown).toEqual([])
  })

  it('hands on what is about no message: errors of the account, other fields, the provider’s own words', () => {
    const system = toTextJson('', AT, { type: 'system', text: undefined, system: { body: 'number changed' } })
    const read = parseWebhook({
      object: 'whatsapp_business_account',
      entry: [
        { id: '1', changes: [{ field: 'messages', value: { errors: [{ code: 131000 }] } }] },
        {
          id: '1',
          changes: [{ field: 'messages', value: { errors: [{ code: 1 }], statuses: [toStatusJson('w', 'sent', AT)] } }],
        },
        { id: '1', changes: [{ field: 'account_alerts', value: { statuses: [] } }, 7] },
        { id: '1' },
        null,
        { changes: [{ field: 'messages', value: { messages: [system] } }] },
      ],
    })
    expect(read.statuses).toHaveLength(1)
    expect(read.unknown).toEqual([
      { field: 'messages', value: { errors: [{ code: 131000 }] } },
      { errors: [{ code: 1 }] },
      { field: 'account_alerts', value: { statuses: [] } },
      7,
      { id: '1' },
      null,
      { messages: [system] },
    ])
  })

  it('may be the inner part alone, as a gateway might hand it on', () => {
    expect(parseWebhook({ statuses: [toStatusJson('wamid.1', 'sent', AT)] }).statuses).toHaveLength(1)
    expect(parseWebhook([toWebhook({ messages: [toTextJson('oi', AT)] })]).messages).toHaveLength(1)
  })

  it('never throws and loses nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(parseWebhook(body)).toMatchObject({ statuses: [], messages: [] })
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (statuses, messages) => {
        const read = parseWebhook(toWebhook({ statuses, messages }))
        expect(read.statuses.length + read.messages.length + read.unknown.length).toBe(
          statuses.length + messages.length,
        )
      }),
    )
  })

  it('makes text storable: the zero character and half a pair become a sign of their own', () => {
    const { messages } = parseWebhook(toWebhook({ messages: [toTextJson('a\0b\ud800', AT)] }))
    expect(messages[0]?.text).toBe('a\ufffdb\ufffd')
  })
})
