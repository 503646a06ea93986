import { setTimeout as wait } from 'node:timers/promises'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import type { GatewayAddress, GatewayKind } from '@/lib/domain/gateway'
import {
  type ListedMessage,
  lookupWindow,
  matchUncertain,
  type OpenRequest,
  toDeliveryStatus,
} from '@/lib/domain/uncertain-match'
import type { Deadlines } from '@/lib/whatsapp/exchange'
import { listMessages } from '@/lib/whatsapp/list-messages'
import { claimUpdates } from './claim-updates'

/** How long after it became uncertain, and then after each look, the next one is due; after the last there is none. */
const LOOKS_AFTER_S = [20, 30, 120, 600, 3_600]
/** Nobody's list can be trusted to reach back for ever, and by then a person has decided. */
const WITHIN = '1 day'
const MOST = 500
/** Requests of so much time are looked for in one listing. */
const SPAN_MS = 60_000
/** A listing that goes on for longer tells nothing, since what was not read might be a second candidate. It is two minutes at 400 a second. */
const MAX_PAGES = 1_000
const DEADLINES: Deadlines = { headersMs: 4_000, allMs: 5_000 }

/**
 * @property pauseMs between two pages, so that asking hinders no sending
 * @property isStopping where it says so, no further page is asked for
 */
export type SettleInput = {
  gateway: GatewayKind
  address: GatewayAddress
  pauseMs?: number
  isStopping?: () => boolean
}

/** @property usable whether the gateway has a list that can be read */
export type Settled = { looked: number; settled: number; usable: boolean }

type Uncertain = OpenRequest & { attempt: number }

/**
 * Looks uncertain recipients up in the gateway's own list of messages, those of one time in one listing. Who stands there
 * as the only one that can be it becomes accepted, or what the list says of it. Everybody else stays uncertain, as not to
 * be listed proves nothing, and is looked up again later. Nobody is ever sent to again here. Any number of workers may do this
 * at once: each recipient is looked up by one.
 */
export async function settleUncertain(actor: Actor, input: SettleInput): Promise<Settled> {
  const due = await takeDue(input.gateway)
  let settled = 0
  const groups = toGroups(due)
  for (const [i, group] of groups.entries()) {
    const listed = await list(group, input)
    if (Array.isArray(listed)) {
      settled += await settle(actor, group, listed)
      continue
    }
    if (listed === 'endless') continue
    // It was no look: neither for these nor for those who are still to come.
    await giveBack(groups.slice(i).flat())
    return { looked: due.length, settled, usable: listed !== 'unusable' }
  }
  return { looked: due.length, settled, usable: true }
}

const MOMENTS = Prisma.sql`
  (extract(epoch from r.sending_at) * 1000)::float8 as "sendingAt",
  (extract(epoch from coalesce(r.settled_at, now())) * 1000)::float8 as "settledAt"`

async function takeDue(gateway: GatewayKind): Promise<Uncertain[]> {
  return db().$queryRaw<Uncertain[]>`
    with due as (
      select r.id from recipient r join send s on s.id = r.send_id
      where r.status = 'unconfirmed' and s.gateway = ${gateway}::gateway
        and r.sending_at is not null and r.settled_at > now() - ${WITHIN}::interval
        and r.lookups < ${LOOKS_AFTER_S.length}
        and coalesce(r.looked_up_at, r.settled_at)
          + (${LOOKS_AFTER_S}::int[])[r.lookups + 1] * interval '1 second' <= now()
      order by r.looked_up_at nulls first, r.id
      limit ${MOST}
      for update of r skip locked
    )
    update recipient r set lookups = r.lookups + 1, looked_up_at = now()
    from due where r.id = due.id
    returning r.id, r.attempt, r.person, ${MOMENTS}`
}

async function giveBack(group: Uncertain[]): Promise<void> {
  await db().$executeRaw`
    update recipient set lookups = lookups - 1
    where id = any(${group.map(({ id }) => String(id))}::bigint[]) and lookups > 0 and status = 'unconfirmed'`
}

function toGroups(due: Uncertain[]): Uncertain[][] {
  const groups: Uncertain[][] = []
  for (const one of [...due].sort((a, b) => a.sendingAt - b.sendingAt)) {
    const group = groups.at(-1)
    const [first] = group ?? []
    if (group && first && one.sendingAt - first.sendingAt <= SPAN_MS) group.push(one)
    else groups.push([one])
  }
  return groups
}

/** Everything that the gateway lists of the group's time; `endless` where that is too much to read. */
async function list(
  group: Uncertain[],
  { address, pauseMs = 100, isStopping }: SettleInput,
): Promise<ListedMessage[] | 'endless' | 'unusable' | 'unreachable'> {
  const windows = group.map(lookupWindow)
  const from = new Date(Math.min(...windows.map((window) => window.from)))
  const to = new Date(Math.max(...windows.map((window) => window.to)))
  const listed: ListedMessage[] = []
  for (let page = 1; page <= MAX_PAGES; page++) {
    if (isStopping?.()) return 'unreachable'
    const read = await listMessages(address, { page, from, to }, DEADLINES)
    if (read.kind !== 'page') return read.kind
    listed.push(...read.messages)
    if (read.isLast) return listed
    await wait(pauseMs)
  }
  return 'endless'
}

/** What else is open, and whose the messages are, is asked after the listing: a message on it may have found its recipient since. */
async function settle(actor: Actor, group: Uncertain[], listed: ListedMessage[]): Promise<number> {
  const persons = group.map(({ person }) => person)
  const open = await db().$queryRaw<OpenRequest[]>`
    select r.id, r.person, ${MOMENTS} from recipient r
    where r.person = any(${persons}::text[]) and r.status in ('sending', 'unconfirmed') and r.sending_at is not null`
  const wamids = listed.map(({ wamid }) => wamid)
  const taken = await db().$queryRaw<{ wamid: string }[]>`
    select wamid from recipient where wamid = any(${wamids}::text[])`
  const found = matchUncertain(group, { open, listed, taken: new Set(taken.map(({ wamid }) => wamid)) })
  const rows = group.flatMap(({ id, attempt }) => {
    const message = found.get(id)
    return message ? [{ id: String(id), attempt, wamid: message.wamid, status: toDeliveryStatus(message.status) }] : []
  })
  if (rows.length === 0) return 0
  const settled = await db().$executeRaw`
    update recipient r
    set status = u.status::delivery_status, wamid = u.wamid, unknown_why = null, settled_at = now(),
      lease_owner = null, leased_until = null
    from unnest(
      ${rows.map(({ id }) => id)}::bigint[], ${rows.map(({ attempt }) => attempt)}::int[],
      ${rows.map(({ wamid }) => wamid)}::text[], ${rows.map(({ status }) => status)}::text[]
    ) as u (id, attempt, wamid, status)
    where r.id = u.id and r.attempt = u.attempt and r.status = 'unconfirmed'
      and not exists (select from recipient o where o.wamid = u.wamid)`
  await claimUpdates(
    actor,
    rows.map(({ wamid }) => wamid),
  )
  return settled
}
