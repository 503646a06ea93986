import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { messagePayloadSchema } from '@/lib/domain/list-message-payload'
import { answer, parseJson, readBody } from './http-answer'
import type { MessageHistory, Outbound } from './message-history'
import type { Stage } from './stage'
import type { WebhookSender } from './webhook-sender'

const registrationSchema = z.object({
  instance_id: z.string().trim().min(1).max(200),
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  name: z.string().max(200).default(''),
})

const wamid = z.string().min(1).max(512)
const replySchema = z.union([
  z.object({ wamid, rowId: z.string().min(1) }),
  z.object({ wamid, text: z.string().trim().min(1).max(4_096) }),
])
const statusSchema = z.object({
  wamid,
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  code: z.int().optional(),
})

type Play = { instance: string; history: MessageHistory; stage: Stage; sender: WebhookSender }

/** Doors beside the messages: VecTalk's own for webhooks, and two of ours by which somebody plays the customer or WhatsApp. */
export const DOORS: Record<string, (request: IncomingMessage, response: ServerResponse, play: Play) => Promise<void>> =
  {
    '/webhooks': register,
    '/_play/reply': reply,
    '/_play/status': status,
  }

async function register(request: IncomingMessage, response: ServerResponse, { instance, sender }: Play) {
  const parsed = registrationSchema.safeParse(parseJson((await readBody(request)) ?? ''))
  if (!parsed.success) return answer(response, 400, { message: 'instance_id and url are required' })
  const { instance_id, url, name } = parsed.data
  const { registration, isNew } = sender.register(instance, { instanceId: instance_id, url, name })
  const { id, createdAt } = registration
  answer(response, isNew ? 201 : 200, { id, instance_id, url, name, active: true, created_at: createdAt })
}

/** The customer taps a row of the list, or writes. */
async function reply(request: IncomingMessage, response: ServerResponse, { instance, history, stage }: Play) {
  const parsed = replySchema.safeParse(parseJson((await readBody(request)) ?? ''))
  if (!parsed.success) return answer(response, 400, { message: 'wamid and rowId, or wamid and text, are required' })
  const taken = history.find(instance, parsed.data.wamid)
  if (!taken) return answer(response, 404, { message: 'No such message' })
  if ('text' in parsed.data) {
    const said = stage.text(taken, parsed.data.text)
    return answer(response, 200, { messages: [{ id: said.wamid }], told: said.tell() })
  }
  const { rowId } = parsed.data
  const row = bodyOf(taken)
    ?.interactive.action.sections.flatMap((section) => section.rows)
    .find(({ id }) => id === rowId)
  if (!row) return answer(response, 404, { message: 'No such row' })
  const tapped = stage.tap(taken, row)
  answer(response, 200, { messages: [{ id: tapped.wamid }], told: tapped.tell() })
}

/** WhatsApp says what became of a message. */
async function status(request: IncomingMessage, response: ServerResponse, { instance, history, stage }: Play) {
  const parsed = statusSchema.safeParse(parseJson((await readBody(request)) ?? ''))
  if (!parsed.success) return answer(response, 400, { message: 'wamid and status are required' })
  const taken = history.find(instance, parsed.data.wamid)
  if (!taken) return answer(response, 404, { message: 'No such message' })
  const { code } = parsed.data
  const error = code === undefined ? null : { code, title: 'Message undeliverable', details: 'Message Undeliverable.' }
  const callbackData = bodyOf(taken)?.biz_opaque_callback_data ?? null
  answer(response, 200, { told: stage.status(taken, callbackData, parsed.data.status, error).tell() })
}

const bodyOf = ({ message }: Outbound) => messagePayloadSchema.safeParse(parseJson(message.body)).data
