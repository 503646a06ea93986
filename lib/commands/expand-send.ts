import { db } from '@/lib/db/client'
import { wakeWorkersSql } from '@/lib/db/wake-workers'
import type { Actor } from '@/lib/domain/actor'
import { includedVerdicts } from '@/lib/domain/recipient-verdict'

/** So many lines of a list are looked at in one transaction: a fifth of a second's work. */
const LINES = 5_000

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 }

type Preparing = {
  id: string
  listId: string | null
  expandedLine: number
  includesClosed: boolean
  includesRepeats: boolean
  startsLater: boolean
}

/** @property done whether that was the last of its list: it runs now, or waits for its time */
export type Expanded = { sendId: string; done: boolean }

/**
 * Writes down the next recipients of one Send that is being prepared, in the order of its list's lines. How far it has
 * come is committed with them, so that a worker that dies leaves off at a line and another goes on there; no two work on
 * one Send at a time. A person who stands in the list twice is one recipient.
 * @returns null where no Send needs it now
 */
export async function expandSend(_actor: Actor, lines = LINES): Promise<Expanded | null> {
  return db().$transaction(async (tx) => {
    const [send] = await tx.$queryRaw<Preparing[]>`
      select id, list_id as "listId", expanded_line as "expandedLine", includes_closed as "includesClosed",
        includes_repeats as "includesRepeats", coalesce(starts_at > now(), false) as "startsLater"
      from send
      where state = 'preparing' and finished_at is null and follows_id is null
      order by expanded_line, id
      limit 1
      for no key update skip locked`
    if (!send) return null
    const verdicts = includedVerdicts(send)
    const [batch] = await tx.$queryRaw<{ seen: number; last: number | null }[]>`
      with batch as materialized (
        select line, phone, person, name, values, window_closes_at, verdict from recipient_list_row
        where list_id = ${send.listId}::uuid and line > ${send.expandedLine}
        order by line
        limit ${lines}
      ), written as (
        insert into recipient (send_id, phone, person, name, values, window_closes_at)
        select ${send.id}::uuid, phone, person, name, values, window_closes_at from batch
        where verdict = any(${verdicts}::text[]) and phone is not null and person is not null
        order by line
        on conflict (send_id, person) do nothing
      )
      select count(*)::int as seen, max(line) as last from batch`
    const done = (batch?.seen ?? 0) < lines
    const expandedLine = batch?.last ?? send.expandedLine
    if (!done) {
      await tx.$executeRaw`update send set expanded_line = ${expandedLine} where id = ${send.id}::uuid`
      return { sendId: send.id, done }
    }
    // The people who are there, not the lines that were counted: the sums of a Send always come to its recipients.
    await tx.$executeRaw`
      update send set expanded_line = ${expandedLine},
        state = ${send.startsLater ? 'scheduled' : 'running'}::send_state,
        recipient_count = (select count(*) from recipient r where r.send_id = ${send.id}::uuid)
      where id = ${send.id}::uuid`
    await tx.$executeRaw(wakeWorkersSql)
    return { sendId: send.id, done }
  }, TRANSACTION)
}
