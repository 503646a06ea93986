import * as z from 'zod/mini'

/**
 * Messages a second over one connection. Meta bears 80 for a number (20 where it is shared with the Business app, 1,000
 * after an upgrade); VecTalk tells no limit of its own. Source: Meta, "Throughput".
 */
export const PACE = { default: 20, most: 1_000 } as const

/** The message is a key of `forms.problems`. */
export const perSecondSchema = z.coerce
  .number('paceInvalid')
  .check(z.int('paceInvalid'), z.minimum(1, 'paceInvalid'), z.maximum(PACE.most, 'paceInvalid'))
