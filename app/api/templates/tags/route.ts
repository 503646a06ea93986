import { withActor } from '@/lib/auth/session'
import { listTemplateTags } from '@/lib/queries/template-tags'

export const GET = withActor(async (actor) => Response.json(await listTemplateTags(actor)))
