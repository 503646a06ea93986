import { withActor } from '@/lib/auth/session'
import { listContactTags } from '@/lib/queries/contact-tags'

export const GET = withActor(async (actor) => Response.json(await listContactTags(actor)))
