import { z } from 'zod'
import type { GatewayAddress } from '@/lib/domain/gateway'
import type { ListedMessage } from '@/lib/domain/uncertain-match'
import { headersOf, urlOf } from './client'
import { type Deadlines, exchange } from './exchange'

/** VecTalk documents no most; its own example asks for so many. */
export const LISTED_A_PAGE = 50

/** So many messages with all that a gateway may say of each. */
const MAX_PAGE_BYTES = 1024 * 1024

/**
 * One page, newest first. `isLast` says that none follows. `unusable`: there is no such list, or it does not name what is needed;
 * `unreachable`: it may do so another time.
 */
export type ListedPage =
  | { kind: 'page'; messages: ListedEntry[]; isLast: boolean }
  | { kind: 'unusable' }
  | { kind: 'unreachable' }

/** Who wrote an inbound one, and what, where the list tells so: VecTalk documents neither. */
export type ListedEntry = ListedMessage & { from?: string; text?: string }

const text = z.string().trim().min(1).max(512)
const messageSchema = z.object({
  waMessageId: text,
  to: text,
  type: text.nullish().catch(null),
  status: text.nullish().catch(null),
  direction: text.nullish().catch(null),
  // Without its zone a moment could be off by hours.
  createdAt: z.iso.datetime({ offset: true }).transform((written) => Date.parse(written)),
  from: text.nullish().catch(null),
  text: z
    .object({ body: z.string().max(4_096) })
    .nullish()
    .catch(null),
})
const count = z.coerce.number().int().min(1).nullish().catch(null)
const pageSchema = z.object({ data: z.array(z.unknown()), total: count, limit: count })

/**
 * Asks for messages between two moments, outbound ones unless both ways are asked for: `GET <baseUrl>/messages`. Never rejects.
 * Source: VecTalk, messages/list. Entries that cannot be read are passed over, as they may be of other kinds.
 */
export async function listMessages(
  address: GatewayAddress,
  { page, from, to, isBothWays = false }: { page: number; from: Date; to: Date; isBothWays?: boolean },
  deadlines?: Deadlines,
): Promise<ListedPage> {
  const asked = new URLSearchParams({
    page: String(page),
    limit: String(LISTED_A_PAGE),
    from: from.toISOString(),
    to: to.toISOString(),
    ...(!isBothWays && { direction: 'outbound' }),
  })
  const url = urlOf(address, `/messages?${asked}`)
  if (!url) return { kind: 'unreachable' }
  const headers = headersOf(address)
  const answer = await exchange({ method: 'GET', url, headers, maxBodyBytes: MAX_PAGE_BYTES }, deadlines)
  if (answer.kind === 'broken') return { kind: 'unreachable' }
  // 401 and 403 are about the token, 429 and 5xx about the moment.
  if ([401, 403, 408, 429].includes(answer.status) || answer.status >= 500) return { kind: 'unreachable' }
  const parsed = answer.status === 200 && !answer.tooLong ? pageSchema.safeParse(parseJson(answer.body)) : null
  if (!parsed?.success) return { kind: 'unusable' }
  const { data, total, limit } = parsed.data
  const messages = data.flatMap((entry): ListedEntry[] => {
    const { data: message } = messageSchema.safeParse(entry)
    if (!message) return []
    const { waMessageId, to, createdAt, type = null, status = null, direction = null } = message
    const said = { ...(message.from && { from: message.from }), ...(message.text && { text: message.text.body }) }
    return [{ wamid: waMessageId, to, createdAt, type, status, direction, ...said }]
  })
  if (data.length > 0 && messages.length === 0) return { kind: 'unusable' }
  // A gateway may give fewer a page than were asked for: where it does not say how many, only an empty page is the end.
  const isLast = data.length === 0 || (!!limit && (data.length < limit || (!!total && page * limit >= total)))
  return { kind: 'page', messages, isLast }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
