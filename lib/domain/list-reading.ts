/**
 * What is known of a gateway's list of messages before it is read. Moments are milliseconds since 1970, by the database's clock.
 * @property nextAt when it is due
 * @property readAt when the last round ended; null where there was none
 * @property webhookAt when a webhook last told anything
 * @property newestSendAt when somebody last made a Send for it
 */
export type ListFacts = {
  now: number
  nextAt: number
  readAt: number | null
  webhookAt: number | null
  newestSendAt: number | null
}

/** `skip`: webhooks tell it all. `read`: back over so much time, no more than so many pages. */
export type ListPlan =
  | { kind: 'wait' }
  | { kind: 'skip' }
  | { kind: 'read'; backMs: number; pages: number; isDeep: boolean }

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long a webhook vouches for the next one; and how long the list is left alone while they come. */
const WEBHOOKS_COME_MS = 2 * MINUTE
const TRUSTED_MS = 30 * MINUTE
/** A new Send is worth a look this soon after the last one. */
const NEW_SEND_MS = 5 * SECOND

/** What was sent just now changes by the second, what was sent a while ago by the hour; and nothing that is older. */
const DEPTHS = [
  { everyMs: HOUR, backMs: 72 * HOUR, pages: 3_000, isDeep: true },
  { everyMs: 10 * MINUTE, backMs: 6 * HOUR, pages: 400, isDeep: true },
]
const SHALLOW = { backMs: 15 * MINUTE, pages: 60, isDeep: false }
const FIRST = { backMs: 24 * HOUR, pages: 400, isDeep: true }

/** Nobody's phone tells anything any more about what was sent longer ago. */
export const LIST_REACH_MS = 72 * HOUR

/** Whether the list is read now, and how far back. */
export function planListReading({ now, nextAt, readAt, webhookAt, newestSendAt }: ListFacts): ListPlan {
  const webhooksCome = webhookAt !== null && now - webhookAt < WEBHOOKS_COME_MS
  const hasNew = newestSendAt !== null && readAt !== null && newestSendAt > readAt && now - readAt >= NEW_SEND_MS
  if (nextAt > now && (webhooksCome || !hasNew)) return { kind: 'wait' }
  if (webhooksCome && (readAt === null || now - readAt < TRUSTED_MS)) return { kind: 'skip' }
  if (readAt === null) return { kind: 'read', ...FIRST }
  const depth = DEPTHS.find(({ everyMs }) => Math.floor(now / everyMs) !== Math.floor(readAt / everyMs))
  const { backMs, pages, isDeep } = depth ?? SHALLOW
  return { kind: 'read', backMs, pages, isDeep }
}

/** How a round has ended. `unusable`: the gateway has no list that can be read. */
export type ListRound = 'read' | 'skipped' | 'unusable' | 'unreachable'

/**
 * How long until the next round.
 * @param told.idle how many rounds in a row brought nothing new, or failed
 * @param told.isLive whether something was sent within the last minutes
 */
export function nextListReadingMs(round: ListRound, { idle, isLive }: { idle: number; isLive: boolean }): number {
  const slower = (firstMs: number, factor: number, mostMs: number) =>
    Math.min(mostMs, firstMs * factor ** Math.min(idle, 20))
  switch (round) {
    case 'skipped':
      return MINUTE
    case 'unusable':
      return 6 * HOUR
    case 'unreachable':
      return slower(15 * SECOND, 2, 10 * MINUTE)
    case 'read':
      return isLive ? slower(4 * SECOND, 1.5, MINUTE) : slower(20 * SECOND, 2, 10 * MINUTE)
  }
}

/** Between two pages: of each ten requests that may leave, one may ask. */
export const listPauseMs = (perSecond: number): number => Math.min(2 * SECOND, Math.max(200, (10 * SECOND) / perSecond))
