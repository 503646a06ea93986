import { toListReplyWebhook } from '@/lib/domain/list-reply-webhook'
import type { PhoneReply } from '@/lib/domain/phone-message'
import { chanceOf, pick } from './chance'
import type { PlayedError, PlayedStatus } from './plays'

/** The number of a business that is nobody's. */
export const BUSINESS_PHONE = '551140000000'
const BUSINESS = { display_phone_number: BUSINESS_PHONE, phone_number_id: '100000000000001' }
const ACCOUNT_ID = '100000000000002'

type Customer = { profile: { name: string }; wa_id: string }

/** One thing that a webhook tells: a status, or a customer's message with who they are. */
export type Told = { status: Record<string, unknown> } | { message: Record<string, unknown>; customer: Customer }

/** The message that is told of. */
export type About = { wamid: string; waId: string; callbackData: string | null }

const secondsOf = (at: number) => String(Math.floor(at / 1000))

/** Source: Meta, webhooks reference, status messages. */
export function toStatus(about: About, status: PlayedStatus, at: number, error: PlayedError | null): Told {
  const { wamid, waId, callbackData } = about
  const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' }
  return {
    status: {
      id: wamid,
      status,
      timestamp: secondsOf(at),
      recipient_id: waId,
      ...(callbackData !== null && { biz_opaque_callback_data: callbackData }),
      ...((status === 'sent' || status === 'delivered') && { pricing }),
      ...(error && {
        errors: [
          {
            code: error.code,
            title: error.title,
            message: error.title,
            error_data: { details: error.details },
            href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
          },
        ],
      }),
    },
  }
}

const toCustomer = (waId: string): Customer => ({ profile: { name: nameOf(waId) }, wa_id: waId })

/** A tap on a row: what the editor shows as the webhook that a choice causes, with everything in its place. */
export function toTap(about: About, reply: { wamid: string; at: number; row: PhoneReply }): Told {
  const [message] = toListReplyWebhook(reply.row, {
    businessPhone: '',
    listId: '',
    customerPhone: '',
    replyId: '',
    timestamp: '',
    rowId: '',
  }).messages
  return {
    message: {
      ...message,
      context: { from: BUSINESS_PHONE, id: about.wamid },
      from: about.waId,
      id: reply.wamid,
      timestamp: secondsOf(reply.at),
    },
    customer: toCustomer(about.waId),
  }
}

/** Who just writes quotes nothing. */
export function toText(about: About, reply: { wamid: string; at: number; text: string }): Told {
  return {
    message: {
      from: about.waId,
      id: reply.wamid,
      timestamp: secondsOf(reply.at),
      type: 'text',
      text: { body: reply.text },
    },
    customer: toCustomer(about.waId),
  }
}

/** Several things in one POST, as Meta batches them. */
export function toWebhook(told: Told[]) {
  const statuses = told.flatMap((one) => ('status' in one ? [one.status] : []))
  const inbound = told.flatMap((one) => ('message' in one ? [one] : []))
  const change = (value: Record<string, unknown>) => ({
    field: 'messages',
    value: { messaging_product: 'whatsapp', metadata: BUSINESS, ...value },
  })
  const contacts = [...new Map(inbound.map(({ customer }) => [customer.wa_id, customer])).values()]
  return {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: ACCOUNT_ID,
        changes: [
          ...(statuses.length > 0 ? [change({ statuses })] : []),
          ...(inbound.length > 0 ? [change({ contacts, messages: inbound.map(({ message }) => message) })] : []),
        ],
      },
    ],
  }
}

const FIRST = [
  'Ana',
  'Bruno',
  'Carla',
  'Davi',
  'Elisa',
  'Felipe',
  'Gabriela',
  'Heitor',
  'Íris',
  'João',
  'Lívia',
  'Marcos',
]
const LAST = [
  'Almeida',
  'Barros',
  'Costa',
  'Dias',
  'Farias',
  'Gomes',
  'Lima',
  'Moraes',
  'Nunes',
  'Prado',
  'Rocha',
  'Souza',
]

/** What somebody of this number calls themselves, always the same. */
function nameOf(waId: string): string {
  const chance = chanceOf('name', waId)
  const even = (names: string[]) =>
    pick(
      chance,
      names.map((name) => [name, 1] as const),
    ) ?? ''
  return `${even(FIRST)} ${even(LAST)}`
}
