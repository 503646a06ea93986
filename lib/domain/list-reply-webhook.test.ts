import { describe, expect, it } from 'vitest'
import { toListReplyWebhook, webhookPieces } from './list-reply-webhook'

const places = {
  businessPhone: 'number of the business',
  listId: 'wamid of the list',
  customerPhone: 'number of the customer',
  replyId: 'wamid of the reply',
  timestamp: 'Unix seconds',
  rowId: 'row ID',
}
const reply = { id: 'prod_001', title: 'Smartphone X', description: 'R$ 1.999,00' }

describe('the webhook of a choice', () => {
  it('is an inbound list_reply that answers the list, with what is not known yet marked', () => {
    expect(toListReplyWebhook(reply, places)).toEqual({
      messages: [
        {
          context: { from: '‹number of the business›', id: '‹wamid of the list›' },
          from: '‹number of the customer›',
          id: '‹wamid of the reply›',
          timestamp: '‹Unix seconds›',
          type: 'interactive',
          interactive: { type: 'list_reply', list_reply: reply },
        },
      ],
    })
  })

  it('has no key for a description that the row has not', () => {
    const [message] = toListReplyWebhook({ id: 'a', title: 'A', description: '  ' }, places).messages
    expect(message?.interactive.list_reply).toEqual({ id: 'a', title: 'A' })
  })

  it('has the texts as they are sent, and a place for an ID that is still to come', () => {
    const [message] = toListReplyWebhook({ id: ' ', title: ' A ' }, places).messages
    expect(message?.interactive.list_reply).toEqual({ id: '‹row ID›', title: 'A' })
  })
})

describe('its text in pieces', () => {
  it('tells places from values, even where a value looks like one', () => {
    const json = JSON.stringify(toListReplyWebhook({ id: 'a', title: '‹Título›' }, places), null, 2)
    const pieces = webhookPieces(json, places)
    expect(pieces.map(({ text }) => text).join('')).toBe(json)
    expect(pieces.filter(({ isPlace }) => isPlace).map(({ text }) => text)).toEqual([
      '"‹number of the business›"',
      '"‹wamid of the list›"',
      '"‹number of the customer›"',
      '"‹wamid of the reply›"',
      '"‹Unix seconds›"',
    ])
  })
})
