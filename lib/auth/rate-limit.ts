import { createHash } from 'node:crypto'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '@/lib/db/client'

const WINDOW = 15 * 60

/**
 * Tries in a quarter of an hour. A stranger who knows an e-mail must not be able to lock its owner out soon; and where a
 * proxy hides who comes, one that guesses links must not soon close those of everybody.
 */
export const TRIES = { accountAndAddress: 5, address: 50, account: 50, changePassword: 5, shareLink: 200 } as const
type Limit = keyof typeof TRIES

const limiter = (limit: Limit) =>
  new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'rateLimit',
    keyPrefix: limit,
    points: TRIES[limit],
    duration: WINDOW,
    clearExpiredByTimeout: false,
  })

/** E-mails and addresses are counted by their hash: the table tells nobody who tried. */
const keyOf = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/**
 * Where a request came from, as our nearest proxy saw it (the last entry); the earlier ones are whatever the sender
 * wrote. Without a proxy in front even this can be made up, which is why each account is counted by itself too.
 */
export const addressOf = (headers: Headers) => headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'

type Try = { limit: Limit; key: string }

export const signInTries = (email: string, headers: Headers): Try[] => [
  { limit: 'accountAndAddress', key: keyOf(email, addressOf(headers)) },
  { limit: 'address', key: keyOf(addressOf(headers)) },
  { limit: 'account', key: keyOf(email) },
]

export const changePasswordTries = (userId: string): Try[] => [{ limit: 'changePassword', key: keyOf(userId) }]

export const shareTries = (headers: Headers): Try[] => [{ limit: 'shareLink', key: keyOf(addressOf(headers)) }]

/**
 * Counts one try, before it is made, so that many at once count as many. Stops at the first limit that is used up: what
 * that one holds back does not count against the wider ones.
 * @returns minutes to wait, or 0.
 */
export async function countTry(tries: Try[]): Promise<number> {
  for (const { limit, key } of tries) {
    try {
      await limiter(limit).consume(key)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000))
    }
  }
  return 0
}

/** Takes back a try that was right: only wrong ones count. */
export async function forgiveTry(tries: Try[]): Promise<void> {
  for (const { limit, key } of tries) {
    if (limit === 'accountAndAddress' || limit === 'changePassword') await limiter(limit).delete(key)
    else await limiter(limit).reward(key)
  }
}
