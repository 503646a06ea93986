import * as z from 'zod/mini'
import { type AudienceRule, audienceRuleSchema } from './audience-rule'
import type { PersonView } from './send-view'

export const AUDIENCE_NAME_LENGTH = 80

/** Messages are keys of `contacts.problems`. */
export const audienceNameSchema = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(1_000, 'audienceNameTooLong')),
    z.transform((text) =>
      text
        .replace(/[\0\p{Surrogate}]/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  ),
  z.string().check(z.minLength(1, 'audienceNameRequired'), z.maxLength(AUDIENCE_NAME_LENGTH, 'audienceNameTooLong')),
)

/** A rule of which null takes nobody: those audiences have only the people who were added by hand. */
export const savedRuleSchema = z.nullable(audienceRuleSchema)

/**
 * "Público": who fits its rule, and who was added to it by hand.
 * @property count who would get a message now: both together, without those who opted out
 * @property memberCount who was added by hand, whatever became of them
 */
export type AudienceView = {
  id: string
  name: string
  rule: AudienceRule | null
  count: number
  memberCount: number
  updatedAt: string
  createdBy: PersonView | null
}
