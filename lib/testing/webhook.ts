import { randomUUID } from 'node:crypto'
import type { InboundUpdate, StatusUpdate, WebhookUpdates } from '@/lib/domain/webhook-update'

type Json = Record<string, unknown>

/** Seconds since 1970 as the provider writes them. */
export const toTimestamp = (at: Date): string => String(Math.floor(at.getTime() / 1000))

/** One item of `statuses[]` as Meta writes it. */
export const toStatusJson = (wamid: string, status: string, at: Date, rest: Json = {}): Json => ({
  id: wamid,
  status,
  timestamp: toTimestamp(at),
  recipient_id: '5511900007777',
  ...rest,
})

/** One item of `messages[]`: a tap on a row of the list that `contextWamid` names. */
export const toListReplyJson = (contextWamid: string, rowId: string, at: Date, rest: Json = {}): Json => ({
  context: { from: '551130000000', id: contextWamid },
  from: '5511900007777',
  id: `wamid.in.${randomUUID()}`,
  timestamp: toTimestamp(at),
  type: 'interactive',
  interactive: { type: 'list_reply', list_reply: { id: rowId, title: `Title of ${rowId}` } },
  ...rest,
})

/** One item of `messages[]`: words. */
export const toTextJson = (body: string, at: Date, rest: Json = {}): Json => ({
  from: '5511900007777',
  id: `wamid.in.${randomUUID()}`,
  timestamp: toTimestamp(at),
  type: 'text',
  text: { body },
  ...rest,
})

/** The envelope around them, an entry and a change for each value. */
export const toWebhook = (...values: Json[]): Json => ({
  object: 'whatsapp_business_account',
  entry: values.map((value) => ({
    id: '102290129340398',
    changes: [
      {
        field: 'messages',
        value: {
          messaging_product: 'whatsapp',
          metadata: { display_phone_number: '551130000000', phone_number_id: '106540352242922' },
          ...value,
        },
      },
    ],
  })),
})

export const toStatusUpdate = (wamid: string, status: string, rest: Partial<StatusUpdate> = {}): StatusUpdate => ({
  wamid,
  status,
  at: new Date(),
  callbackData: null,
  waId: null,
  error: null,
  raw: { id: wamid, status },
  ...rest,
})

export const toListReplyUpdate = (
  contextWamid: string | null,
  rowId: string,
  rest: Partial<InboundUpdate> = {},
): InboundUpdate => ({
  wamid: `wamid.in.${randomUUID()}`,
  at: new Date(),
  waId: null,
  profileName: null,
  kind: 'listReply',
  type: 'interactive',
  contextWamid,
  row: { id: rowId, title: `Title of ${rowId}`, description: null },
  text: null,
  raw: {},
  ...rest,
})

export const toTextUpdate = (text: string, rest: Partial<InboundUpdate> = {}): InboundUpdate => ({
  ...toListReplyUpdate(null, ''),
  kind: 'text',
  type: 'text',
  row: null,
  text,
  ...rest,
})

export const toUpdates = (parts: Partial<WebhookUpdates>): WebhookUpdates => ({
  statuses: [],
  messages: [],
  unknown: [],
  ...parts,
})
