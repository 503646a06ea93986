import { db } from '@/lib/db/client'
import { erasedInboundSql, erasedRecipientSql } from '@/lib/db/erased-person'
import { Prisma } from '@/lib/db/generated/client'
import { isPastKeepingSql } from '@/lib/db/keep-sql'
import type { Actor } from '@/lib/domain/actor'
import { fold } from '@/lib/domain/fold'
import { type ListMessage, listMessageTexts } from '@/lib/domain/list-message'
import { REMOVED_PHONE } from '@/lib/domain/removed-person'
import { deleteOldLists } from './delete-expired-lists'

/** People in one transaction: short enough that nobody waits for it. */
const BATCH = 2_000

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 }

/** Stands where a text to one single person stood. */
const ERASED_TEXT = '…'

/**
 * @property batch people in one transaction
 * @property isStopping where it says so, the next transaction is left to another time
 */
export type AnonymizeInput = { batch?: number; isStopping?: () => boolean }

/** @property strays what came in and belongs to no Send: messages, and statuses of messages that were never ours */
export type Anonymized = { sends: number; people: number; strays: number; lists: number }

/** Days of keeping, as they are decided this very moment: whoever turns it off ends the round. */
const keepDaysSql = Prisma.sql`(select keep_days from sending_rules where id = 1)`
const cutoffSql = Prisma.sql`now() - make_interval(days => ${keepDaysSql})`
const isOldSql = isPastKeepingSql(keepDaysSql)

/**
 * Makes finished Sends anonymous once the days of keeping are over: whatever tells who somebody was, or what they wrote, is
 * written over or deleted. How many there were, what became of each and what was chosen stays. Each batch is whole by
 * itself, so that one may end between any two and go on another time.
 */
export async function anonymizeOld(
  actor: Actor,
  { batch = BATCH, isStopping = () => false }: AnonymizeInput = {},
): Promise<Anonymized> {
  const done: Anonymized = { sends: 0, people: 0, strays: 0, lists: 0 }
  while (!isStopping()) {
    const id = await findOld()
    if (!id) break
    let after: string | null = ''
    while (after !== null && !isStopping()) {
      const erased = await erasePeople(id, after, batch)
      done.people += erased.people
      after = erased.last
    }
    if (after === null && (await closeSend(id))) done.sends += 1
  }
  if (!isStopping()) done.strays = await deleteStrays(batch, isStopping)
  if (!isStopping()) done.lists = await deleteLists(actor)
  return done
}

async function findOld(): Promise<string | null> {
  const [old] = await db().$queryRaw<{ id: string }[]>`
    select s.id from send s where ${isOldSql} order by s.finished_at limit 1`
  return old?.id ?? null
}

/** Whether it is to be made anonymous still; until the transaction's end nobody changes that. */
async function lockOld(tx: Prisma.TransactionClient, id: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    select 1 from send s where s.id = ${id}::uuid and ${isOldSql} for no key update`
  return found.length > 0
}

/** @returns last the last one of this batch, by which the next one begins; null where there is none */
async function erasePeople(id: string, after: string, batch: number): Promise<{ people: number; last: string | null }> {
  return db().$transaction(async (tx) => {
    if (!(await lockOld(tx, id))) return { people: 0, last: null }
    // Who is erased sorts behind every number.
    const found = await tx.$queryRaw<{ id: bigint; person: string; wamid: string | null }[]>`
      with next as materialized (
        select id from recipient
        where send_id = ${id}::uuid and person > ${after} and person < ${REMOVED_PHONE}
        order by person limit ${batch}
      )
      select id, person, wamid from recipient where id in (select id from next) order by id for update`
    if (found.length === 0) return { people: 0, last: null }
    const ids = found.map((one) => one.id)
    const people = found.map(({ person }) => person).sort()
    await tx.$executeRaw`
      delete from status_event where wamid = any(${found.flatMap(({ wamid }) => wamid ?? [])}::text[])`
    await tx.$executeRaw`update inbound_message set ${erasedInboundSql} where recipient_id = any(${ids}::bigint[])`
    await tx.$executeRaw`update recipient set ${erasedRecipientSql} where id = any(${ids}::bigint[])`
    await forgetPeople(tx, people)
    return { people: found.length, last: people.at(-1) ?? null }
  }, TRANSACTION)
}

/** Who stands in no other Send is searched for no more. Locked first, as a Send that is being made may name them just now. */
async function forgetPeople(tx: Prisma.TransactionClient, people: string[]): Promise<void> {
  await tx.$queryRaw`select 1 from person where key = any(${people}::text[]) order by key for update`
  await tx.$executeRaw`
    delete from person p where p.key = any(${people}::text[])
      and not exists (select from recipient r where r.person = p.key)`
}

async function closeSend(id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if (!(await lockOld(tx, id))) return false
    // What was linked to the Send after its recipient's turn.
    await tx.$executeRaw`
      update inbound_message set ${erasedInboundSql}
      where send_id = ${id}::uuid and wamid not like ${`${REMOVED_PHONE}-%`}`
    const send = await tx.send.findUniqueOrThrow({
      where: { id },
      select: { message: true, recipientCount: true, template: { select: { name: true } } },
    })
    await tx.send.update({
      where: { id },
      data: { anonymizedAt: new Date(), ...(send.recipientCount === 1 && withoutText(send)) },
    })
    return true
  }, TRANSACTION)
}

/** A message to one single person may greet them by name: only what they could choose stays. */
function withoutText({ message, template }: { message: Prisma.JsonValue; template: { name: string } | null }) {
  const { header: _header, footer: _footer, ...rest } = message as ListMessage
  const left: ListMessage = { ...rest, body: ERASED_TEXT }
  return {
    message: left,
    searchText: fold([template?.name ?? '', ...listMessageTexts(left)].join('\n')),
    messageHash: null,
  }
}

async function deleteStrays(batch: number, isStopping: () => boolean): Promise<number> {
  const some = [
    () => db().$executeRaw`
      delete from inbound_message where id in (
        select id from inbound_message
        where recipient_id is null and send_id is null and sent_at < ${cutoffSql} limit ${batch}
      )`,
    () => db().$executeRaw`
      delete from status_event where id in (
        select id from status_event where recipient_id is null and received_at < ${cutoffSql} limit ${batch}
      )`,
    () => db().$executeRaw`
      update webhook_delivery set unread = null where id in (
        select id from webhook_delivery where unread is not null and received_at < ${cutoffSql} limit ${batch}
      )`,
  ]
  let strays = 0
  for (const take of some) {
    let taken = batch
    while (taken === batch && !isStopping()) {
      taken = await take()
      strays += taken
    }
  }
  return strays
}

async function deleteLists(actor: Actor): Promise<number> {
  const [row] = await db().$queryRaw<{ cutoff: Date | null }[]>`select ${cutoffSql} as cutoff`
  return row?.cutoff ? deleteOldLists(actor, row.cutoff) : 0
}
