/**
 * What a refusal means for the next request.
 * @property retryable the identical request may well be taken later
 * @property stopsAll it is about our account: everybody else would be refused alike
 */
export type ProviderErrorRule = { retryable: boolean; stopsAll: boolean }

const final: ProviderErrorRule = { retryable: false, stopsAll: false }
const later: ProviderErrorRule = { retryable: true, stopsAll: false }
const account: ProviderErrorRule = { retryable: false, stopsAll: true }

/**
 * The codes that the sender of a list may meet. The HTTP status is no guide: gateways remap it.
 * Source: Meta, "Error codes" (copies of January and September 2026).
 */
const RULES = {
  0: account,
  1: final,
  2: later,
  3: final,
  4: later,
  10: final,
  33: final,
  100: final,
  190: account,
  200: final,
  368: account,
  80007: later,
  130403: final,
  130429: later,
  130472: final,
  130497: final,
  131000: later,
  131005: final,
  131008: final,
  131009: final,
  131016: later,
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
  131056: later,
  131057: later,
  131062: final,
  133000: final,
  133004: later,
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
  return httpStatus === 429 || (httpStatus !== null && httpStatus >= 500) ? later : final
}
