import * as z from 'zod/mini'
import { distinctTags, toTag } from './template-tags'

/** How many tags one part of a rule may name. */
export const RULE_TAG_LIMIT = 20

const ruleTags = z._default(
  z.pipe(
    z.array(z.pipe(z.string().check(z.maxLength(200)), z.transform(toTag))).check(z.maxLength(RULE_TAG_LIMIT)),
    z.transform((tags: string[]) => distinctTags(tags.filter(Boolean))),
  ),
  [],
)

/**
 * Whom a saved audience takes, asked anew each time: who carries any of `tagsAny` (all people where it is empty), each of
 * `tagsAll` and none of `tagsNone`, and is found by `search`. Who opted out is never among them.
 */
export const audienceRuleSchema = z.object({
  tagsAny: ruleTags,
  tagsAll: ruleTags,
  tagsNone: ruleTags,
  search: z._default(z.string().check(z.trim(), z.maxLength(200)), ''),
  window: z._default(z.enum(['any', 'open']), 'any'),
  withoutOptedOut: z._default(z.literal(true), true),
})
export type AudienceRule = z.output<typeof audienceRuleSchema>
export type AudienceRuleInput = z.input<typeof audienceRuleSchema>

export const emptyRule = (): AudienceRule => audienceRuleSchema.parse({})

/** Whether the rule takes everybody who has not opted out. */
export const isForAll = ({ tagsAny, tagsAll, tagsNone, search, window }: AudienceRule): boolean =>
  tagsAny.length + tagsAll.length + tagsNone.length === 0 && search === '' && window === 'any'
