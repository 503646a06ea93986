import { z } from 'zod'
import { saveUnsavedDraftAction } from '@/lib/actions/unsaved-drafts'
import { withActor } from '@/lib/auth/session'
import type { CommonErrorCode } from '@/lib/domain/action-result'
import { draftPlaceSchema, UNSAVED_DRAFT_SIZE } from '@/lib/domain/unsaved-draft'
import { getUnsavedDraft } from '@/lib/queries/unsaved-drafts'

const lookSchema = z.object({ user: z.uuid(), place: draftPlaceSchema })

const STATUS = { invalid: 400, signedOut: 401, forbidden: 403, unexpected: 500 } as const
const answer = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
const refuse = (code: CommonErrorCode, status: number = STATUS[code]) => answer({ error: { code } }, status)

/** What stands in one place: the page asks when somebody comes back to it. */
export const GET = withActor(async (actor, request) => {
  const asked = lookSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) return refuse('invalid')
  if (asked.data.user !== actor.userId) return refuse('signedOut')
  return answer(await getUnsavedDraft(actor, asked.data.place))
})

// The action by a plain request: only that outlives its page, and Next makes actions that the browser calls wait for one
// another, so that a slow save of a draft would hold up whatever is pressed meanwhile.
export const POST = withActor(async (_actor, request) => {
  const from = request.headers.get('sec-fetch-site')
  if (from && from !== 'same-origin') return refuse('forbidden')
  const text = await request.text()
  if (Buffer.byteLength(text) > UNSAVED_DRAFT_SIZE) return refuse('invalid', 413)
  const result = await saveUnsavedDraftAction(parseJson(text))
  return result.ok ? answer(result.data) : refuse(result.error.code)
})

function parseJson(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
