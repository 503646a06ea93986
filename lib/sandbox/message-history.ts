import { randomUUID } from 'node:crypto'
import { z } from 'zod'

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

/** The newest `most` messages that were taken; older ones are forgotten, so that a long run stays small. */
export class MessageHistory {
  private readonly kept: SandboxMessage[] = []

  constructor(private readonly most: number) {}

  add(message: Omit<SandboxMessage, 'id' | 'createdAt'>): SandboxMessage {
    const added = { id: `msg_${randomUUID()}`, createdAt: new Date().toISOString(), ...message }
    this.kept.push(added)
    // In slices, because shifting the head of a long array one by one is slow.
    if (this.kept.length > this.most * 1.5) this.kept.splice(0, this.kept.length - this.most)
    return added
  }

  all(): SandboxMessage[] {
    return this.kept.slice(-this.most)
  }

  /** A page as VecTalk documents it, newest first; null where a parameter is wrong. Everything here is out and sent. */
  page(parameters: URLSearchParams) {
    const parsed = querySchema.safeParse(Object.fromEntries([...parameters].filter(([, value]) => value !== '')))
    if (!parsed.success) return null
    const { page, limit, status, from, to, messageId, direction } = parsed.data
    const isOurs = (!status || status === 'sent') && direction !== 'inbound'
    const after = from && Date.parse(from)
    const before = to && (day.safeParse(to).success ? Date.parse(to) + 86_400_000 - 1 : Date.parse(to))
    const found = this.all().filter(
      ({ id, waMessageId, createdAt }) =>
        isOurs &&
        (!messageId || messageId === waMessageId || messageId === id) &&
        (!after || Date.parse(createdAt) >= after) &&
        (!before || Date.parse(createdAt) <= before),
    )
    const data = found
      .reverse()
      .slice((page - 1) * limit, page * limit)
      .map(({ id, waMessageId, to: recipient, createdAt }) => ({
        id,
        waMessageId,
        to: recipient,
        type: 'interactive',
        status: 'sent',
        direction: 'outbound',
        createdAt,
      }))
    return { data, total: found.length, page, limit }
  }
}
