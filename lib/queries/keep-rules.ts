import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { isPastKeepingSql } from '@/lib/db/keep-sql'
import type { Actor } from '@/lib/domain/actor'
import type { KeepPreview, KeepRules } from '@/lib/domain/keep-rules'

/** For how long it is known who was written to. */
export async function getKeepRules(_actor: Actor): Promise<KeepRules> {
  const rules = await db().sendingRules.findUnique({ where: { id: 1 }, select: { keepDays: true } })
  return { keepDays: rules?.keepDays ?? null }
}

/** What the next round would take away if people were known for so many days. */
export async function previewKeepRules(_actor: Actor, days: number): Promise<KeepPreview> {
  const [row] = await db().$queryRaw<KeepPreview[]>`
    with old as materialized (
      select s.id, s.recipient_count from send s where ${isPastKeepingSql(Prisma.sql`${days}::int`)}
    )
    select (select count(*)::int from old) as sends,
      (select coalesce(sum(recipient_count), 0)::int from old) as people,
      (select count(*)::int from inbound_message m join old on m.send_id = old.id) as replies`
  return row ?? { sends: 0, people: 0, replies: 0 }
}
