import { withActor } from '@/lib/auth/session'
import { audienceRuleSchema } from '@/lib/domain/audience-rule'
import { countAudience } from '@/lib/queries/audiences'

/** How many a rule takes that is not saved yet: `?rule=` as JSON. */
export const GET = withActor(async (actor, request) => {
  const rule = audienceRuleSchema.safeParse(toJson(new URL(request.url).searchParams.get('rule')))
  if (!rule.success) return Response.json({ error: { code: 'invalid' } }, { status: 400 })
  return Response.json({ count: await countAudience(actor, rule.data) })
})

function toJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
