import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/retry-transaction'
import type { Actor } from '@/lib/domain/actor'
import { parseCallbackData } from '@/lib/domain/callback-data'
import { applyStatusEvents } from './apply-status-events'
import { type Answer, applyReplies, findAnswered } from './link-replies'
import { type NamedAttempt, nameByCallback } from './name-by-callback'

/**
 * Gives what came before its message's id was known to the recipients that now have these ids. Nearly always there is
 * nothing, and it costs one look at two indexes.
 */
export async function claimUpdates(actor: Actor, wamids: readonly string[]): Promise<void> {
  if (wamids.length === 0) return
  const waiting = await db().$queryRaw<{ wamid: string }[]>`
    select e.wamid from status_event e where e.wamid = any(${[...wamids]}::text[]) and e.recipient_id is null
    union select i.context_wamid from inbound_message i
    where i.context_wamid = any(${[...wamids]}::text[]) and i.recipient_id is null`
  if (waiting.length === 0) return
  const found = waiting.map(({ wamid }) => wamid)
  await inTransaction((tx) => claim(actor, tx, found))
}

async function claim(actor: Actor, tx: Prisma.TransactionClient, wamids: string[]): Promise<void> {
  const held = await tx.$queryRaw<{ id: bigint; wamid: string }[]>`
    select id, wamid from recipient where wamid = any(${wamids}::text[]) order by id for no key update`
  if (held.length === 0) return
  await tx.$executeRaw`
    update status_event e set recipient_id = r.id from recipient r
    where e.wamid = any(${wamids}::text[]) and e.recipient_id is null
      and r.wamid = any(${wamids}::text[]) and r.wamid = e.wamid`
  await applyStatusEvents(actor, tx, new Map(held.map(({ id, wamid }) => [wamid, id])))
  const answered = await tx.$queryRaw<{ id: bigint }[]>`
    update inbound_message i set recipient_id = r.id, send_id = r.send_id, linked_by = 'context', person = r.person
    from recipient r
    where i.context_wamid = any(${wamids}::text[]) and i.recipient_id is null
      and r.wamid = any(${wamids}::text[]) and r.wamid = i.context_wamid
    returning r.id`
  await applyReplies(
    actor,
    tx,
    answered.map(({ id }) => id),
  )
}

const MOST_EVENTS = 20_000
const MOST_MESSAGES = 1_000

/**
 * Closes the race of two transactions that did not see each other, one with a status and one with its message's id; gives
 * an uncertain recipient the id that a status names it by; and links answers whose list was still on its way.
 * @param withinS looks at what was received in the last so many seconds
 */
export async function sweepUpdates(actor: Actor, withinS: number): Promise<void> {
  const events = await db().$queryRaw<{ wamid: string; data: string | null; isKnown: boolean }[]>`
    select w.wamid, max(w.raw->>'biz_opaque_callback_data') as data, bool_or(r.id is not null) as "isKnown"
    from (
      select wamid, raw from status_event
      where recipient_id is null and received_at > now() - ${withinS} * interval '1 second'
      order by received_at desc limit ${MOST_EVENTS}
    ) w
    left join lateral (select id from recipient where wamid = w.wamid limit 1) r on true
    where r.id is not null or w.raw->>'biz_opaque_callback_data' like 'listazap:%'
    group by w.wamid`
  const known = events.filter(({ isKnown }) => isKnown).map(({ wamid }) => wamid)
  const named: NamedAttempt[] = events.flatMap(({ wamid, data, isKnown }) => {
    const attempt = isKnown || data === null ? null : parseCallbackData(data)
    return attempt ? [{ wamid, ...attempt }] : []
  })
  if (named.length > 0) {
    const given = await inTransaction((tx) => nameByCallback(actor, tx, named))
    known.push(...given.map(({ wamid }) => wamid))
  }
  await claimUpdates(actor, known)
  await relink(actor, withinS)
}

async function relink(actor: Actor, withinS: number): Promise<void> {
  const answers = await db().$queryRaw<Answer[]>`
    select wamid, gateway::text, kind, sent_at as at, context_wamid as "contextWamid", person, row_id as "rowId"
    from inbound_message
    where recipient_id is null and kind in ('listReply', 'text') and sent_at > now() - ${withinS} * interval '1 second'
    order by sent_at desc limit ${MOST_MESSAGES}`
  if (answers.length === 0) return
  const links = await findAnswered(actor, db(), answers)
  if (links.length === 0) return
  await inTransaction(async (tx) => {
    const ids = links.map(({ recipientId }) => recipientId)
    await tx.$queryRaw`select 1 from recipient where id = any(${ids.map(String)}::bigint[]) order by id for no key update`
    await tx.$executeRaw`
      update inbound_message i
      set recipient_id = u.recipient_id, send_id = u.send_id, linked_by = u.linked_by, person = u.person
      from unnest(
        ${links.map(({ wamid }) => wamid)}::text[], ${ids.map(String)}::bigint[],
        ${links.map(({ sendId }) => sendId)}::uuid[], ${links.map(({ linkedBy }) => linkedBy)}::text[],
        ${links.map(({ person }) => person)}::text[]
      ) as u (wamid, recipient_id, send_id, linked_by, person)
      where i.wamid = u.wamid and i.recipient_id is null`
    await applyReplies(actor, tx, ids)
  })
}
