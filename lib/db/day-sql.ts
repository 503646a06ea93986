import { TIME_ZONE } from '@/lib/domain/locale'
import { Prisma } from './generated/client'

/** When a day, as YYYY-MM-DD, begins in the workspace's time zone; or another one so many days after it. */
export const startOfDaySql = (day: string, plus = 0) =>
  Prisma.sql`((${day}::date + ${plus}::int)::timestamp at time zone ${TIME_ZONE})`

type Days = { from?: string | undefined; to?: string | undefined }

/** `column` is within whole days of the workspace's time zone, both included; either may be open. */
export function withinDaysSql(column: Prisma.Sql, { from, to }: Days): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = []
  if (from) conditions.push(Prisma.sql`${column} >= ${startOfDaySql(from)}`)
  if (to) conditions.push(Prisma.sql`${column} < ${startOfDaySql(to, 1)}`)
  return conditions
}
