import { Prisma } from './generated/client'

/**
 * Whether the Send `s` has its quiet hours at that moment, by the clock on the wall of its own time zone: where that is
 * put forward or back, so are they.
 */
export const isQuietAtSql = (moment: Prisma.Sql) => Prisma.sql`(
  s.quiet_from is not null and s.quiet_until is not null and (
    select case when s.quiet_from < s.quiet_until then wall.minute >= s.quiet_from and wall.minute < s.quiet_until
      else wall.minute >= s.quiet_from or wall.minute < s.quiet_until end
    from (
      select extract(hour from clock.face) * 60 + extract(minute from clock.face) as minute
      from (select ${moment} at time zone s.time_zone as face) clock
    ) wall
  )
)`

export const isQuietSql = isQuietAtSql(Prisma.sql`statement_timestamp()`)
