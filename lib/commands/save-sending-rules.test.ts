import { describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { DEFAULT_SENDING_RULES, sendingRulesSchema } from '@/lib/domain/sending-rules'
import { getSendingRules } from '@/lib/queries/sending-rules'
import { createTestDatabase } from '@/lib/testing/database'
import { saveSendingRules } from './save-sending-rules'

createTestDatabase()
const actor = systemActor('worker')

describe('the rules of sending', () => {
  it('are read as they were last saved, and as they are by default before that', async () => {
    expect(await getSendingRules(actor)).toEqual(DEFAULT_SENDING_RULES)
    const night = { confirmAbove: 50, timeZone: 'America/Manaus', quiet: { from: 1200, until: 0 } }
    await saveSendingRules(actor, night)
    expect(await getSendingRules(actor)).toEqual(night)
    await saveSendingRules(actor, { ...night, quiet: null })
    expect(await getSendingRules(actor)).toEqual({ ...night, quiet: null })
  })

  it('take a number as a form gives it, and no zone that there is not', () => {
    const typed = { confirmAbove: '1000', timeZone: 'America/Sao_Paulo', quiet: null }
    expect(sendingRulesSchema.parse(typed)).toMatchObject({ confirmAbove: 1000 })
    for (const wrong of [
      { confirmAbove: '' },
      { confirmAbove: '1.5' },
      { timeZone: 'Brasília' },
      { quiet: { from: 1, until: 1 } },
    ])
      expect(sendingRulesSchema.safeParse({ ...typed, ...wrong }).success).toBe(false)
  })
})
