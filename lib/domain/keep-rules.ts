import * as z from 'zod/mini'

/** How many days what tells who was written to may be set to be kept. Below the least, an answer could still come in. */
export const KEEP_DAYS = { min: 30, max: 3650, offered: 365 } as const

/** @property keepDays after so many days nobody can tell any more who got what; null keeps it for ever */
export type KeepRules = { keepDays: number | null }

/**
 * What a rule of keeping would take away at its next round.
 * @property people recipients, counted once in each Send
 */
export type KeepPreview = { sends: number; people: number; replies: number }

/** Whether what is kept today would be taken away by the new rule: that cannot be undone, and is asked first. */
export const keepsLess = (next: number | null, now: number | null): boolean =>
  next !== null && (now === null || next < now)

/** What Settings saves. Messages are keys of `forms.problems`. */
export const keepRulesSchema = z.object({
  keepDays: z.nullable(
    z.coerce
      .number('keepDaysInvalid')
      .check(
        z.int('keepDaysInvalid'),
        z.minimum(KEEP_DAYS.min, 'keepDaysInvalid'),
        z.maximum(KEEP_DAYS.max, 'keepDaysInvalid'),
      ),
  ),
})
