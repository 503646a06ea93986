import { withActor } from '@/lib/auth/session'
import { listContactFields } from '@/lib/queries/contact-fields'

export const GET = withActor(async (actor) => Response.json(await listContactFields(actor)))
