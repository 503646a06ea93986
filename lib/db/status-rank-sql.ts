import { STATUS_RANK } from '@/lib/domain/status-advance'
import { Prisma } from './generated/client'

const RANKS = Object.entries(STATUS_RANK)
  .map(([status, rank]) => `when '${status}' then ${rank}`)
  .join(' ')

/** How high a status stands (lib/domain/status-advance); below all where it is none of ours. */
export const statusRankSql = (status: Prisma.Sql) => Prisma.sql`(case ${status}::text ${Prisma.raw(RANKS)} else -1 end)`
