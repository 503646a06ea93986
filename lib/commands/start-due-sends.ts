import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'

/** scheduled → running for every Send whose time has come, on the database's clock. Answers for how many. */
export async function startDueSends(_actor: Actor): Promise<number> {
  return db().$executeRaw`
    update send s set state = 'running'
    from (
      select id from send where finished_at is null and state = 'scheduled' and starts_at <= now()
      for no key update skip locked
    ) due
    where s.id = due.id`
}
