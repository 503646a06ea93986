import { z } from 'zod'
import { toStorableText } from '@/lib/domain/list-template'
import type { InboundUpdate, StatusUpdate, WebhookUpdates } from '@/lib/domain/webhook-update'

// Shapes: Meta, webhooks reference (statuses, messages, errors), June 2026. Only what an update can't do without is
// demanded; whatever else is missing, or of another type than documented, is as if it were not there.

const ID_LENGTH = 500
const NAME_LENGTH = 200
const TEXT_LENGTH = 10_000

const id = z.string().min(1).max(ID_LENGTH).transform(toStorableText)
const word = z.string().min(1).max(64).transform(toStorableText)
const text = (most: number) => z.string().transform((value) => toStorableText(value.slice(0, most)))
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(null)

/** Since 2026 a person may be named by an id that is no number (BSUID). */
const waId = optional(
  z
    .union([z.string(), z.number().int().transform(String)])
    .pipe(z.string().regex(/^\+?\d{5,20}$/))
    .transform((digits) => digits.replace('+', '')),
)

const FIRST_DAY = Date.UTC(2009, 0)
const LAST_DAY = Date.UTC(2100, 0)

/** Unix seconds as text; milliseconds, numbers and ISO dates are read too. */
const moment = z.union([z.string(), z.number()]).transform((value, context): Date => {
  const number = Number(value)
  const ms = Number.isNaN(number) ? Date.parse(String(value)) : number < 1e11 ? number * 1000 : number
  if (ms >= FIRST_DAY && ms <= LAST_DAY) return new Date(ms)
  context.issues.push({ code: 'custom', message: 'not a moment', input: value })
  return z.NEVER
})

const error = z.object({
  code: optional(
    z
      .union([
        z.number(),
        z
          .string()
          .regex(/^-?\d{1,10}$/)
          .transform(Number),
      ])
      .pipe(z.int32()),
  ),
  title: optional(text(500)),
  message: optional(text(500)),
  error_data: optional(z.object({ details: optional(text(2_000)) })),
})

const status = z.object({
  id,
  status: word.transform((value) => value.toLowerCase()),
  timestamp: moment,
  recipient_id: waId,
  biz_opaque_callback_data: optional(text(512)),
  errors: optional(z.array(error)),
})

const contact = z.object({
  wa_id: waId,
  user_id: optional(z.string()),
  profile: optional(z.object({ name: optional(text(NAME_LENGTH)) })),
})
type Contact = z.output<typeof contact>

const listReply = z.object({ id, title: text(ID_LENGTH).catch(''), description: optional(text(ID_LENGTH)) })

const message = z.object({
  id,
  timestamp: moment,
  type: word.catch('unknown'),
  from: waId,
  from_user_id: optional(z.string()),
  context: optional(z.object({ id: optional(id) })),
  text: optional(z.object({ body: text(TEXT_LENGTH) })),
  interactive: optional(z.object({ type: z.string(), list_reply: optional(listReply) })),
  reaction: optional(z.object({ message_id: optional(id) })),
})

const record = z.record(z.string(), z.unknown())
const isRecord = (value: unknown): value is Record<string, unknown> => record.safeParse(value).success

type Found = { statuses: StatusUpdate[]; messages: InboundUpdate[]; unknown: unknown[] }

/**
 * What one POST of the provider's says: any number of statuses and messages, over any number of entries and changes. It
 * never throws: what it can't read is handed on in `unknown` as it came, and hinders nothing beside it.
 */
export function parseWebhook(body: unknown): WebhookUpdates {
  const found: Found = { statuses: [], messages: [], unknown: [] }
  readBody(body, found)
  return found
}

function readBody(body: unknown, found: Found): void {
  if (Array.isArray(body)) {
    for (const one of body) readBody(one, found)
  } else if (!isRecord(body)) {
    found.unknown.push(body)
  } else if (Array.isArray(body.entry)) {
    for (const entry of body.entry) readEntry(entry, found)
  } else if (hasUpdates(body)) {
    // A gateway may hand on the inner part alone.
    readValue(body, found)
  } else {
    found.unknown.push(body)
  }
}

function readEntry(entry: unknown, found: Found): void {
  if (!isRecord(entry) || !Array.isArray(entry.changes)) {
    found.unknown.push(entry)
    return
  }
  for (const change of entry.changes) {
    const isOurs = isRecord(change) && change.field === 'messages' && isRecord(change.value)
    if (isOurs && isRecord(change.value) && hasUpdates(change.value)) readValue(change.value, found)
    else found.unknown.push(change)
  }
}

const hasUpdates = ({ statuses, messages }: Record<string, unknown>) =>
  Array.isArray(statuses) || Array.isArray(messages)

const READ = ['statuses', 'messages', 'contacts']

function readValue(value: Record<string, unknown>, found: Found): void {
  const contacts = listOf(value.contacts).flatMap((one) => contact.safeParse(one).data ?? [])
  for (const one of listOf(value.statuses)) {
    const read = status.safeParse(one)
    if (read.success) found.statuses.push(toStatusUpdate(read.data, one))
    else found.unknown.push({ statuses: [one] })
  }
  for (const one of listOf(value.messages)) {
    const read = message.safeParse(one)
    // The provider's own words about a person, such as that their number changed, are no message of theirs.
    if (read.success && read.data.type !== 'system') found.messages.push(toInboundUpdate(read.data, contacts, one))
    else found.unknown.push({ messages: [one] })
  }
  for (const [key, part] of Object.entries(value)) {
    if (!READ.includes(key) && Array.isArray(part)) found.unknown.push({ [key]: part })
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function toStatusUpdate(read: z.output<typeof status>, raw: unknown): StatusUpdate {
  const [first] = read.errors ?? []
  return {
    wamid: read.id,
    status: read.status,
    at: read.timestamp,
    callbackData: read.biz_opaque_callback_data ?? null,
    waId: read.recipient_id ?? null,
    error: first
      ? {
          code: first.code ?? null,
          title: first.title ?? first.message ?? null,
          details: first.error_data?.details ?? null,
        }
      : null,
    raw,
  }
}

function toInboundUpdate(read: z.output<typeof message>, contacts: Contact[], raw: unknown): InboundUpdate {
  const sender = senderOf(read, contacts)
  const reply = read.interactive?.type === 'list_reply' ? read.interactive.list_reply : null
  const typed = read.type === 'text' ? read.text?.body : null
  return {
    wamid: read.id,
    at: read.timestamp,
    waId: read.from ?? sender?.wa_id ?? null,
    profileName: sender?.profile?.name?.trim() || null,
    kind: reply ? 'listReply' : typed == null ? 'other' : 'text',
    type: read.type,
    contextWamid: read.context?.id ?? read.reaction?.message_id ?? null,
    row: reply ? { id: reply.id, title: reply.title, description: reply.description ?? null } : null,
    text: typed ?? null,
    raw,
  }
}

function senderOf({ from, from_user_id }: z.output<typeof message>, contacts: Contact[]): Contact | undefined {
  const named = contacts.find(
    ({ wa_id, user_id }) => (from && wa_id === from) || (from_user_id && user_id === from_user_id),
  )
  return named ?? (contacts.length === 1 ? contacts[0] : undefined)
}
