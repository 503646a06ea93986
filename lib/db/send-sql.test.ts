import { describe, expect, it } from 'vitest'
import { isQuiet } from '@/lib/domain/quiet-hours'
import { createTestDatabase } from '@/lib/testing/database'
import { db } from './client'
import { Prisma } from './generated/client'
import { isQuietAtSql } from './send-sql'

createTestDatabase()

const NIGHT = { from: 20 * 60, until: 8 * 60 }
const NOON = { from: 12 * 60, until: 13 * 60 + 30 }

async function quietAt(
  moment: string,
  timeZone: string,
  { from, until }: { from: number | null; until: number | null },
) {
  const [row] = await db().$queryRaw<{ quiet: boolean }[]>`
    select ${isQuietAtSql(Prisma.sql`${moment}::timestamptz`)} as quiet
    from (select ${from}::int as quiet_from, ${until}::int as quiet_until, ${timeZone} as time_zone) s`
  return row?.quiet
}

describe('quiet hours in the database', () => {
  it.each([
    ['2026-11-27T22:59:59Z', 'America/Sao_Paulo', NIGHT, false],
    ['2026-11-27T23:00:00Z', 'America/Sao_Paulo', NIGHT, true],
    ['2026-11-28T10:59:59Z', 'America/Sao_Paulo', NIGHT, true],
    ['2026-11-28T11:00:00Z', 'America/Sao_Paulo', NIGHT, false],
    ['2026-11-28T11:00:00Z', 'America/Manaus', NIGHT, true],
    ['2026-11-28T15:10:00Z', 'America/Sao_Paulo', NOON, true],
    ['2026-11-28T16:30:00Z', 'America/Sao_Paulo', NOON, false],
    // Berlin's clock goes back at 3:00 on 25 October: 8:00 comes an hour later than the day before.
    ['2026-10-24T06:00:00Z', 'Europe/Berlin', NIGHT, false],
    ['2026-10-25T06:59:59Z', 'Europe/Berlin', NIGHT, true],
    ['2026-10-25T07:00:00Z', 'Europe/Berlin', NIGHT, false],
    // And forward at 2:00 on 29 March.
    ['2026-03-28T06:30:00Z', 'Europe/Berlin', NIGHT, true],
    ['2026-03-29T06:00:00Z', 'Europe/Berlin', NIGHT, false],
  ])('at %s in %s are as the clock on the wall says', async (moment, timeZone, quiet, expected) => {
    expect(await quietAt(moment, timeZone, quiet)).toBe(expected)
  })

  it('are never where a Send has none', async () => {
    expect(await quietAt('2026-11-28T03:00:00Z', 'America/Sao_Paulo', { from: null, until: null })).toBe(false)
  })

  it('agree with what the pages reckon, at every quarter of a day', async () => {
    for (let quarter = 0; quarter < 96; quarter++) {
      const moment = new Date(Date.UTC(2026, 10, 28, 0, quarter * 15))
      const minute = (quarter * 15 - 180 + 1440) % 1440
      for (const hours of [NIGHT, NOON])
        expect(await quietAt(moment.toISOString(), 'America/Sao_Paulo', hours)).toBe(isQuiet(hours, minute))
    }
  })
})
