import { REMOVED_PHONE } from '@/lib/domain/removed-person'
import type { FollowsHow } from '@/lib/domain/send-state'
import { db } from './client'
import { Prisma } from './generated/client'
import { windowClosesAtSql } from './window-sql'

/** Whoever takes people up from an earlier Send does it alone, until its transaction ends. */
export async function lockFollows(tx: Pick<ReturnType<typeof db>, '$executeRaw'>): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('listazap'), hashtext('follow'))`
}

/** The person of this recipient stands in a Send that follows theirs. */
export class FollowedError extends Error {}

/**
 * Behind the lock, so that no such Send takes them up meanwhile.
 * @throws FollowedError
 */
export async function refuseFollowed(tx: Prisma.TransactionClient, recipientId: bigint): Promise<void> {
  await lockFollows(tx)
  const recipient = await tx.recipient.findUnique({
    where: { id: recipientId },
    select: { sendId: true, person: true },
  })
  if (!recipient) return
  const family = await listSendFamily(recipient.sendId, tx)
  const later = await tx.recipient.findFirst({
    where: { sendId: { in: family }, person: recipient.person, id: { gt: recipientId } },
    select: { id: true },
  })
  if (later) throw new FollowedError()
}

type Reader = Pick<ReturnType<typeof db>, '$queryRaw'>

/** Every Send that this one follows, or that follows one of those, at however many removes; without itself. */
export async function listSendFamily(sendId: string, reader: Reader = db()): Promise<string[]> {
  const family = await reader.$queryRaw<{ id: string }[]>`
    with recursive up as (
      select id, follows_id from send where id = ${sendId}::uuid
      union select s.id, s.follows_id from send s join up on s.id = up.follows_id
    ), family as (
      select id from up
      union select s.id from send s join family on s.follows_id = family.id
    )
    select id from family where id <> ${sendId}::uuid`
  return family.map(({ id }) => id)
}

/**
 * The recipients `r` of a Send, each with their contact `c` where there is one, whom another may be for: who failed, or who was
 * never reached. Without those who opted out, whose data was deleted, who were sent to again one by one, or who stand in a later Send of the
 * family and have not failed there. Uncertain ones are never among them: a person decides each.
 * @param family from listSendFamily
 */
export function followableRecipients(sendId: string, how: FollowsHow, family: string[]): Prisma.Sql {
  // A sum, since the planner makes a join of an `exists`, and a hopeless one of Sends that it has no statistics of yet.
  const later =
    family.length === 0
      ? Prisma.empty
      : Prisma.sql`
        and (
          select count(*) from recipient o
          where o.send_id = any(${family}::uuid[]) and o.person = r.person and o.id > r.id
            and (o.status <> 'failed' or (select count(*) from send again where again.resend_of_id = o.id) > 0)
        ) = 0`
  return Prisma.sql`
    recipient r left join contact c on c.person = r.person
    where r.send_id = ${sendId}::uuid and ${WHO[how]} and c.opted_out_at is null and r.phone <> ${REMOVED_PHONE}
      and not exists (select from send again where again.resend_of_id = r.id)${later}`
}

const WHO = {
  failed: Prisma.sql`r.status = 'failed'`,
  remaining: Prisma.sql`(
    r.status = 'canceled'
    or (r.status = 'skipped' and r.skipped_why = 'windowClosed' and ${windowClosesAtSql} > now())
    or (r.status = 'failed' and r.sending_at is null))`,
} satisfies Record<FollowsHow, Prisma.Sql>
