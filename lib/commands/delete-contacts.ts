import { db } from '@/lib/db/client'
import { erasedInboundSql, erasedRecipientSql } from '@/lib/db/erased-person'
import type { Prisma } from '@/lib/db/generated/client'
import type { UserActor } from '@/lib/domain/actor'

const AT_ONCE = 200

/** @property leaving how many were kept, since a message to them is on its way this very moment */
export type DeletedContacts = { deleted: number; leaving: number }

/**
 * Deletes all that is known of these people, as Brazil's LGPD gives them the right to. Their messages stay as numbers:
 * in each of them, whatever tells who it was is written over with what nobody can trace back, row by row another. What
 * waits for them is canceled.
 */
export async function deleteContacts(_actor: UserActor, { ids }: { ids: string[] }): Promise<DeletedContacts> {
  const done: DeletedContacts = { deleted: 0, leaving: 0 }
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = ids.slice(from, from + AT_ONCE)
    const { deleted, leaving } = await db().$transaction((tx) => deletePart(tx, part), { timeout: 60_000 })
    done.deleted += deleted
    done.leaving += leaving
  }
  return done
}

async function deletePart(tx: Prisma.TransactionClient, ids: string[]): Promise<DeletedContacts> {
  // A Send that is being prepared writes its list's lines down as recipients: it goes on once they are gone.
  await tx.$queryRaw`select 1 from send where state = 'preparing' and finished_at is null order by id for share`
  const found = await tx.$queryRaw<{ id: string; person: string }[]>`
    select id, person from contact where id = any(${ids}::uuid[]) order by id for update`
  const all = found.map(({ person }) => person)
  // A message that is leaving would write its answer, with the number in it, over what is erased now.
  const leaving = await tx.$queryRaw<{ person: string }[]>`
    with mine as materialized (
      select id, person, status from recipient where person = any(${all}::text[]) order by id for update
    )
    select distinct person from mine where status = 'sending'`
  const kept = new Set(leaving.map(({ person }) => person))
  const gone = found.filter(({ person }) => !kept.has(person))
  const people = gone.map(({ person }) => person)

  await tx.$executeRaw`
    delete from status_event e using recipient r
    where r.person = any(${people}::text[]) and r.wamid = e.wamid`
  await tx.$executeRaw`delete from inbound_message where person = any(${people}::text[]) and send_id is null`
  await tx.$executeRaw`update inbound_message set ${erasedInboundSql} where person = any(${people}::text[])`
  await tx.$executeRaw`delete from person where key = any(${people}::text[])`
  await tx.$executeRaw`
    update recipient set ${erasedRecipientSql},
      status = case when status in ('queued', 'leased') then 'canceled' else status end,
      attempt = case when status = 'leased' then attempt + 1 else attempt end,
      settled_at = case when status in ('queued', 'leased') then now() else settled_at end,
      lease_owner = null, leased_until = null
    where person = any(${people}::text[])`
  await deleteLines(tx, people)
  await tx.$executeRaw`delete from tester where person = any(${people}::text[])`
  await tx.$executeRaw`delete from contact where id = any(${gone.map(({ id }) => id)}::uuid[])`
  return { deleted: gone.length, leaving: kept.size }
}

/**
 * Lines of lists of recipients: where nobody has found out yet who they are, by the digits of the number; then, as one of
 * those may have been judged meanwhile, by who they are.
 */
async function deleteLines(tx: Prisma.TransactionClient, people: string[]): Promise<void> {
  // Without country and ninth digit, which a file may leave out.
  const ends = people.map((person) => `%${person.slice(-8)}%`)
  await tx.$executeRaw`
    delete from recipient_list_row r using recipient_list l
    where r.list_id = l.id and l.state <> 'judged' and r.person is null
      and regexp_replace(array_to_string(r.cells, ' '), '\\D', '', 'g') like any(${ends}::text[])`
  await tx.$executeRaw`
    delete from recipient_list_row r using recipient_list l
    where r.list_id = l.id and r.person = any(${people}::text[])`
}
