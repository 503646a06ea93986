import * as z from 'zod/mini'
import { answerPeopleSchema } from './answer-people'
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

const shortText = z.string().check(z.maxLength(400))

/**
 * What somebody did with a Send or with a template's Sends.
 * @property said what both were called when it was chosen, so that the rule can be told without looking them up
 */
export const answerConditionSchema = z.object({
  people: answerPeopleSchema,
  said: z.object({ source: shortText, at: z.nullable(z.iso.datetime()), row: z.nullable(shortText) }),
})
export type AnswerCondition = z.output<typeof answerConditionSchema>

/**
 * Whom a saved audience takes, asked anew each time: who carries any of `tagsAny` (all people where it is empty), each of
 * `tagsAll` and none of `tagsNone`, is found by `search`, and did what `answer` says. Who opted out is never among them.
 */
export const audienceRuleSchema = z.object({
  tagsAny: ruleTags,
  tagsAll: ruleTags,
  tagsNone: ruleTags,
  search: z._default(z.string().check(z.trim(), z.maxLength(200)), ''),
  window: z._default(z.enum(['any', 'open']), 'any'),
  answer: z._default(z.nullable(answerConditionSchema), null),
  withoutOptedOut: z._default(z.literal(true), true),
})
export type AudienceRule = z.output<typeof audienceRuleSchema>
export type AudienceRuleInput = z.input<typeof audienceRuleSchema>

export const emptyRule = (): AudienceRule => audienceRuleSchema.parse({})

/** Whether the rule takes everybody who has not opted out. */
export const isForAll = ({ tagsAny, tagsAll, tagsNone, search, window, answer }: AudienceRule): boolean =>
  tagsAny.length + tagsAll.length + tagsNone.length === 0 && search === '' && window === 'any' && answer === null
