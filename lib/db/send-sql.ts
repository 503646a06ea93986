import { Prisma } from './generated/client'

/**
 * Whether the Send `s` has its quiet hours now, by the clock on the wall of its own time zone: where that is put forward
 * or back, so are they.
 */
export const isQuietSql = Prisma.sql`(s.quiet_from is not null and s.quiet_until is not null and (
  select case when s.quiet_from < s.quiet_until then m.m >= s.quiet_from and m.m < s.quiet_until
    else m.m >= s.quiet_from or m.m < s.quiet_until end
  from (select extract(hour from w.t) * 60 + extract(minute from w.t) as m
    from (select statement_timestamp() at time zone s.time_zone as t) w) m))`
