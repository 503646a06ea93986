import { createLoader, parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { TEMPLATE_SORTS, type TemplateFilters, templateFiltersSchema } from '@/lib/domain/template-filters'
import { TAG_LIMIT } from '@/lib/domain/template-tags'

/** What the library's address says: what is looked for, by which tags, on which of the two shelves, in which order. */
export const LIBRARY_PARAMS = {
  q: parseAsString.withDefault(''),
  tags: parseAsArrayOf(parseAsString).withDefault([]),
  sort: parseAsStringLiteral(TEMPLATE_SORTS).withDefault('changed'),
  archived: parseAsBoolean.withDefault(false),
}

export const loadLibraryParams = createLoader(LIBRARY_PARAMS)

type LibraryParams = Awaited<ReturnType<typeof loadLibraryParams>>

/** The address as filters; what is too much in it is left out, so that any link opens. */
export const toTemplateFilters = ({ q, tags, sort, archived }: LibraryParams): TemplateFilters =>
  templateFiltersSchema.parse({
    search: q.slice(0, 200),
    tags: tags.map((tag) => tag.slice(0, 200)).slice(0, TAG_LIMIT),
    sort,
    archived,
  })
