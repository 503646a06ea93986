import * as z from 'zod/mini'
import type { AnswerScope } from './answer-people'
import type { TypedGroup } from './choice-typed'
import type { ListMessage } from './list-message'

/**
 * What "O que escolheram" is about: one Send, or the Sends of a template (of one version of it), of those the people in
 * an audience as it is now, or an audience alone. `from` and `to` are whole days of the Sends, both included, in the
 * workspace's time zone.
 */
export type ChoiceScope = {
  send?: string
  template?: string
  version?: number
  audience?: string
  from?: string
  to?: string
}

/** What the shares are of: those who answered, or all who got it. */
export const CHOICE_BASES = ['replied', 'got'] as const
export type ChoiceBase = (typeof CHOICE_BASES)[number]

export type ChoiceAddress = ChoiceScope & {
  base: ChoiceBase
  /** What stands beside it: another Send, or another version of the template. */
  compare?: { send: string } | { version: number }
}

const version = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,8}$/)),
  z.transform((text) => Number(text)),
)
const PARAMS = {
  send: z.uuid(),
  template: z.uuid(),
  version,
  audience: z.uuid(),
  from: z.iso.date(),
  to: z.iso.date(),
} as const

/** An address as what it is about: what is unknown or malformed in it is left out, so that an old link still opens. */
export function readChoiceAddress(params: Record<string, unknown>): ChoiceAddress {
  const scope: ChoiceScope = Object.fromEntries(
    Object.entries(PARAMS).flatMap(([name, schema]) => {
      const read = schema.safeParse(params[name] ?? undefined)
      return read.success ? [[name, read.data]] : []
    }),
  )
  if (scope.send) {
    // One Send has one template, one version and one day.
    for (const name of ['template', 'version', 'from', 'to'] as const) delete scope[name]
  } else if (!scope.template) delete scope.version
  const compare = compareOf(scope, params.compare)
  return { ...scope, base: params.base === 'got' ? 'got' : 'replied', ...(compare && { compare }) }
}

function compareOf(scope: ChoiceScope, asked: unknown): ChoiceAddress['compare'] {
  if (scope.send) {
    const send = z.uuid().safeParse(asked)
    return send.success && send.data !== scope.send ? { send: send.data } : undefined
  }
  const other = scope.template && scope.version ? version.safeParse(asked) : null
  return other?.success && other.data !== scope.version ? { version: other.data } : undefined
}

/** The scope that stands beside the first; null where nothing does. */
export function comparedScope({ compare, base: _, ...scope }: ChoiceAddress): ChoiceScope | null {
  return compare ? { ...scope, ...compare } : null
}

/** The address's query, without its question mark. */
export function toChoiceQuery({ compare, base, ...scope }: ChoiceAddress): string {
  const params = new URLSearchParams()
  for (const name of Object.keys(PARAMS) as (keyof ChoiceScope)[]) {
    const value = scope[name]
    if (value !== undefined) params.set(name, String(value))
  }
  if (compare) params.set('compare', 'send' in compare ? compare.send : String(compare.version))
  if (base === 'got') params.set('base', 'got')
  return params.toString()
}

/** Whose messages these are, as the people behind a figure are asked for; null where an audience or days narrow them. */
export function answerScopeOf({
  send,
  template,
  version: number,
  audience,
  from,
  to,
}: ChoiceScope): AnswerScope | null {
  if (audience || from || to) return null
  if (send) return { sendId: send }
  return template ? { templateId: template, version: number ?? null } : null
}

/**
 * Recipients, each counted in every Send that they got.
 * @property got delivered or read, or who answered
 * @property read who answered has read it, whether their phone says so or not
 * @property readOnly read it by their phone's word and did not answer
 * @property chose tapped a row
 * @property typed answered and tapped nothing
 */
export type ChoiceTotals = {
  recipients: number
  got: number
  read: number
  readOnly: number
  replied: number
  chose: number
  typed: number
}

/**
 * One row ID.
 * @property title,description as the newest message that has it says
 * @property otherTitles what older messages called it, newest first
 * @property section,position where it stands in the message that is shown, from 0; null where it is not in it
 * @property count who tapped it last
 * @property medianSeconds from the delivery to the tap, of the one in the middle; null where nobody tapped it
 */
export type ChoiceRow = {
  id: string
  title: string
  description: string | null
  otherTitles: string[]
  section: number | null
  position: number | null
  count: number
  medianSeconds: number | null
}

export type ChoiceSection = { title: string | null; count: number; medianSeconds: number | null }

/** Plain JSON: moments are ISO 8601 strings in UTC. */
export type ChoiceReport = {
  scope: ChoiceScope
  /** The template's name where it is about one, else the first line of the message. */
  name: string
  /** The newest message of them, with its variables. */
  message: ListMessage
  /** When that was sent; and the version of the template that it was made of. */
  sentAt: string
  version: number | null
  templateId: string | null
  sendCount: number
  isTest: boolean
  isRehearsal: boolean
  /** Rehearsals in the stand-in that are not counted, since real ones are. */
  rehearsalsLeftOut: number
  totals: ChoiceTotals
  /** The message's rows in its order, then those of older ones that somebody chose. */
  rows: ChoiceRow[]
  sections: ChoiceSection[]
  medianSeconds: number | null
  /** Whether every message had the same rows in the same order. */
  isOrderStable: boolean
  typed: { groups: TypedGroup[]; total: number; isCut: boolean }
}

/** How many typed answers are read, the newest first. */
export const TYPED_LIMIT = 5_000

/** What can be picked. `people` is for how many the Send was. */
export type ChoiceOptions = {
  sends: { id: string; sentAt: string; firstLine: string; people: number }[]
  templates: { id: string; name: string }[]
  /** Of the chosen template, the newest first. */
  versions: { version: number; sends: number }[]
  audiences: { id: string; name: string }[]
}
