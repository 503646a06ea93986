import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { templateCursorSchema, templateFiltersSchema } from '@/lib/domain/template-filters'
import { listTemplates } from '@/lib/queries/templates'

export const GET = withActor(async (actor, request) => {
  const params = new URL(request.url).searchParams
  const filters = templateFiltersSchema.safeParse({
    search: params.get('search') ?? '',
    archived: params.get('archived') === 'true',
    tags: params.getAll('tag'),
    sort: params.get('sort') ?? undefined,
  })
  const after = z.optional(templateCursorSchema).safeParse(params.get('after') ?? undefined)
  if (!filters.success || !after.success) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  return Response.json(await listTemplates(actor, { ...filters.data, after: after.data }))
})
