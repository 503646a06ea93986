import * as z from 'zod/mini'
import { tabStore } from '@/components/editor/browser-store'
import { answerPeopleSchema } from '@/lib/domain/answer-people'
import { planDraftSchema } from '@/lib/domain/plan-draft'
import { LIST_LIMITS } from '@/lib/domain/recipient-list'
import { variableValuesSchema } from '@/lib/domain/variable-values'

const KEY = 'listazap.newSend'

export const WAYS = ['text', 'file', 'contacts', 'answers'] as const
/** How people are named: typed or pasted, by a file, from the contacts, by what they did with an earlier Send. */
export type Way = (typeof WAYS)[number]

const workSchema = z.object({
  way: z.enum(WAYS),
  text: z.string().check(z.maxLength(LIST_LIMITS.textLength)),
  audienceId: z.nullable(z.string()),
  tags: z.array(z.string()),
  answers: z._default(z.nullable(answerPeopleSchema), null),
  values: variableValuesSchema,
  plan: z.nullable(planDraftSchema),
  /** What the list was last asked to be judged against, and by which number that answer goes. */
  asked: z.nullable(z.object({ listId: z.string(), print: z.string(), revision: z.int() })),
})

/** What a person has typed and chosen here, all that is neither in the address nor on the server. */
export type Work = z.infer<typeof workSchema>

export const NEW_WORK: Work = {
  way: 'text',
  text: '',
  audienceId: null,
  tags: [],
  answers: null,
  values: {},
  plan: null,
  asked: null,
}

/** What this tab held before a reload. */
export function readWork(): Work {
  try {
    return workSchema.parse(JSON.parse(tabStore()?.getItem(KEY) ?? ''))
  } catch {
    return NEW_WORK
  }
}

export function keepWork(work: Work): void {
  try {
    tabStore()?.setItem(KEY, JSON.stringify(work))
  } catch {
    // A full or forbidden store: the work lives as long as the page.
  }
}

/** It has been sent: the next Send begins afresh. */
export function dropWork(): void {
  try {
    tabStore()?.removeItem(KEY)
  } catch {
    // As above.
  }
}
