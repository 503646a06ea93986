import { withActor } from '@/lib/auth/session'
import { listAudiences } from '@/lib/queries/audiences'

export const GET = withActor(async (actor) => Response.json(await listAudiences(actor)))
