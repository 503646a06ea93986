import { db } from '@/lib/db/client'
import { followableRecipients, listSendFamily } from '@/lib/db/followable'
import type { Actor } from '@/lib/domain/actor'
import type { FollowsHow } from '@/lib/domain/send-state'
import type { FollowPreview } from '@/lib/domain/send-view'
import { getGateway } from './connection'
import { getSendingRules } from './sending-rules'

/** For whom a Send that follows this one would be, before anybody presses; null where there is no such Send. */
export async function getFollowPreview(actor: Actor, sendId: string, how: FollowsHow): Promise<FollowPreview | null> {
  const [send, family, rules, gateway] = await Promise.all([
    db().send.findUnique({ where: { id: sendId }, select: { gateway: true } }),
    listSendFamily(sendId),
    getSendingRules(actor),
    getGateway(actor),
  ])
  if (!send) return null
  const [row] = await db().$queryRaw<{ count: number; uncertain: number }[]>`
    select (select count(*)::int from ${followableRecipients(sendId, how, family)}) as count,
      (select count(*)::int from recipient where send_id = ${sendId}::uuid and status = 'unconfirmed') as uncertain`
  return {
    count: row?.count ?? 0,
    uncertain: row?.uncertain ?? 0,
    confirmAbove: rules.confirmAbove,
    gateway: send.gateway,
    goesThere: gateway.kind === send.gateway,
  }
}
