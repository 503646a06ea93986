import type { GatewayKind } from '@/lib/domain/gateway'
import { Prisma } from './generated/client'

/** A process that is stopped within its transaction holds the gate no longer than this. */
const PATIENCE_MS = 2_000

/**
 * The first statement of a transaction that goes through a gateway's gate: one at a time, from here to the commit. What
 * follows must be statements of their own, so that each sees what the one before has committed. Their commit is on disk
 * before it is answered, also where the server is set to answer sooner: what has left must not be forgotten by a crash.
 */
export const enterGateSql = (gateway: GatewayKind) => Prisma.sql`
  select set_config('idle_in_transaction_session_timeout', ${String(PATIENCE_MS)}, true),
    set_config('synchronous_commit', coalesce(nullif(current_setting('synchronous_commit'), 'off'), 'on'), true),
    pg_advisory_xact_lock(hashtextextended('listazap: gateway ' || ${gateway}, 0))::text`
