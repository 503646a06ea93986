/**
 * When the identical request is tried again.
 * @property most how often, before it counts as failed
 * @property firstMs the first wait in milliseconds; each later one is `factor` times as long, up to RETRY_CEILING_MS
 * @property restMs how long everybody else waits as well: it was a complaint about all that we send, not about this one
 */
export type Retry = { most: number; firstMs: number; factor: number; restMs: number | null }

/** No wait is longer. */
export const RETRY_CEILING_MS = 5 * 60_000

/**
 * What a refusal means for the next request.
 * @property retry null where the identical request would be refused again
 * @property stopsAll it is about our account: everybody else would be refused alike
 */
export type ProviderErrorRule = { retry: Retry | null; stopsAll: boolean }

const final: ProviderErrorRule = { retry: null, stopsAll: false }
const account: ProviderErrorRule = { retry: null, stopsAll: true }
const again = (most: number, firstMs: number, factor: number, restMs: number | null = null): ProviderErrorRule => ({
  retry: { most, firstMs, factor, restMs },
  stopsAll: false,
})

/** Too many at once: nobody fails for that, so it is tried for hours. */
const tooMany = again(60, 2_000, 2, 500)
/** Hourly limits pass slowly. */
const tooManyAnHour = again(60, 30_000, 2, 30_000)
/** One a person in six seconds: others need not wait. */
const tooManyToOne = again(5, 6_000, 4)
const fault = again(4, 5_000, 4)
const outage = again(6, 10_000, 3, 2_000)
const maintenance = again(8, 60_000, 1.5, 60_000)

/**
 * The codes that the sender of a list may meet. The HTTP status is no guide: gateways remap it.
 * Source: Meta, "Error codes" (copies of January and September 2026), which tells the waits of 2, 131056 and 131057.
 */
const RULES = {
  0: account,
  1: final,
  2: outage,
  3: final,
  4: tooManyAnHour,
  10: final,
  33: final,
  100: final,
  190: account,
  200: final,
  368: account,
  80007: tooManyAnHour,
  130403: final,
  130429: tooMany,
  130472: final,
  130497: final,
  131000: fault,
  131005: final,
  131008: final,
  131009: final,
  131016: outage,
  131021: final,
  131026: final,
  131030: final,
  131031: account,
  131037: final,
  131042: account,
  131045: final,
  131047: final,
  131048: final,
  131049: final,
  131050: final,
  131051: final,
  131056: tooManyToOne,
  131057: maintenance,
  131062: final,
  133000: final,
  133004: maintenance,
  133010: final,
  135000: final,
} satisfies Record<number, ProviderErrorRule>

export type ProviderErrorCode = keyof typeof RULES

export const PROVIDER_ERROR_CODES = Object.keys(RULES).map(Number) as ProviderErrorCode[]

const isKnown = (code: number): code is ProviderErrorCode => Object.hasOwn(RULES, code)

/** Permission errors are a whole range with one meaning. */
const ruled = (code: number | null): ProviderErrorCode | null => {
  if (code === null) return null
  if (code >= 200 && code <= 299) return 200
  return isKnown(code) ? code : null
}

/** The key of the words for a code in `messages › providerErrors`; `unknown` where we have none. */
export const providerErrorKey = (code: number | null): `${ProviderErrorCode}` | 'unknown' => {
  const known = ruled(code)
  return known === null ? 'unknown' : `${known}`
}

/** What to make of a refusal. An unknown code is judged by its HTTP status: overload and faults of theirs pass. */
export function ruleForProviderError(code: number | null, httpStatus: number | null): ProviderErrorRule {
  const known = ruled(code)
  if (known !== null) return RULES[known]
  if (httpStatus === 429) return tooMany
  return httpStatus !== null && httpStatus >= 500 ? fault : final
}
