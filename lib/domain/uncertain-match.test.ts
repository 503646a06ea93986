import { describe, expect, it } from 'vitest'
import { type ListedMessage, matchUncertain, type OpenRequest, toDeliveryStatus } from './uncertain-match'

const request = (id: number, more: Partial<OpenRequest> = {}): OpenRequest => ({
  id: BigInt(id),
  person: '5531987654321',
  sendingAt: 100_000,
  settledAt: 115_000,
  ...more,
})
const message = (wamid: string, more: Partial<ListedMessage> = {}): ListedMessage => ({
  wamid,
  to: '5531987654321',
  type: 'interactive',
  status: 'sent',
  direction: 'outbound',
  createdAt: 101_000,
  ...more,
})
const match = (
  asked: OpenRequest[],
  listed: ListedMessage[],
  more: { open?: OpenRequest[]; taken?: string[] } = {},
) => {
  const { open = asked, taken = [] } = more
  const found = matchUncertain(asked, { open, listed, taken: new Set(taken) })
  return [...found].map(([id, { wamid }]) => `${id}=${wamid}`)
}

describe('an uncertain request', () => {
  it('became the one message to that person about that time, however the number is written', () => {
    expect(match([request(1)], [message('a', { to: '+55 31 8765-4321' })])).toEqual(['1=a'])
    expect(match([request(1)], [message('a', { type: null, direction: null })])).toEqual(['1=a'])
    expect(match([request(1)], [message('a'), message('a')])).toEqual(['1=a'])
  })

  it('is left where there is none', () => {
    expect(match([request(1)], [])).toEqual([])
    expect(match([request(1)], [message('a', { to: '5531987654322' })])).toEqual([])
  })

  it('is left where there are two, unless one of them is another recipient’s', () => {
    expect(match([request(1)], [message('a'), message('b')])).toEqual([])
    expect(match([request(1)], [message('a'), message('b')], { taken: ['a'] })).toEqual(['1=b'])
    expect(match([request(1)], [message('a')], { taken: ['a'] })).toEqual([])
  })

  it('is left where another open request to that person may have made it', () => {
    const others = [request(2, { sendingAt: 150_000, settledAt: 160_000 }), request(2, { settledAt: 120_000 })]
    for (const other of others) expect(match([request(1)], [message('a')], { open: [request(1), other] })).toEqual([])
    const elsewhere = [request(2, { sendingAt: 300_000, settledAt: 301_000 }), request(3, { person: '5511' })]
    expect(match([request(1)], [message('a')], { open: [request(1), ...elsewhere] })).toEqual(['1=a'])
  })

  it.each([
    [94_999, false],
    [95_000, true],
    [175_000, true],
    [175_001, false],
  ])('is not a message of %i unless that is near: %s', (createdAt, isIt) => {
    expect(match([request(1)], [message('a', { createdAt })])).toEqual(isIt ? ['1=a'] : [])
  })

  it('is not what somebody wrote by hand, nor what came in', () => {
    expect(match([request(1)], [message('a', { type: 'text' })])).toEqual([])
    expect(match([request(1)], [message('a', { direction: 'inbound' })])).toEqual([])
  })
})

it('a listed status is told as it is, and has been accepted at the least', () => {
  expect(['sent', 'Delivered', 'read', 'failed', 'pending', 'new', null].map(toDeliveryStatus)).toEqual([
    'sent',
    'delivered',
    'read',
    'failed',
    'accepted',
    'accepted',
    'accepted',
  ])
})
