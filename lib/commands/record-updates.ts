import type { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/retry-transaction'
import { isAboutValues } from '@/lib/db/sql-state'
import { toStorableJson } from '@/lib/db/storable-json'
import type { Actor } from '@/lib/domain/actor'
import { parseCallbackData } from '@/lib/domain/callback-data'
import type { GatewayKind } from '@/lib/domain/gateway'
import { toPersonKey } from '@/lib/domain/person-key'
import type { InboundUpdate, StatusUpdate, WebhookUpdates } from '@/lib/domain/webhook-update'
import { applyStatusEvents } from './apply-status-events'
import { type AnswerLink, applyReplies, findAnswered } from './link-replies'
import { nameByCallback } from './name-by-callback'
import { receiveFromContacts } from './receive-from-contacts'

/**
 * What one POST of the provider's, or one reading of its list, brought.
 * @property bytes how long its body was
 */
export type UpdateDelivery = {
  updates: WebhookUpdates
  gateway: GatewayKind
  source: 'webhook' | 'list'
  bytes: number
}

/** How much of it there was; `repeated` counts what had been recorded before. */
export type RecordedUpdates = { statuses: number; messages: number; repeated: number; unknown: number }

/** What is kept of one status or message as it came, and of all that one POST brought and nobody can read. */
const RAW_MOST = 32_000
const UNREAD_MOST = 64_000

/**
 * Records what the provider told, in one transaction, and brings its recipients to where that puts them. The same once
 * more changes nothing. Rejects where the database can't be reached, and then nothing is recorded.
 */
export async function recordUpdates(
  actor: Actor,
  updates: WebhookUpdates,
  from: Omit<UpdateDelivery, 'updates'>,
): Promise<RecordedUpdates> {
  const [recorded] = await recordDeliveries(actor, [{ ...from, updates }])
  if (!recorded) throw new Error('A delivery was recorded without a count.')
  return recorded
}

/**
 * recordUpdates for many at once, in one transaction. One that the database will not hold is found by halving, and kept
 * as what nobody can read.
 */
export async function recordDeliveries(
  actor: Actor,
  deliveries: readonly UpdateDelivery[],
): Promise<RecordedUpdates[]> {
  if (deliveries.length === 0) return []
  try {
    return await inTransaction((tx) => record(actor, tx, deliveries))
  } catch (error) {
    if (!isAboutValues(error)) throw error
    const [only] = deliveries
    if (deliveries.length === 1 && only) {
      const { statuses, messages, unknown } = only.updates
      if (statuses.length + messages.length === 0) throw error
      const unread = [...statuses, ...messages].map(({ raw }) => raw)
      const asUnknown = { statuses: [], messages: [], unknown: [...unknown, ...unread] }
      return recordDeliveries(actor, [{ ...only, updates: asUnknown }])
    }
    const half = Math.ceil(deliveries.length / 2)
    const first = await recordDeliveries(actor, deliveries.slice(0, half))
    return [...first, ...(await recordDeliveries(actor, deliveries.slice(half)))]
  }
}

type Owned<Update> = { update: Update; delivery: UpdateDelivery; owner: number }

async function record(
  actor: Actor,
  tx: Prisma.TransactionClient,
  deliveries: readonly UpdateDelivery[],
): Promise<RecordedUpdates[]> {
  const statuses = once(deliveries, ({ statuses }) => statuses, statusKey)
  const messages = once(
    deliveries,
    ({ messages }) => messages,
    ({ wamid }) => wamid,
  )
  const links = await findAnswered(actor, tx, messages.map(toAnswer))
  const recipients = await hold(actor, tx, statuses, links)
  const written = await insertEvents(tx, statuses, recipients)
  const newMessages = await insertMessages(tx, messages, links)
  const told = written.flatMap(({ wamid }): [string, bigint][] => {
    const id = recipients.get(wamid)
    return id === undefined ? [] : [[wamid, id]]
  })
  await applyStatusEvents(actor, tx, new Map(told))
  await applyReplies(
    actor,
    tx,
    links.filter(({ wamid }) => newMessages.has(wamid)).map(({ recipientId }) => recipientId),
  )
  const linkOf = new Map(links.map((link) => [link.wamid, link]))
  const received = messages.filter(({ update }) => newMessages.has(update.wamid))
  await receiveFromContacts(
    actor,
    tx,
    received.map(({ update, delivery }) => ({ update, gateway: delivery.gateway, link: linkOf.get(update.wamid) })),
  )

  const newEvents = new Set(written.filter(({ isNew }) => isNew).map(statusKey))
  const firsts = [
    ...statuses.filter(({ update }) => newEvents.has(statusKey(update))),
    ...messages.filter(({ update }) => newMessages.has(update.wamid)),
  ]
  const recorded = toCounts(
    deliveries,
    firsts.map(({ owner }) => owner),
  )
  await insertDeliveries(tx, deliveries, recorded)
  return recorded
}

/** @param firsts whose delivery each thing is that was told for the first time */
function toCounts(deliveries: readonly UpdateDelivery[], firsts: number[]): RecordedUpdates[] {
  const news = new Map<number, number>()
  for (const owner of firsts) news.set(owner, (news.get(owner) ?? 0) + 1)
  return deliveries.map(({ updates: { statuses, messages, unknown } }, owner) => ({
    statuses: statuses.length,
    messages: messages.length,
    repeated: statuses.length + messages.length - (news.get(owner) ?? 0),
    unknown: unknown.length,
  }))
}

const statusKey = ({ wamid, status }: { wamid: string; status: string }) => `${wamid} ${status}`

/** Each thing told, where it was told first, in one order for everybody who writes. */
function once<Update>(
  deliveries: readonly UpdateDelivery[],
  of: (updates: WebhookUpdates) => readonly Update[],
  key: (update: Update) => string,
): Owned<Update>[] {
  const found = new Map<string, Owned<Update>>()
  for (const [owner, delivery] of deliveries.entries()) {
    for (const update of of(delivery.updates)) {
      if (!found.has(key(update))) found.set(key(update), { update, delivery, owner })
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, owned]) => owned)
}

const personOf = (waId: string | null): string | null => (waId && toPersonKey(waId)) || null

const toAnswer = ({ update, delivery }: Owned<InboundUpdate>) => ({
  wamid: update.wamid,
  gateway: delivery.gateway,
  kind: update.kind,
  at: update.at,
  contextWamid: update.contextWamid,
  person: personOf(update.waId),
  rowId: update.row?.id ?? null,
})

type Held = Map<string, bigint>

/** Every recipient that this is about, locked in one order; and those that a status names by our callback data. */
async function hold(
  actor: Actor,
  tx: Prisma.TransactionClient,
  statuses: Owned<StatusUpdate>[],
  links: AnswerLink[],
): Promise<Held> {
  const wamids = [...new Set(statuses.map(({ update }) => update.wamid))]
  if (wamids.length + links.length === 0) return new Map()
  const held = await tx.$queryRaw<{ id: bigint; wamid: string | null }[]>`
    select id, wamid from recipient
    where wamid = any(${wamids}::text[]) or id = any(${links.map(({ recipientId }) => String(recipientId))}::bigint[])
    order by id for no key update`
  const recipients: Held = new Map(held.flatMap(({ id, wamid }) => (wamid === null ? [] : [[wamid, id]])))
  const named = statuses.flatMap(({ update: { wamid, callbackData } }) => {
    const attempt = callbackData === null || recipients.has(wamid) ? null : parseCallbackData(callbackData)
    return attempt ? [{ wamid, ...attempt }] : []
  })
  for (const { id, wamid } of await nameByCallback(actor, tx, named)) recipients.set(wamid, id)
  return recipients
}

type WrittenEvent = { wamid: string; status: string; isNew: boolean }

/** A webhook knows the moment of what a reading of the list could only tell about. */
async function insertEvents(
  tx: Prisma.TransactionClient,
  statuses: Owned<StatusUpdate>[],
  recipients: Held,
): Promise<WrittenEvent[]> {
  if (statuses.length === 0) return []
  const column = <Value>(of: (update: StatusUpdate) => Value) => statuses.map(({ update }) => of(update))
  return tx.$queryRaw<WrittenEvent[]>`
    insert into status_event (wamid, status, at, source, recipient_id, error_code, error_title, error_details, raw)
    select wamid, status, at, source, recipient_id, error_code, error_title, error_details, raw::jsonb
    from unnest(
      ${column(({ wamid }) => wamid)}::text[], ${column(({ status }) => status)}::text[],
      ${column(({ at }) => at.toISOString())}::timestamptz[], ${statuses.map(({ delivery }) => delivery.source)}::text[],
      ${column(({ wamid }) => recipients.get(wamid)?.toString() ?? null)}::bigint[],
      ${column(({ error }) => error?.code ?? null)}::int[], ${column(({ error }) => error?.title ?? null)}::text[],
      ${column(({ error }) => error?.details ?? null)}::text[], ${column(({ raw }) => toStorableJson(raw, RAW_MOST))}::text[]
    ) with ordinality as u (wamid, status, at, source, recipient_id, error_code, error_title, error_details, raw, n)
    order by n
    on conflict (wamid, status) do update
    set at = excluded.at, source = excluded.source, raw = excluded.raw
    where status_event.source = 'list' and excluded.source = 'webhook'
    returning wamid, status, xmax = 0 as "isNew"`
}

/** Answers the ids of those that had not been here, or only as the gateway's list has them: without what was tapped. */
async function insertMessages(
  tx: Prisma.TransactionClient,
  messages: Owned<InboundUpdate>[],
  links: AnswerLink[],
): Promise<Set<string>> {
  if (messages.length === 0) return new Set()
  const linkOf = new Map(links.map((link) => [link.wamid, link]))
  const column = <Value>(of: (update: InboundUpdate) => Value) => messages.map(({ update }) => of(update))
  const inserted = await tx.$queryRaw<{ wamid: string }[]>`
    insert into inbound_message (wamid, gateway, person, wa_id, profile_name, kind, type, sent_at, context_wamid,
      recipient_id, send_id, linked_by, row_id, title, description, text, raw)
    select wamid, gateway::gateway, person, wa_id, profile_name, kind, type, sent_at, context_wamid,
      recipient_id, send_id, linked_by, row_id, title, description, text, raw::jsonb
    from unnest(
      ${column(({ wamid }) => wamid)}::text[], ${messages.map(({ delivery }) => delivery.gateway)}::text[],
      ${column(({ wamid, waId }) => linkOf.get(wamid)?.person ?? personOf(waId))}::text[],
      ${column(({ waId }) => waId)}::text[], ${column(({ profileName }) => profileName)}::text[],
      ${column(({ kind }) => kind)}::text[], ${column(({ type }) => type)}::text[],
      ${column(({ at }) => at.toISOString())}::timestamptz[], ${column(({ contextWamid }) => contextWamid)}::text[],
      ${column(({ wamid }) => linkOf.get(wamid)?.recipientId.toString() ?? null)}::bigint[],
      ${column(({ wamid }) => linkOf.get(wamid)?.sendId ?? null)}::uuid[],
      ${column(({ wamid }) => linkOf.get(wamid)?.linkedBy ?? null)}::text[],
      ${column(({ row }) => row?.id ?? null)}::text[], ${column(({ row }) => row?.title ?? null)}::text[],
      ${column(({ row }) => row?.description ?? null)}::text[], ${column(({ text }) => text)}::text[],
      ${column(({ raw }) => toStorableJson(raw, RAW_MOST))}::text[]
    ) with ordinality as u (wamid, gateway, person, wa_id, profile_name, kind, type, sent_at, context_wamid,
      recipient_id, send_id, linked_by, row_id, title, description, text, raw, n)
    order by n
    on conflict (wamid) do update set kind = excluded.kind, type = excluded.type, wa_id = excluded.wa_id,
      profile_name = excluded.profile_name, sent_at = excluded.sent_at, context_wamid = excluded.context_wamid,
      recipient_id = excluded.recipient_id, send_id = excluded.send_id, linked_by = excluded.linked_by,
      row_id = excluded.row_id, title = excluded.title, description = excluded.description, text = excluded.text,
      raw = excluded.raw
    where inbound_message.kind = 'other' and excluded.kind <> 'other'
    returning wamid`
  return new Set(inserted.map(({ wamid }) => wamid))
}

/** The gateway's list is no POST of anybody's: it leaves none behind. */
async function insertDeliveries(
  tx: Prisma.TransactionClient,
  deliveries: readonly UpdateDelivery[],
  recorded: RecordedUpdates[],
): Promise<void> {
  const rows = deliveries.flatMap(({ source, bytes, updates }, i) => {
    const counts = recorded[i]
    if (source !== 'webhook' || !counts) return []
    const unread = updates.unknown.length > 0 ? toStorableJson(updates.unknown, UNREAD_MOST) : null
    return [{ bytes, ...counts, unread }]
  })
  if (rows.length === 0) return
  const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key])
  await tx.$executeRaw`
    insert into webhook_delivery (bytes, statuses, messages, repeated, unknown, unread)
    select bytes, statuses, messages, repeated, unknown, unread::jsonb
    from unnest(
      ${column('bytes')}::int[], ${column('statuses')}::int[], ${column('messages')}::int[],
      ${column('repeated')}::int[], ${column('unknown')}::int[], ${column('unread')}::text[]
    ) as u (bytes, statuses, messages, repeated, unknown, unread)`
}
