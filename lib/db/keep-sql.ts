import { Prisma } from './generated/client'

/**
 * Whether the Send `s` is to be made anonymous where people are known for so many days. One that is still being followed
 * is not, since its people are being copied.
 */
export const isPastKeepingSql = (days: Prisma.Sql) => Prisma.sql`(
  s.anonymized_at is null and s.finished_at < now() - make_interval(days => ${days})
  and not exists (select from recipient r where r.send_id = s.id and r.status in ('queued', 'leased', 'sending'))
  and not exists (select from send f where f.follows_id = s.id and f.state = 'preparing')
)`
