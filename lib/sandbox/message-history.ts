import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { PlayedStatus } from './plays'
import { BUSINESS_PHONE } from './webhook-body'

/** One message that the stand-in took. `body` is the JSON text exactly as it came. */
export type SandboxMessage = {
  id: string
  waMessageId: string
  to: string
  waId: string
  createdAt: string
  scenario: string | null
  body: string
}

/** A message with what became of it; `instance` is the token that it came with. */
export type Outbound = { instance: string; at: number; status: PlayedStatus | 'pending'; message: SandboxMessage }
type Inbound = {
  instance: string
  at: number
  id: string
  wamid: string
  from: string
  type: string
  text: string | null
}
type Entry = Outbound | Inbound

const RANK = { pending: 0, sent: 1, failed: 2, delivered: 3, read: 4 }

const day = z.iso.date()
const instant = z.union([day, z.iso.datetime({ offset: true })])
const count = (most: number, otherwise: number) => z.coerce.number().int().min(1).max(most).default(otherwise)

/** The documented parameters of `GET /messages`; an empty one counts as absent. */
const querySchema = z.object({
  page: count(1_000_000, 1),
  limit: count(100, 50),
  status: z.enum(['sent', 'delivered', 'read', 'failed', 'pending']).optional(),
  from: instant.optional(),
  to: instant.optional(),
  messageId: z.string().optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
})

/** The newest `most` messages that were taken or came in; older ones are forgotten, so that a long run stays small. */
export class MessageHistory {
  private readonly kept: Entry[] = []
  private readonly byWamid = new Map<string, Outbound>()

  constructor(private readonly most: number) {}

  add(instance: string, message: Omit<SandboxMessage, 'id' | 'createdAt'>): Outbound {
    const at = Date.now()
    const taken = { id: `msg_${randomUUID()}`, createdAt: new Date(at).toISOString(), ...message }
    const added: Outbound = { instance, at, status: 'pending', message: taken }
    this.byWamid.set(message.waMessageId, added)
    this.keep(added)
    return added
  }

  addInbound(instance: string, inbound: Pick<Inbound, 'wamid' | 'from' | 'type' | 'text'>): void {
    this.keep({ instance, at: Date.now(), id: `msg_${randomUUID()}`, ...inbound })
  }

  find(instance: string, wamid: string): Outbound | null {
    const found = this.byWamid.get(wamid)
    return found?.instance === instance ? found : null
  }

  /** A list tells what is furthest, whatever came first. */
  advance(entry: Outbound, status: PlayedStatus): void {
    if (RANK[status] > RANK[entry.status]) entry.status = status
  }

  all(): SandboxMessage[] {
    return this.kept.slice(-this.most).flatMap((entry) => ('message' in entry ? [entry.message] : []))
  }

  /** A page as VecTalk documents it, newest first; null where a parameter is wrong. */
  page(instance: string, parameters: URLSearchParams) {
    const parsed = querySchema.safeParse(Object.fromEntries([...parameters].filter(([, value]) => value !== '')))
    if (!parsed.success) return null
    const { page, limit, status, from, to, messageId, direction } = parsed.data
    const after = from ? Date.parse(from) : Number.NEGATIVE_INFINITY
    const isDay = to !== undefined && day.safeParse(to).success
    const before = to ? Date.parse(to) + (isDay ? 86_400_000 - 1 : 0) : Number.POSITIVE_INFINITY
    const found: ReturnType<typeof toListed>[] = []
    let total = 0
    const first = Math.max(0, this.kept.length - this.most)
    for (let i = this.kept.length - 1; i >= first; i--) {
      const entry = this.kept[i]
      if (!entry || entry.at < after) break
      const isWanted =
        entry.instance === instance &&
        entry.at <= before &&
        (!direction || ('message' in entry ? 'outbound' : 'inbound') === direction) &&
        (!status || ('message' in entry && entry.status === status)) &&
        (!messageId || isNamed(entry, messageId))
      if (!isWanted) continue
      total += 1
      if (total > (page - 1) * limit && found.length < limit) found.push(toListed(entry))
    }
    return { data: found, total, page, limit }
  }

  private keep(entry: Entry): void {
    this.kept.push(entry)
    // In slices, because shifting the head of a long array one by one is slow.
    if (this.kept.length <= this.most * 1.5) return
    for (const old of this.kept.splice(0, this.kept.length - this.most)) {
      if ('message' in old) this.byWamid.delete(old.message.waMessageId)
    }
  }
}

const isNamed = (entry: Entry, name: string) =>
  'message' in entry
    ? entry.message.waMessageId === name || entry.message.id === name
    : entry.wamid === name || entry.id === name

/** VecTalk documents no more than this; who wrote, and what, is what its list would have to tell to be of use for inbound ones. */
function toListed(entry: Entry) {
  if ('message' in entry) {
    const { id, waMessageId, to, createdAt } = entry.message
    return { id, waMessageId, to, type: 'interactive', status: entry.status, direction: 'outbound', createdAt }
  }
  return {
    id: entry.id,
    waMessageId: entry.wamid,
    from: entry.from,
    to: BUSINESS_PHONE,
    type: entry.type,
    status: 'delivered',
    direction: 'inbound',
    createdAt: new Date(entry.at).toISOString(),
    ...(entry.text !== null && { text: { body: entry.text } }),
  }
}
