import { describe, expect, it } from 'vitest'
import { parseWebhook } from '@/lib/whatsapp/parse-webhook'
import { DEMONSTRATION, toSteps } from './plays'
import { type Told, toStatus, toTap, toText, toWebhook } from './webhook-body'
import { newWamid } from './whatsapp-ids'

const at = Date.UTC(2026, 10, 23, 12)
const rows = [
  { id: 'a', title: 'Um', description: 'Centro' },
  { id: 'b', title: 'Dois' },
]

/** All that would be told of so many messages. */
function play(count: number): Told[] {
  return Array.from({ length: count }, (_, i) => String(5_511_900_000_000 + i)).flatMap((waId) => {
    const about = { wamid: newWamid(waId), waId, callbackData: `listazap:${waId.slice(-3)}9:1` }
    return toSteps({ to: waId, place: 0, rows }, { ...DEMONSTRATION, replyShare: 0.7, failShare: 0.2 }).map((step) => {
      const reply = { wamid: newWamid(waId), at }
      if (step.kind === 'status') return toStatus(about, step.status, at, step.error)
      return step.kind === 'tap'
        ? toTap(about, { ...reply, row: step.row })
        : toText(about, { ...reply, text: step.text })
    })
  })
}

describe('every webhook that is made', () => {
  it('is read whole by whoever reads Meta’s', () => {
    const told = play(300)
    const { statuses, messages, unknown } = parseWebhook(JSON.parse(JSON.stringify(toWebhook(told))))
    expect(unknown).toEqual([])
    expect(statuses.length + messages.length).toBe(told.length)
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set(['sent', 'delivered', 'read', 'failed']))
    expect(new Set(messages.map(({ kind }) => kind))).toEqual(new Set(['listReply', 'text']))
    for (const { callbackData, waId, at: moment } of statuses) {
      expect(callbackData).toMatch(/^listazap:/)
      expect(waId).toMatch(/^55119/)
      expect(moment.getTime()).toBe(at)
    }
    for (const { status, error } of statuses) {
      expect(error).toEqual(
        status === 'failed'
          ? { code: expect.toBeOneOf([131026, 131047]), title: expect.any(String), details: expect.any(String) }
          : null,
      )
    }
    for (const { kind, row, text, profileName, contextWamid } of messages) {
      expect(profileName).toMatch(/ /)
      expect(row === null).toBe(kind === 'text')
      expect(text === null).toBe(kind === 'listReply')
      expect(contextWamid === null).toBe(kind === 'text')
    }
  })
})
