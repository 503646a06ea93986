import { db } from '@/lib/db/client'
import { followableRecipients, listSendFamily, lockFollows } from '@/lib/db/followable'
import { wakeWorkersSql } from '@/lib/db/wake-workers'
import { windowClosesAtSql } from '@/lib/db/window-sql'
import type { Actor } from '@/lib/domain/actor'
import type { FollowsHow } from '@/lib/domain/send-state'

/** So many people are written down in one transaction. */
const PEOPLE = 5_000

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 }

/** @property done whether those were the last: it runs now */
export type FollowExpanded = { sendId: string; done: boolean }

/**
 * Writes down the next recipients of one Send that follows another, in the order of their keys, with what they were to
 * get. Who is there already is how far it has come, so that a worker that dies leaves off there. One such Send at a time
 * over all workers: no person is taken into two. Who was taken into another meanwhile is left out.
 * @returns null where no Send needs it now
 */
export async function expandFollowSend(_actor: Actor, most = PEOPLE): Promise<FollowExpanded | null> {
  return db().$transaction(async (tx) => {
    const [send] = await tx.$queryRaw<{ id: string; followsId: string; how: FollowsHow }[]>`
      select id, follows_id as "followsId", follows_how as how from send
      where state = 'preparing' and finished_at is null and follows_id is not null
      order by id
      limit 1
      for no key update skip locked`
    if (!send) return null
    await lockFollows(tx)
    const family = (await listSendFamily(send.followsId, tx)).filter((id) => id !== send.id)
    const written = await tx.$executeRaw`
      insert into recipient (send_id, phone, person, name, values, window_closes_at)
      select ${send.id}::uuid, r.phone, r.person, r.name, r.values,
        coalesce(${windowClosesAtSql}, r.window_closes_at)
      from ${followableRecipients(send.followsId, send.how, family)}
        and r.person > coalesce((select max(person) from recipient where send_id = ${send.id}::uuid), '')
      order by r.person
      limit ${most}`
    const done = written < most
    if (done) {
      // The people who are there, not those who were counted: the sums of a Send always come to its recipients.
      await tx.$executeRaw`
        update send set state = 'running',
          recipient_count = (select count(*) from recipient r where r.send_id = ${send.id}::uuid)
        where id = ${send.id}::uuid`
      await tx.$executeRaw(wakeWorkersSql)
    }
    return { sendId: send.id, done }
  }, TRANSACTION)
}
