import { WINDOW_MS } from '@/lib/domain/contact-window'
import { Prisma } from './generated/client'

/** When the window of the contact `c` ends, or ended; null where nothing was ever received from them. */
export const windowClosesAtSql = Prisma.sql`c.last_inbound_at + ${WINDOW_MS} * interval '1 millisecond'`
