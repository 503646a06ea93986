import { z } from 'zod'
import { withActor } from '@/lib/auth/session'
import { dropUnsavedDraft } from '@/lib/commands/drop-unsaved-draft'
import { saveUnsavedDraft } from '@/lib/commands/save-unsaved-draft'
import { draftPlaceSchema, UNSAVED_DRAFT_SIZE, unsavedDraftSaveSchema } from '@/lib/domain/unsaved-draft'
import { getUnsavedDraft } from '@/lib/queries/unsaved-drafts'

const lookSchema = z.object({ user: z.uuid(), place: draftPlaceSchema })
const requestSchema = z.object({ ...unsavedDraftSaveSchema.shape, user: z.uuid() })

const answer = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
const refuse = (code: 'invalid' | 'signedOut' | 'forbidden', status: number) => answer({ error: { code } }, status)

/** What stands in one place: the page asks when somebody comes back to it. */
export const GET = withActor(async (actor, request) => {
  const asked = lookSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) return refuse('invalid', 400)
  if (asked.data.user !== actor.userId) return refuse('signedOut', 401)
  return answer(await getUnsavedDraft(actor, asked.data.place))
})

// A route and not an action: only a plain request outlives its page, and Next makes actions wait for one another, so that
// a slow save of a draft would hold up whatever is pressed meanwhile.
export const POST = withActor(async (actor, request) => {
  const from = request.headers.get('sec-fetch-site')
  if (from && from !== 'same-origin') return refuse('forbidden', 403)
  const text = await request.text()
  if (Buffer.byteLength(text) > UNSAVED_DRAFT_SIZE) return refuse('invalid', 413)
  const asked = requestSchema.safeParse(parseJson(text))
  if (!asked.success) return refuse('invalid', 400)
  const { user, work, ...save } = asked.data
  // Somebody else has signed in in this browser since: one person's words never land in another's place.
  if (user !== actor.userId) return refuse('signedOut', 401)
  return answer(work ? await saveUnsavedDraft(actor, { ...save, work }) : await dropUnsavedDraft(actor, save))
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
