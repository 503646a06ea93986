// What the editor checks with each keystroke is among the first that a page fetches: zod's small half will do.
import * as z from 'zod/mini'

/**
 * What WhatsApp accepts of a list message. Lengths are UTF-16 code units: the unit is not documented, and this one is
 * never smaller than code points.
 * Source: Meta, "Interactive list messages" and OpenAPI v23.0; the body's 1024 from live refusals (131009,
 * "Body text length invalid. Min length: 1, Max length: 1024").
 */
export const LIMITS = {
  header: 60,
  body: 1024,
  footer: 60,
  button: 20,
  sections: 10,
  /** Over all sections together (131009, "Total row count exceed max allowed count: 10"). */
  rows: 10,
  sectionTitle: 24,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
} as const

/** What a rule says of a field, beside zod's own too_big, too_small and invalid_type. Carried in `params.problem`. */
export type RuleCode = 'required' | 'sectionTitleRequired' | 'duplicateRowId' | 'tooManyRows' | 'invalid'

/** NUL and half an emoji: no phone can show them, and PostgreSQL's jsonb refuses to hold them. */
const isStorable = (text: string) => !/[\0\p{Surrogate}]/u.test(text)

// zod's own max() counts code points.
const withinUnits = (max: number) =>
  z.string().check((payload) => {
    const input = payload.value
    if (input.length <= max) return
    payload.issues.push({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input, continue: true })
  })

const storableText = (max: number) =>
  withinUnits(max).check(z.refine(isStorable, { params: { problem: 'invalid' satisfies RuleCode } }))

const requiredText = (max: number) =>
  storableText(max).check(
    z.refine((text) => text.trim() !== '', { params: { problem: 'required' satisfies RuleCode } }),
  )

/** Absent and empty are one: WhatsApp wants a non-empty string where the key is present, so an empty one is left out. */
const optionalText = (max: number) =>
  z.pipe(
    z.optional(storableText(max)),
    z.transform((text) => (text?.trim() ? text : undefined)),
  )

export const rowSchema = z.object({
  id: requiredText(LIMITS.rowId),
  title: requiredText(LIMITS.rowTitle),
  description: optionalText(LIMITS.rowDescription),
})

export const sectionSchema = z.object({
  title: optionalText(LIMITS.sectionTitle),
  rows: z.array(rowSchema).check(z.minLength(1)),
})

/** The rules that hold between rows and sections, checked wherever sections are. */
export const sectionsSchema = z.array(sectionSchema).check(
  z.minLength(1),
  z.superRefine((sections, context) => {
    // Here and not as max(), which would hide every other problem behind this one.
    if (sections.length > LIMITS.sections) {
      context.addIssue({ code: 'too_big', origin: 'array', maximum: LIMITS.sections, inclusive: true, input: sections })
    }

    const rule = (problem: RuleCode, path: (string | number)[], params: Record<string, unknown> = {}) =>
      context.addIssue({ code: 'custom', path, params: { problem, ...params } })

    const total = sections.reduce((sum, section) => sum + section.rows.length, 0)
    if (total > LIMITS.rows) rule('tooManyRows', [], { max: LIMITS.rows, total })

    if (sections.length > 1) {
      sections.forEach((section, s) => {
        if (!section.title) rule('sectionTitleRequired', [s, 'title'])
      })
    }

    const seen = new Set<string>()
    sections.forEach((section, s) => {
      section.rows.forEach((row, r) => {
        if (seen.has(row.id)) rule('duplicateRowId', [s, 'rows', r, 'id'], { id: row.id })
        else if (row.id.trim()) seen.add(row.id)
      })
    })
  }),
)

export const headerSchema = requiredText(LIMITS.header)
export const bodySchema = requiredText(LIMITS.body)
export const footerSchema = requiredText(LIMITS.footer)
export const buttonSchema = requiredText(LIMITS.button)

/** A list message that WhatsApp would take. Optional texts are absent rather than empty. */
export const listMessageSchema = z.object({
  header: z.optional(headerSchema),
  body: bodySchema,
  footer: z.optional(footerSchema),
  button: buttonSchema,
  sections: sectionsSchema,
})

export type ListMessage = z.input<typeof listMessageSchema>
export type Section = ListMessage['sections'][number]
export type Row = Section['rows'][number]

/** Every text that a person may read in the message, in the phone's order: what search looks through. */
export function listMessageTexts(message: ListMessage): string[] {
  return [
    message.header,
    message.body,
    message.footer,
    message.button,
    ...message.sections.flatMap((section) => [
      section.title,
      ...section.rows.flatMap((row) => [row.title, row.description, row.id]),
    ]),
  ].filter((text): text is string => !!text)
}
