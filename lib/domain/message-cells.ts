import type { DeliveryStatus } from './delivery-status'
import type { GatewayKind } from './gateway'
import type { ExportColumn } from './message-export'
import type { MessageSummary } from './message-view'
import { formatPhone } from './phone-format'
import { isRemovedPerson } from './removed-person'
import type { SkippedWhy } from './send-view'
import type { SheetCell } from './sheet-cell'
import type { UnknownWhy } from './unknown-why'

/** The words of a file in the language of who asked for it. */
export type MessageCellWords = {
  columns: Record<ExportColumn, string>
  status: (status: DeliveryStatus) => string
  /** What a provider's code means. */
  error: (code: number) => string
  skipped: (why: SkippedWhy) => string
  unknown: (why: UnknownWhy) => string
  gateway: (kind: GatewayKind) => string
  yes: string
  no: string
  /** Stands for the number of somebody whose data was deleted. */
  removed: string
}

const moment = (iso: string | null): Date | null => (iso === null ? null : new Date(iso))

/** Why it went no further, in words: the provider's code explained, else its own title, else what we know. */
function reasonOf(message: MessageSummary, words: MessageCellWords): string | null {
  if (message.errorCode !== null) return words.error(message.errorCode)
  if (message.errorTitle !== null) return message.errorTitle
  if (message.status === 'skipped' && message.skippedWhy) return words.skipped(message.skippedWhy)
  if (message.status === 'unconfirmed' && message.unknownWhy) return words.unknown(message.unknownWhy)
  return null
}

const CELLS: Record<ExportColumn, (message: MessageSummary, words: MessageCellWords) => SheetCell> = {
  createdAt: (message) => moment(message.createdAt),
  phone: (message, words) => (isRemovedPerson(message) ? words.removed : formatPhone(message.phone)),
  name: (message) => message.name,
  status: (message, words) => words.status(message.status),
  errorCode: (message) => message.errorCode,
  errorTitle: reasonOf,
  firstLine: (message) => message.firstLine,
  template: (message) => message.template?.name ?? null,
  sender: (message) => message.sender?.name ?? null,
  settledAt: (message) => moment(message.settledAt),
  sentAt: (message) => moment(message.sentAt),
  deliveredAt: (message) => moment(message.deliveredAt),
  readAt: (message) => moment(message.readAt),
  failedAt: (message) => moment(message.failedAt),
  repliedAt: (message) => moment(message.repliedAt),
  choseTitle: (message) => message.choseTitle,
  choseRowId: (message) => message.choseRowId,
  windowClosesAt: (message) => moment(message.windowClosesAt),
  gateway: (message, words) => words.gateway(message.gateway),
  isTest: (message, words) => (message.isTest ? words.yes : words.no),
  wamid: (message) => message.wamid,
  sendId: (message) => message.sendId,
}

/** One message as a line of a file with these columns. */
export const toMessageCells = (
  message: MessageSummary,
  columns: readonly ExportColumn[],
  words: MessageCellWords,
): SheetCell[] => columns.map((column) => CELLS[column](message, words))
