import { createLoader, parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { CONTACT_SORTS, type ContactFilters, contactFiltersSchema } from '@/lib/domain/contact-filters'
import { CONTACT_WINDOWS } from '@/lib/domain/contact-window'
import { TAG_LIMIT } from '@/lib/domain/template-tags'

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What the address of the contacts says: whom it shows, and in which order. */
export const CONTACT_PARAMS = {
  q: parseAsString.withDefault(''),
  tags: parseAsArrayOf(parseAsString).withDefault([]),
  window: parseAsStringLiteral(CONTACT_WINDOWS),
  optedOut: parseAsBoolean,
  audience: parseAsString,
  sort: parseAsStringLiteral(CONTACT_SORTS).withDefault('newest'),
}

export const loadContactParams = createLoader(CONTACT_PARAMS)

type ContactParams = Awaited<ReturnType<typeof loadContactParams>>

/** The address as filters; what is too much in it is left out, so that any link opens. */
export const toContactFilters = ({ q, tags, window, optedOut, audience, sort }: ContactParams): ContactFilters =>
  contactFiltersSchema.parse({
    search: q.slice(0, 200),
    tags: tags.map((tag) => tag.slice(0, 200)).slice(0, TAG_LIMIT),
    window,
    optedOut,
    audience: audience && UUID.test(audience) ? audience : null,
    sort,
  })
