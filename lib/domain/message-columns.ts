import type { ExportColumn } from './message-export'

/** The columns that the table of messages can have, in the order in which it has them. */
export const MESSAGE_COLUMNS = [
  'phone',
  'name',
  'status',
  'code',
  'firstLine',
  'template',
  'sender',
  'sent',
  'delivered',
  'read',
  'replied',
  'chose',
  'window',
  'gateway',
  'test',
  'wamid',
] as const
export type MessageColumn = (typeof MESSAGE_COLUMNS)[number]

export const USUAL_COLUMNS: readonly MessageColumn[] = [
  'phone',
  'name',
  'status',
  'firstLine',
  'sent',
  'delivered',
  'read',
  'replied',
  'chose',
]

/** The browser remembers the last choice by this cookie, so that the server draws the right columns at once. */
export const COLUMNS_COOKIE = 'messageColumns'

/** Names with dots between them, which an address leaves as they are, as columns, in their order; null where there is none among them. */
export function readColumns(text: string | null | undefined): MessageColumn[] | null {
  const named = new Set(text?.split('.'))
  const columns = MESSAGE_COLUMNS.filter((column) => named.has(column))
  return columns.length > 0 ? columns : null
}

/** The columns of a file that say what a column of the table says. */
export const EXPORTED_AS: Record<MessageColumn, readonly ExportColumn[]> = {
  phone: ['phone'],
  name: ['name'],
  status: ['status'],
  code: ['errorCode', 'errorTitle'],
  firstLine: ['firstLine'],
  template: ['template'],
  sender: ['sender'],
  sent: ['createdAt', 'settledAt', 'sentAt'],
  delivered: ['deliveredAt'],
  read: ['readAt'],
  replied: ['repliedAt'],
  chose: ['choseTitle', 'choseRowId'],
  window: ['windowClosesAt'],
  gateway: ['gateway'],
  test: ['isTest'],
  wamid: ['wamid'],
}
