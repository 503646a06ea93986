import { withActor } from '@/lib/auth/session'
import { listAnsweredSources } from '@/lib/queries/answer-people'

export const GET = withActor(async (actor) => Response.json(await listAnsweredSources(actor)))
