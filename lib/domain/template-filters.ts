import { z } from 'zod'
import { distinctTags, TAG_LIMIT, toTag } from './template-tags'

export const TEMPLATE_SORTS = ['changed', 'name', 'lastSent', 'mostUsed', 'newest'] as const
export type TemplateSort = (typeof TEMPLATE_SORTS)[number]

/** Which saved lists a page shows, and in which order. A list must carry every one of the tags. */
export const templateFiltersSchema = z.object({
  search: z.string().max(200).default(''),
  archived: z.boolean().default(false),
  tags: z
    .array(z.string().max(200).transform(toTag))
    .max(TAG_LIMIT)
    .transform((tags) => distinctTags(tags.filter(Boolean)))
    .default([]),
  sort: z.enum(TEMPLATE_SORTS).default('changed'),
})
export type TemplateFilters = z.output<typeof templateFiltersSchema>
export type TemplateFilterInput = z.input<typeof templateFiltersSchema>

const moment = z.iso.datetime({ precision: 3 })

/** By what a list can be sorted: where a page ends, whatever its order. */
const placeSchema = z.object({
  id: z.uuid(),
  name: z.string().max(500),
  savedAt: moment,
  createdAt: moment,
  lastSentAt: moment.nullable(),
  timesUsed: z.int().min(0),
})
export type TemplateCursor = z.output<typeof placeSchema>

/** Where a page of saved lists ends, as one opaque word. */
export const toTemplateCursor = ({ id, name, savedAt, createdAt, lastSentAt, timesUsed }: TemplateCursor): string =>
  JSON.stringify({ id, name, savedAt, createdAt, lastSentAt, timesUsed })

export const templateCursorSchema = z
  .string()
  .max(4_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'json' })
      return z.NEVER
    }
  })
  .pipe(placeSchema)
