import * as z from 'zod/mini'
import { distinctTags, TAG_LIMIT, toTag } from './template-tags'

export const TEMPLATE_SORTS = ['changed', 'name', 'lastSent', 'mostUsed', 'newest'] as const
export type TemplateSort = (typeof TEMPLATE_SORTS)[number]

/** Which saved lists a page shows, and in which order. A list must carry every one of the tags. */
export const templateFiltersSchema = z.object({
  search: z._default(z.string().check(z.maxLength(200)), ''),
  archived: z._default(z.boolean(), false),
  tags: z._default(
    z.pipe(
      z.array(z.pipe(z.string().check(z.maxLength(200)), z.transform(toTag))).check(z.maxLength(TAG_LIMIT)),
      z.transform((tags) => distinctTags(tags.filter(Boolean))),
    ),
    [],
  ),
  sort: z._default(z.enum(TEMPLATE_SORTS), 'changed'),
})
export type TemplateFilters = z.output<typeof templateFiltersSchema>
export type TemplateFilterInput = z.input<typeof templateFiltersSchema>

const moment = z.iso.datetime({ precision: 3 })

/** By what a list can be sorted: where a page ends, whatever its order. */
const placeSchema = z.object({
  id: z.uuid(),
  name: z.string().check(z.maxLength(500)),
  savedAt: moment,
  createdAt: moment,
  lastSentAt: z.nullable(moment),
  timesUsed: z.int().check(z.minimum(0)),
})
export type TemplateCursor = z.output<typeof placeSchema>

/** Where a page of saved lists ends, as one opaque word. */
export const toTemplateCursor = ({ id, name, savedAt, createdAt, lastSentAt, timesUsed }: TemplateCursor): string =>
  JSON.stringify({ id, name, savedAt, createdAt, lastSentAt, timesUsed })

export const templateCursorSchema = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(4_000)),
    z.transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.issues.push({ code: 'custom', message: 'json', input: text })
        return z.NEVER
      }
    }),
  ),
  placeSchema,
)
