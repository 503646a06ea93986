import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import { toContactColumns } from '@/lib/db/contact'
import type { UserActor } from '@/lib/domain/actor'
import type { AnswerPeople } from '@/lib/domain/answer-people'
import { CONTACT_NAME_LENGTH } from '@/lib/domain/contact'
import { answererWhere } from '@/lib/queries/answer-people-sql'

const BATCH = 2_000

/**
 * Makes everybody who did this a contact, by the name and the phone that the message went to. Who is one stays as they are.
 * In batches, each of which stands by itself: done again after a break it comes to the same.
 * @returns the contacts of all of them, and how many are new
 */
export async function keepAnswerers(
  _actor: UserActor,
  people: AnswerPeople,
): Promise<{ ids: string[]; created: number }> {
  let created = 0
  let after = ''
  for (;;) {
    const rows = await db().$queryRaw<{ person: string; phone: string; name: string | null }[]>`
      select distinct on (r.person) r.person, r.phone, coalesce(r.name, r.values ->> 'nome') as name
      from recipient r
      where ${answererWhere(people)} and r.person > ${after}
        and not exists (select from contact c where c.person = r.person)
      order by r.person, r.id desc limit ${BATCH}`
    const { count } = await db().contact.createMany({
      data: rows.map(({ phone, person, name }) => ({
        id: randomUUID(),
        ...toContactColumns({ name: (name ?? '').slice(0, CONTACT_NAME_LENGTH), phone, tags: [], fields: {} }),
        person,
      })),
      skipDuplicates: true,
    })
    created += count
    after = rows.at(-1)?.person ?? after
    if (rows.length < BATCH) break
  }
  const ids = await db().$queryRaw<{ id: string }[]>`
    select c.id from contact c where c.person in (select r.person from recipient r where ${answererWhere(people)})
    order by c.id`
  return { ids: ids.map(({ id }) => id), created }
}
