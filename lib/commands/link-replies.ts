import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { InboundKind } from '@/lib/domain/webhook-update'

/** How far back the list may lie that somebody answers without pointing at it. */
const ANSWERED_WITHIN = '72 hours'
/** The provider tells whole seconds, by a clock of its own. */
const CLOCKS_APART = '1 minute'

/** What is known of an inbound message before it has found whom of ours it answers. */
export type Answer = {
  wamid: string
  gateway: GatewayKind
  kind: InboundKind
  at: Date
  contextWamid: string | null
  person: string | null
  rowId: string | null
}

export type AnswerLink = {
  wamid: string
  recipientId: bigint
  sendId: string
  linkedBy: 'context' | 'person'
  person: string
  phone: string
}

/**
 * Whom each answers: the message that it points at; else, for what was tapped or typed, the last that this person got
 * in the three days before. A tap must be on a row of that one. Words that point at a message which is none of ours can
 * only be about one whose id nobody knows. While the last one is still on its way, nobody can say: it is asked again.
 */
export async function findAnswered(
  _actor: Actor,
  tx: Prisma.TransactionClient,
  answers: readonly Answer[],
): Promise<AnswerLink[]> {
  if (answers.length === 0) return []
  const column = <Key extends keyof Answer>(key: Key) => answers.map((answer) => answer[key])
  return tx.$queryRaw<AnswerLink[]>`
    select m.wamid, coalesce(c.id, p.id) as "recipientId", coalesce(c.send_id, p.send_id)::text as "sendId",
      case when c.id is null then 'person' else 'context' end as "linkedBy",
      coalesce(c.person, p.person) as person, coalesce(c.phone, p.phone) as phone
    from unnest(
      ${column('wamid')}::text[], ${column('gateway')}::text[], ${column('kind')}::text[],
      ${answers.map(({ at }) => at.toISOString())}::timestamptz[], ${column('contextWamid')}::text[],
      ${column('person')}::text[], ${column('rowId')}::text[]
    ) as m (wamid, gateway, kind, at, context, person, row_id)
    left join lateral (
      select r.id, r.send_id, r.person, r.phone from recipient r where r.wamid = m.context limit 1
    ) c on true
    left join lateral (
      select r.id, r.send_id, r.person, r.phone, r.status from recipient r join send s on s.id = r.send_id
      where c.id is null and r.person = m.person and m.kind in ('listReply', 'text')
        and s.gateway = m.gateway::gateway
        and r.status in ('sending', 'accepted', 'sent', 'delivered', 'read', 'unconfirmed')
        and coalesce(r.sending_at, r.created_at) > m.at - ${ANSWERED_WITHIN}::interval
        and coalesce(r.sending_at, r.created_at) < m.at + ${CLOCKS_APART}::interval
        and (m.kind = 'listReply' or m.context is null or r.wamid is null)
        and (m.kind = 'text' or jsonb_path_exists(s.message, '$.sections[*].rows[*] ? (@.id == $id)',
          jsonb_build_object('id', m.row_id)))
      order by r.id desc limit 1
    ) p on true
    where c.id is not null or (p.id is not null and p.status <> 'sending')`
}

/**
 * Brings these recipients to what their answers say: when the first came, which row was tapped last; and who answers has
 * read. The caller's transaction holds the recipients.
 */
export async function applyReplies(
  _actor: Actor,
  tx: Prisma.TransactionClient,
  recipientIds: readonly bigint[],
): Promise<number> {
  if (recipientIds.length === 0) return 0
  const ids = recipientIds.map(String)
  return tx.$executeRaw`
    update recipient r
    set replied_at = least(r.replied_at, t.first_at),
      chose_row_id = case when r.chose_at > t.chose_at then r.chose_row_id else coalesce(t.row_id, r.chose_row_id) end,
      chose_at = greatest(r.chose_at, t.chose_at),
      status = case when t.proves then 'read' else r.status end,
      error_code = case when t.proves then null else r.error_code end,
      error_title = case when t.proves then null else r.error_title end,
      error_details = case when t.proves then null else r.error_details end,
      unknown_why = case when t.proves then null else r.unknown_why end
    from (
      select one.id, min(i.sent_at) filter (where i.kind <> 'other') as first_at,
        max(i.sent_at) filter (where i.kind = 'listReply') as chose_at,
        (array_agg(i.row_id order by i.sent_at desc, i.id desc) filter (where i.kind = 'listReply'))[1] as row_id,
        one.status in ('accepted', 'sent', 'delivered')
          or (one.status = 'failed' and bool_or(i.linked_by = 'context'))
          or (one.status = 'unconfirmed' and bool_or(i.kind = 'listReply')) as proves
      from recipient one join inbound_message i on i.recipient_id = one.id
      where one.id = any(${ids}::bigint[]) and i.recipient_id = any(${ids}::bigint[])
      group by one.id, one.status
    ) t
    where r.id = any(${ids}::bigint[]) and r.id = t.id`
}
