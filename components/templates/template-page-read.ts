import type { TemplatePage } from '@/lib/domain/list-template'
import type { TemplateFilters } from '@/lib/domain/template-filters'
import type { TagCount } from '@/lib/domain/template-tags'

/** A read of the library that came to nothing: `signedOut` where the session has ended. */
export class TemplateReadError extends Error {
  constructor(readonly signedOut: boolean) {
    super('The templates could not be read.')
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof TemplateReadError && error.signedOut

async function read<Data>(address: string): Promise<Data> {
  const response = await fetch(address)
  if (!response.ok) throw new TemplateReadError(response.status === 401)
  return response.json()
}

/** A page of the library as the server has it now. */
export function readTemplatePage(filters: TemplateFilters, after: string | null): Promise<TemplatePage> {
  const params = new URLSearchParams(filters.tags.map((tag) => ['tag', tag]))
  if (filters.search) params.set('search', filters.search)
  if (filters.archived) params.set('archived', 'true')
  params.set('sort', filters.sort)
  if (after) params.set('after', after)
  return read(`/api/templates?${params}`)
}

/** The tags in use. */
export const readTemplateTags = (): Promise<TagCount[]> => read('/api/templates/tags')
