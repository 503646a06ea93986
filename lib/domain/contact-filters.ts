import * as z from 'zod/mini'
import { CONTACT_WINDOWS } from './contact-window'
import { distinctTags, TAG_LIMIT, toTag } from './template-tags'

export const CONTACT_SORTS = ['newest', 'name', 'lastInbound'] as const
export type ContactSort = (typeof CONTACT_SORTS)[number]

/** Which contacts a page shows, and in which order. A contact must carry every one of the tags. */
export const contactFiltersSchema = z.object({
  search: z._default(z.string().check(z.maxLength(200)), ''),
  tags: z._default(
    z.pipe(
      z.array(z.pipe(z.string().check(z.maxLength(200)), z.transform(toTag))).check(z.maxLength(TAG_LIMIT)),
      z.transform((tags: string[]) => distinctTags(tags.filter(Boolean))),
    ),
    [],
  ),
  window: z._default(z.nullable(z.enum(CONTACT_WINDOWS)), null),
  optedOut: z._default(z.nullable(z.boolean()), null),
  /** Who is in this saved audience, opted out or not. */
  audience: z._default(z.nullable(z.uuid()), null),
  sort: z._default(z.enum(CONTACT_SORTS), 'newest'),
})
export type ContactFilters = z.output<typeof contactFiltersSchema>
export type ContactFilterInput = z.input<typeof contactFiltersSchema>

/** Whether anything but the order is chosen. */
export const isFiltered = ({ search, tags, window, optedOut, audience }: ContactFilters): boolean =>
  search.trim() !== '' || tags.length > 0 || window !== null || optedOut !== null || audience !== null

const moment = z.iso.datetime({ precision: 3 })

/** By what a contact can be sorted: where a page ends, whatever its order. */
const placeSchema = z.object({
  id: z.uuid(),
  name: z.string().check(z.maxLength(500)),
  createdAt: moment,
  lastInboundAt: z.nullable(moment),
})
export type ContactCursor = z.output<typeof placeSchema>

/** Where a page of contacts ends, as one opaque word. */
export const toContactCursor = ({ id, name, createdAt, lastInboundAt }: ContactCursor): string =>
  JSON.stringify({ id, name, createdAt, lastInboundAt })

export const contactCursorSchema = z.pipe(
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

/** Filters as an address carries them, and back: what is unknown or malformed in it is left out, so that any link opens. */
export function readContactFilters(params: URLSearchParams): ContactFilters {
  const given: Record<string, unknown> = {
    search: (params.get('q') ?? '').slice(0, 200),
    tags: params
      .getAll('tag')
      .map((tag) => tag.slice(0, 200))
      .slice(0, TAG_LIMIT),
    window: params.get('window') ?? undefined,
    optedOut: params.has('optedOut') ? params.get('optedOut') === 'true' : undefined,
    audience: params.get('audience') ?? undefined,
    sort: params.get('sort') ?? undefined,
  }
  const sound = Object.entries(contactFiltersSchema.shape).filter(([name, part]) => part.safeParse(given[name]).success)
  return contactFiltersSchema.parse(Object.fromEntries(sound.map(([name]) => [name, given[name]])))
}

export function contactFilterParams(filters: ContactFilters): URLSearchParams {
  const params = new URLSearchParams(filters.tags.map((tag) => ['tag', tag]))
  if (filters.search.trim()) params.set('q', filters.search)
  if (filters.window) params.set('window', filters.window)
  if (filters.optedOut !== null) params.set('optedOut', String(filters.optedOut))
  if (filters.audience) params.set('audience', filters.audience)
  if (filters.sort !== 'newest') params.set('sort', filters.sort)
  return params
}
