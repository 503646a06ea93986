import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { ChoiceOptions, ChoiceScope } from '@/lib/domain/choice'

const SENDS = 60
/** Among so many of the newest Sends those are looked for that somebody answered. */
const LOOKED_THROUGH = 500

/** What "O que escolheram" can be about: the newest Sends that were answered, templates that were sent, the audiences. */
export async function listChoiceOptions(_actor: Actor, { send, template }: ChoiceScope): Promise<ChoiceOptions> {
  const [sends, templates, versions, audiences] = await Promise.all([
    db().$queryRaw<{ id: string; created_at: Date; text: string; people: number }[]>`
      select s.id, s.created_at, s.recipient_count as people,
        left(coalesce(s.message->>'header', s.message->>'body'), 200) as text
      from (
        select * from (
          select s.id, s.created_at, s.recipient_count, s.message from send s
          where not s.is_test order by s.created_at desc, s.id desc limit ${LOOKED_THROUGH}
        ) newest
        where exists (select 1 from recipient r where r.send_id = newest.id and r.replied_at is not null)
        order by created_at desc, id desc limit ${SENDS}
      ) s
      union
      select s.id, s.created_at, s.recipient_count, left(coalesce(s.message->>'header', s.message->>'body'), 200)
      from send s where s.id = ${send ?? null}::uuid
      order by created_at desc, id desc`,
    db().listTemplate.findMany({
      where: { sends: { some: { isTest: false } } },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 200,
    }),
    template
      ? db().$queryRaw<ChoiceOptions['versions']>`
          select s.template_version as version, count(*)::int as sends from send s
          where s.template_id = ${template}::uuid and not s.is_test and s.template_version is not null
          group by 1 order by 1 desc limit 200`
      : [],
    db().audience.findMany({ select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 200 }),
  ])
  return {
    sends: sends.map((row) => ({
      id: row.id,
      sentAt: row.created_at.toISOString(),
      firstLine: row.text.split('\n').find((line) => line.trim() !== '') ?? '',
      people: row.people,
    })),
    templates,
    versions,
    audiences,
  }
}
