import type { TemplateFilters, TemplatePage } from '@/lib/domain/list-template'

/** A read of the library that came to nothing: `signedOut` where the session has ended. */
export class TemplateReadError extends Error {
  constructor(readonly signedOut: boolean) {
    super('The templates could not be read.')
  }
}

/** A page of the library as the server has it now. */
export async function readTemplatePage(filters: TemplateFilters, after: string | null): Promise<TemplatePage> {
  const params = new URLSearchParams()
  if (filters.search) params.set('search', filters.search)
  if (filters.archived) params.set('archived', 'true')
  if (after) params.set('after', after)
  const response = await fetch(`/api/templates?${params}`)
  if (!response.ok) throw new TemplateReadError(response.status === 401)
  return response.json()
}
