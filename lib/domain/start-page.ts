import type { StatusCounts } from './delivery-status'
import type { GatewayKind } from './gateway'
import type { PausedWhy, SendState } from './send-state'

// What the start page tells. Plain JSON: moments are ISO 8601 strings in UTC, days YYYY-MM-DD in the workspace's zone.

/** Days of the trend; the first is what is shown unless the other is asked for. */
export const TREND_DAYS = [14, 30] as const
export type TrendDays = (typeof TREND_DAYS)[number]

export const readTrendDays = (raw: unknown): TrendDays => (raw === '30' ? 30 : 14)

/** A Send that goes on, will, or was over today. `replied` is how many answered it. */
export type TodaySend = {
  id: string
  firstLine: string
  template: string | null
  gateway: GatewayKind
  state: SendState
  pausedWhy: PausedWhy | null
  createdAt: string
  startsAt: string | null
  finishedAt: string | null
  timeZone: string
  recipientCount: number
  counts: StatusCounts
  replied: number
}

/**
 * What waits for a person. `stopped`: a gateway refuses our account; `paused`: a Send stands still; `uncertain`: nobody
 * knows whether they got it; `failed`: they did not and nobody has tried again; `closing`: they answered, got nothing since,
 * and their window is about to close; `noWebhooks`: messages were taken and nobody tells what became of them.
 */
export type Need =
  | { kind: 'stopped'; gateway: GatewayKind; code: number; sendId: string | null }
  | { kind: 'paused'; sendId: string; name: string; why: PausedWhy; code: number | null; left: number }
  | { kind: 'uncertain'; sendId: string; name: string; count: number }
  | { kind: 'failed'; sendId: string; name: string; count: number }
  | { kind: 'closing'; sendId: string; name: string; count: number; firstClosesAt: string }
  | { kind: 'noWebhooks'; since: string }

/** A row of a list by how many of those who got it chose it last. `source` is the template's name, else the message's. */
export type BestRow = {
  source: { name: string; templateId: string | null; sendId: string }
  rowId: string
  title: string
  chose: number
  got: number
}

/** What left on one day, and how many of those messages were read and answered, whenever that was. */
export type TrendDay = { day: string; sent: number; read: number; replied: number }

export type FirstSteps = { list: boolean; rehearsal: boolean; connection: boolean; webhooks: boolean }

export type StartPage = {
  /** Nothing was ever sent from here. */
  isNew: boolean
  gateway: GatewayKind
  timeZone: string
  today: { sends: TodaySend[]; total: number }
  needs: Need[]
  bestRows: BestRow[]
  trend: TrendDay[]
  steps: FirstSteps
}

/** Below so many people a share says nothing yet, and below so many choices neither. */
export const BEST_ROWS = { got: 30, chose: 5, most: 5 } as const

type Figures = { source: string; got: number }
type Chosen = { source: string; rowId: string; chose: number }

/** The rows that most of those who got them chose, best first; of two alike the one that more people got. */
export function rankRows(figures: readonly Figures[], chosen: readonly Chosen[]): (Chosen & { got: number })[] {
  const sum = (of: Map<string, number>, key: string, more: number) => of.set(key, (of.get(key) ?? 0) + more)
  const gotBy = new Map<string, number>()
  for (const { source, got } of figures) sum(gotBy, source, got)
  const choseBy = new Map<string, number>()
  for (const { source, chose } of chosen) sum(choseBy, source, chose)
  const rows = new Map<string, Chosen>()
  for (const { source, rowId, chose } of chosen) {
    const key = JSON.stringify([source, rowId])
    rows.set(key, { source, rowId, chose: (rows.get(key)?.chose ?? 0) + chose })
  }
  return (
    [...rows.values()]
      // Who chose has got it, though nobody may have told so.
      .map((row) => ({ ...row, got: Math.max(gotBy.get(row.source) ?? 0, choseBy.get(row.source) ?? 0) }))
      .filter(({ got, chose }) => got >= BEST_ROWS.got && chose >= BEST_ROWS.chose)
      .sort((a, b) => b.chose / b.got - a.chose / a.got || b.got - a.got || (a.rowId < b.rowId ? -1 : 1))
      .slice(0, BEST_ROWS.most)
  )
}

const DAY_MS = 86_400_000

/** Every day of so many up to the last one, those without anything too. */
export function fillDays(rows: readonly TrendDay[], last: string, days: number): TrendDay[] {
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return Array.from({ length: days }, (_, i) => {
    const day = new Date(Date.parse(last) - (days - 1 - i) * DAY_MS).toISOString().slice(0, 10)
    return byDay.get(day) ?? { day, sent: 0, read: 0, replied: 0 }
  })
}

/** The trend's figures together. */
export const sumTrend = (trend: readonly TrendDay[]): Omit<TrendDay, 'day'> =>
  trend.reduce(
    (sum, { sent, read, replied }) => ({
      sent: sum.sent + sent,
      read: sum.read + read,
      replied: sum.replied + replied,
    }),
    { sent: 0, read: 0, replied: 0 },
  )

/** What a new workspace still has to do, in the order in which it is taught. */
export const stepsLeft = (steps: FirstSteps): number => Object.values(steps).filter((done) => !done).length

/** Whether anything is on its way, so that who looks should look again soon. */
export const isBusy = ({ today }: Pick<StartPage, 'today'>): boolean =>
  today.sends.some(({ state }) => state === 'running' || state === 'preparing')
