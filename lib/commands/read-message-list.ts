import { setTimeout as wait } from 'node:timers/promises'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import type { GatewayAddress, GatewayKind } from '@/lib/domain/gateway'
import {
  LIST_REACH_MS,
  type ListFacts,
  type ListPlan,
  type ListRound,
  listPauseMs,
  nextListReadingMs,
  planListReading,
} from '@/lib/domain/list-reading'
import { PACE } from '@/lib/domain/pace'
import { advanceStatus, toToldStatus } from '@/lib/domain/status-advance'
import type { InboundUpdate, StatusUpdate } from '@/lib/domain/webhook-update'
import type { Deadlines } from '@/lib/whatsapp/exchange'
import { type ListedEntry, listMessages } from '@/lib/whatsapp/list-messages'
import { recordUpdates } from './record-updates'

const DEADLINES: Deadlines = { headersMs: 8_000, allMs: 10_000 }
/** A worker that dies while it reads holds the others up for so long. */
const HOLD = '2 minutes'
/** A message may be listed a little later than its moment says. */
const OVERLAP_MS = 60_000
/** What was sent within so long still changes by the second. */
const LIVE = '15 minutes'

/**
 * @property pauseMs between two pages; without it, a tenth of what may be sent
 * @property isStopping where it says so, no further page is asked for
 */
export type ReadListInput = {
  gateway: GatewayKind
  address: GatewayAddress
  pauseMs?: number
  isStopping?: () => boolean
}

/** @property changed how many statuses and messages were new */
export type ReadList = { round: ListRound | 'off' | 'waiting'; pages: number; changed: number }

type Hold = { gateway: GatewayKind; nextAt: Date }
type Depth = Extract<ListPlan, { kind: 'read' }>
type Read = { round: 'read' | 'unusable' | 'unreachable'; pages: number; changed: number; isWhole: boolean }

/**
 * Reads the gateway's own list of messages where it is due, and records what it tells that no webhook has told: statuses
 * of messages that are ours, and what customers wrote. Newest first, a page at a time, one worker at a time; often while something is
 * under way and no webhooks come, and hardly ever while they do.
 */
export async function readMessageList(actor: Actor, input: ReadListInput): Promise<ReadList> {
  const settings = await db().webhookSettings.findUnique({ where: { id: 1 }, select: { readsList: true } })
  if (settings?.readsList === false) return { round: 'off', pages: 0, changed: 0 }
  const facts = await readFacts(input.gateway)
  const plan = planListReading(facts)
  const hold = plan.kind === 'wait' ? null : await take(input.gateway, facts)
  if (plan.kind === 'wait' || !hold) return { round: 'waiting', pages: 0, changed: 0 }
  const read: Omit<Read, 'round'> & { round: ListRound } =
    plan.kind === 'skip'
      ? { round: 'skipped', pages: 0, changed: 0, isWhole: true }
      : await readBack(actor, input, plan, { facts, hold })
  await release(hold, read)
  return { round: read.round, pages: read.pages, changed: read.changed }
}

type Facts = ListFacts & { readUntil: number }

const MS = 1_000

async function readFacts(gateway: GatewayKind): Promise<Facts> {
  const [facts] = await db().$queryRaw<Facts[]>`
    with kept as (
      insert into list_reading (gateway, read_until) values (${gateway}::gateway, now() - interval '1 day')
      on conflict (gateway) do nothing returning read_until, next_at, read_at
    ), one as (
      select read_until, next_at, read_at from kept
      union all select read_until, next_at, read_at from list_reading where gateway = ${gateway}::gateway
    )
    select (extract(epoch from clock_timestamp()) * ${MS})::float8 as now,
      (extract(epoch from next_at) * ${MS})::float8 as "nextAt", (extract(epoch from read_at) * ${MS})::float8 as "readAt",
      (extract(epoch from read_until) * ${MS})::float8 as "readUntil",
      (select (extract(epoch from received_at) * ${MS})::float8 from webhook_delivery
        where statuses + messages > 0 order by received_at desc limit 1) as "webhookAt",
      (select (extract(epoch from created_at) * ${MS})::float8 from send
        where gateway = ${gateway}::gateway order by created_at desc limit 1) as "newestSendAt"
    from one limit 1`
  if (!facts) throw new Error('How far the list was read could not be told.')
  return facts
}

/** Null where another worker was quicker. */
async function take(gateway: GatewayKind, { nextAt }: Facts): Promise<Hold | null> {
  const [hold] = await db().$queryRaw<Hold[]>`
    update list_reading set next_at = clock_timestamp() + ${HOLD}::interval
    where gateway = ${gateway}::gateway and next_at = ${new Date(nextAt)}
    returning gateway::text, next_at as "nextAt"`
  return hold ?? null
}

/** Holds on for another while; false where it is no longer ours. */
async function keep(hold: Hold): Promise<boolean> {
  const again = await db().$queryRaw<Hold[]>`
    update list_reading set next_at = clock_timestamp() + ${HOLD}::interval
    where gateway = ${hold.gateway}::gateway and next_at = ${hold.nextAt} returning gateway::text, next_at as "nextAt"`
  hold.nextAt = again[0]?.nextAt ?? hold.nextAt
  return again.length > 0
}

async function release(
  hold: Hold,
  { round, changed, isWhole }: Omit<Read, 'round'> & { round: ListRound },
): Promise<void> {
  const [found] = await db().$queryRaw<{ idle: number; isLive: boolean }[]>`
    select idle, exists (
      select from send s where s.gateway = ${hold.gateway}::gateway
        and (s.created_at > now() - ${LIVE}::interval or (s.finished_at is null and s.state = 'running'))
    ) as "isLive"
    from list_reading where gateway = ${hold.gateway}::gateway`
  const idle = round === 'read' && changed > 0 ? 0 : round === 'skipped' ? (found?.idle ?? 0) : (found?.idle ?? 0) + 1
  const ms = nextListReadingMs(round, { idle: Math.max(0, idle - 1), isLive: found?.isLive ?? false })
  await db().$executeRaw`
    update list_reading set
      next_at = clock_timestamp() + ${ms} * interval '1 millisecond', idle = ${idle},
      read_at = case when ${round} = 'read' then clock_timestamp() else read_at end,
      read_until = case when ${round === 'read' && isWhole} then clock_timestamp() else read_until end,
      problem = case ${round} when 'unusable' then 'unusable' when 'unreachable' then 'unreachable' end
    where gateway = ${hold.gateway}::gateway and next_at = ${hold.nextAt}`
}

/** How far back: over what still can change, and over what nobody has read yet. */
async function startOf({ gateway }: Hold, { backMs }: Depth, { now, readUntil }: Facts): Promise<Date> {
  const [oldest] = await db().$queryRaw<{ at: number | null }[]>`
    select (extract(epoch from min(coalesce(s.started_at, s.created_at))) * ${MS})::float8 as at
    from send s
    where s.gateway = ${gateway}::gateway and s.created_at > now() - interval '31 days'
      and (s.finished_at is null or s.finished_at > now() - ${backMs} * interval '1 millisecond')
      and (select coalesce(sum(k.delta), 0) from send_count k
        where k.send_id = s.id and k.status in ('accepted', 'sent', 'delivered')) > 0`
  const changing = Math.max(oldest?.at ?? now, now - backMs)
  return new Date(Math.max(Math.min(changing, readUntil) - OVERLAP_MS, now - LIST_REACH_MS))
}

async function readBack(
  actor: Actor,
  { gateway, address, pauseMs, isStopping }: ReadListInput,
  depth: Depth,
  { facts, hold }: { facts: Facts; hold: Hold },
): Promise<Read> {
  const from = await startOf(hold, depth, facts)
  // Its clock may be ahead of ours.
  const to = new Date(facts.now + OVERLAP_MS)
  const pause = pauseMs ?? (await pauseOf(gateway))
  const read: Read = { round: 'read', pages: 0, changed: 0, isWhole: depth.isDeep }
  for (let page = 1; page <= depth.pages; page++) {
    const listed = await listMessages(address, { page, from, to, isBothWays: true }, DEADLINES)
    if (listed.kind !== 'page') return { ...read, round: listed.kind }
    read.pages += 1
    read.changed += await record(actor, gateway, listed.messages)
    if (listed.isLast) return { ...read, isWhole: true }
    if (isStopping?.() || !(await keep(hold))) return { ...read, isWhole: false }
    await wait(pause)
  }
  return read
}

async function pauseOf(gateway: GatewayKind): Promise<number> {
  const pace = await db().gatewayPace.findUnique({ where: { gateway }, select: { perSecond: true } })
  return listPauseMs(pace?.perSecond ?? PACE.default)
}

/** Hands on what is new: nothing of messages that are not ours, and nothing that was told already. */
async function record(actor: Actor, gateway: GatewayKind, listed: ListedEntry[]): Promise<number> {
  const at = new Date()
  const statuses = await newStatuses(listed, at)
  const messages = await newMessages(listed)
  if (statuses.length + messages.length === 0) return 0
  const told = await recordUpdates(actor, { statuses, messages, unknown: [] }, { gateway, source: 'list', bytes: 0 })
  return told.statuses + told.messages - told.repeated
}

/** The list tells no time of a status: it is that of the reading. */
async function newStatuses(listed: ListedEntry[], at: Date): Promise<StatusUpdate[]> {
  const told = listed.flatMap((message) => {
    const status = message.direction === 'inbound' ? null : toToldStatus(message.status?.toLowerCase() ?? '')
    return status ? [{ message, status }] : []
  })
  if (told.length === 0) return []
  const known = await db().$queryRaw<{ wamid: string; status: DeliveryStatus }[]>`
    select wamid, status::text from recipient where wamid = any(${told.map(({ message }) => message.wamid)}::text[])`
  const standing = new Map(known.map(({ wamid, status }) => [wamid, status]))
  return told.flatMap(({ message, status }) => {
    const current = standing.get(message.wamid)
    if (!current || advanceStatus(current, status) === current) return []
    return [{ wamid: message.wamid, status, at, callbackData: null, waId: null, error: null, raw: message }]
  })
}

/** Who wrote must be named: a list that does not say it opens nobody's window. */
async function newMessages(listed: ListedEntry[]): Promise<InboundUpdate[]> {
  const inbound = listed.filter(({ direction, from }) => direction === 'inbound' && /\d{7}/.test(from ?? ''))
  if (inbound.length === 0) return []
  const known = await db().$queryRaw<{ wamid: string }[]>`
    select wamid from inbound_message where wamid = any(${inbound.map(({ wamid }) => wamid)}::text[])`
  const had = new Set(known.map(({ wamid }) => wamid))
  return inbound
    .filter(({ wamid }) => !had.has(wamid))
    .map((message) => ({
      wamid: message.wamid,
      at: new Date(message.createdAt),
      waId: message.from?.replace(/\D/g, '') ?? null,
      profileName: null,
      kind: message.text === undefined ? 'other' : 'text',
      type: message.type ?? 'unknown',
      contextWamid: null,
      row: null,
      text: message.text ?? null,
      raw: message,
    }))
}
