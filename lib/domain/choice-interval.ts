/** A share with the bounds between which the true one lies, as far as so few people can tell. All between 0 and 1. */
export type ShareInterval = { share: number; low: number; high: number }

/** The first share less the second, and its bounds: between -1 and 1. */
export type DifferenceInterval = { difference: number; low: number; high: number }

/** Of how many people something is said at least before it stands without a warning. */
export const SMALL_SAMPLE = 30

const CONFIDENCE = 0.95

/** How likely a normal variable is below z, by its power series: exact to the last digits for every |z| below 7. */
function normalBelow(z: number): number {
  let term = z
  let sum = z
  for (let k = 1; k < 200 && Math.abs(term) > 1e-17; k++) {
    term *= (z * z) / (2 * k + 1)
    sum += term
  }
  return 0.5 + (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}

/**
 * How many standard errors to each side hold so much of a normal distribution: 1.96 for 95 %.
 * @param together over how many statements the confidence is to hold at once (Bonferroni's bound)
 */
export function standardErrors(together = 1): number {
  const below = 1 - (1 - CONFIDENCE) / (2 * Math.max(1, together))
  let low = 0
  let high = 6
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (normalBelow(middle) < below) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const Z = standardErrors()

/**
 * Wilson's score interval: right where few or all chose, where the textbook's "± 1.96" leaves 0 to 100 %.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 * @returns null where nobody could choose
 */
export function shareInterval(count: number, of: number, z = Z): ShareInterval | null {
  if (of <= 0) return null
  const share = Math.min(1, Math.max(0, count / of))
  const z2 = z * z
  const middle = share + z2 / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  const whole = 1 + z2 / of
  return {
    share,
    // Rounding alone would put a bound a hair beyond the share itself, or beyond 0 and 1.
    low: count <= 0 ? 0 : Math.min(share, Math.max(0, (middle - reach) / whole)),
    high: count >= of ? 1 : Math.max(share, Math.min(1, (middle + reach) / whole)),
  }
}

/**
 * The difference of two shares of two groups of people, from their Wilson intervals.
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
 * Medicine 17 (1998), method 10.
 * @returns null where either group is empty
 */
export function differenceInterval(
  first: { count: number; of: number },
  second: { count: number; of: number },
  z = Z,
): DifferenceInterval | null {
  const a = shareInterval(first.count, first.of, z)
  const b = shareInterval(second.count, second.of, z)
  if (!a || !b) return null
  const difference = a.share - b.share
  return {
    difference,
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low),
  }
}

/**
 * What may be said of a difference: nothing where its interval holds zero.
 * @property from,to whole percentage points, the smaller first; never nothing, since there is something
 */
export type DifferenceVerdict =
  | { kind: 'unknown' }
  | { kind: 'same' }
  | { kind: 'first' | 'second'; from: number; to: number }

export function judgeDifference(interval: DifferenceInterval | null): DifferenceVerdict {
  if (!interval) return { kind: 'unknown' }
  const { low, high } = interval
  if (low <= 0 && high >= 0) return { kind: 'same' }
  const [near, far] = low > 0 ? [low, high] : [-high, -low]
  const from = Math.max(1, Math.round(near * 100))
  return { kind: low > 0 ? 'first' : 'second', from, to: Math.max(from, Math.round(far * 100)) }
}
