import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { isAboutValues } from '@/lib/db/sql-state'
import type { Actor } from '@/lib/domain/actor'
import type { DeliveryStatus } from '@/lib/domain/delivery-status'
import { RETRY_CEILING_MS, ruleForProviderError } from '@/lib/domain/provider-error'
import type { PostOutcome } from '@/lib/whatsapp/post-outcome'
import { claimUpdates } from './claim-updates'

/** What became of one recipient's attempt. */
export type RecipientOutcome = { id: bigint; attempt: number; outcome: PostOutcome }

type Settled = Exclude<PostOutcome, { kind: 'notSent' }>
type Refused = Extract<PostOutcome, { kind: 'refused' }>

const STATUS = { accepted: 'accepted', refused: 'failed', unknown: 'unconfirmed' } satisfies Record<
  Settled['kind'],
  DeliveryStatus
>

/**
 * sending → accepted, failed or unconfirmed; or back to queued, a little later, for what never left and for a refusal
 * that passes, as often as its rule says. Fenced by the attempt. A late answer also settles a recipient that its expired lease made unconfirmed, since it is the same request.
 * Rejects only where the database can't be reached; then the same outcomes may be recorded again.
 */
export async function recordOutcomes(actor: Actor, outcomes: RecipientOutcome[]): Promise<void> {
  const settled: Row[] = []
  const notSent: RecipientOutcome[] = []
  // In the order in which webhooks lock the same recipients.
  for (const one of outcomes.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (one.outcome.kind === 'notSent') notSent.push(one)
    else settled.push(toRow(one.id, one.attempt, one.outcome))
  }
  await settle(settled)
  // What the provider told of a message before this told us its id.
  await claimUpdates(
    actor,
    settled.flatMap(({ wamid }) => wamid ?? []),
  )
  await requeue(notSent)
}

const NO_RETRY = { retryMost: 0, retryMs: 0, retryFactor: 1, retryAfterMs: 0 }

/** What another try of a refused request would wait for. */
function retryOf(outcome: Refused): typeof NO_RETRY {
  const { retry } = ruleForProviderError(outcome.code, outcome.httpStatus)
  if (!retry) return NO_RETRY
  const { most, firstMs, factor } = retry
  return { retryMost: most, retryMs: firstMs, retryFactor: factor, retryAfterMs: outcome.retryAfterMs ?? 0 }
}

type Row = {
  id: string
  attempt: number
  status: DeliveryStatus
  wamid: string | null
  waId: string | null
  httpStatus: number | null
  errorCode: number | null
  errorTitle: string | null
  errorDetails: string | null
  unknownWhy: string | null
  answer: string | null
} & typeof NO_RETRY

function toRow(id: bigint, attempt: number, outcome: Settled): Row {
  return {
    id: String(id),
    attempt,
    status: STATUS[outcome.kind],
    wamid: outcome.kind === 'accepted' ? outcome.wamid : null,
    waId: outcome.kind === 'accepted' ? outcome.waId : null,
    httpStatus: outcome.httpStatus,
    errorCode: outcome.kind === 'refused' ? outcome.code : null,
    errorTitle: outcome.kind === 'refused' ? outcome.title : null,
    errorDetails: outcome.kind === 'refused' ? outcome.details : null,
    unknownWhy: outcome.kind === 'unknown' ? outcome.why : null,
    answer: outcome.answer === null ? null : JSON.stringify(outcome.answer),
    ...(outcome.kind === 'refused' ? retryOf(outcome) : NO_RETRY),
  }
}

/** One row that the database will not hold must not keep the others from being recorded: it is found by halving. */
async function settle(rows: Row[]): Promise<void> {
  if (rows.length === 0) return
  try {
    await write(rows)
  } catch (error) {
    if (!isAboutValues(error)) throw error
    const [only] = rows
    if (rows.length === 1 && only) return write([withoutValues(only)])
    const half = Math.ceil(rows.length / 2)
    await settle(rows.slice(0, half))
    await settle(rows.slice(half))
  }
}

/** An answer that can't be kept, such as a wamid that another recipient has already, proves nothing. */
const withoutValues = ({ id, attempt, httpStatus }: Row): Row => ({
  id,
  attempt,
  status: 'unconfirmed',
  wamid: null,
  waId: null,
  httpStatus,
  errorCode: null,
  errorTitle: null,
  errorDetails: null,
  unknownWhy: 'unreadable',
  answer: null,
  ...NO_RETRY,
})

/** A retry is for what is still `sending`: a person may already have sent again to one that became unconfirmed. */
async function write(rows: Row[]): Promise<void> {
  const again = Prisma.sql`(r.status = 'sending' and r.retries < u.retry_most)`
  const column = <Key extends keyof Row>(key: Key) => rows.map((row) => row[key])
  await db().$executeRaw`
    update recipient r
    set status = case when ${again} then 'queued' else u.status::delivery_status end,
      retries = r.retries + (${again})::int,
      not_before = case when ${again} then now() + greatest(u.retry_after_ms, (1 + random() / 4)
        * least(${RETRY_CEILING_MS}, u.retry_ms * power(u.retry_factor, least(r.retries, 20)))) * interval '1 millisecond'
        else r.not_before end,
      sending_at = case when ${again} then null else r.sending_at end,
      settled_at = case when ${again} then null else now() end,
      wamid = u.wamid, wa_id = u.wa_id, http_status = u.http_status,
      error_code = u.error_code, error_title = u.error_title, error_details = u.error_details,
      unknown_why = u.unknown_why, answer = u.answer::jsonb, lease_owner = null, leased_until = null
    from unnest(
      ${column('id')}::bigint[], ${column('attempt')}::int[], ${column('status')}::text[], ${column('wamid')}::text[],
      ${column('waId')}::text[], ${column('httpStatus')}::int[], ${column('errorCode')}::int[],
      ${column('errorTitle')}::text[], ${column('errorDetails')}::text[], ${column('unknownWhy')}::text[],
      ${column('answer')}::text[], ${column('retryMost')}::int[], ${column('retryMs')}::float8[],
      ${column('retryFactor')}::float8[], ${column('retryAfterMs')}::float8[]
    ) as u (id, attempt, status, wamid, wa_id, http_status, error_code, error_title, error_details, unknown_why, answer,
      retry_most, retry_ms, retry_factor, retry_after_ms)
    where r.id = u.id and r.attempt = u.attempt and r.status in ('sending', 'unconfirmed')`
}

/** From `sending` alone: a person may already have sent again to one that became unconfirmed. */
async function requeue(outcomes: RecipientOutcome[]): Promise<void> {
  if (outcomes.length === 0) return
  await db().$executeRaw`
    update recipient r
    set status = 'queued', lease_owner = null, leased_until = null, sending_at = null,
      not_before = now() + least(60, power(2, least(r.attempt, 6))) * (0.5 + random() / 2) * interval '1 second'
    from unnest(
      ${outcomes.map(({ id }) => String(id))}::bigint[], ${outcomes.map(({ attempt }) => attempt)}::int[]
    ) as u (id, attempt)
    where r.id = u.id and r.attempt = u.attempt and r.status = 'sending'`
}
