import type { GatewayKind } from './gateway'
import type { ListMessage } from './list-message'
import type { PersonView, RecipientView, ReplyView } from './send-view'

/**
 * One status as the provider told it.
 * @property status sent, delivered, read, failed; or what else the provider says
 * @property at by the provider's clock
 * @property source by which way it came to us
 */
export type MessageStatus = {
  id: string
  status: string
  at: string
  receivedAt: string
  source: 'webhook' | 'list'
  raw: unknown
}

export type MessageReply = ReplyView & { raw: unknown }

/** The Send that a message belongs to, as its page tells of it. */
export type MessageSend = {
  id: string
  createdAt: string
  createdBy: PersonView | null
  message: ListMessage
  gateway: GatewayKind
  includeRecipientType: boolean
  recipientCount: number
  isTest: boolean
  template: { id: string; name: string; usedVersion: number | null; version: number } | null
  /** The message that this one was sent again for. */
  resendOf: { recipientId: string; createdAt: string } | null
}

/**
 * One message to one person with all that is known of it. Plain JSON, as in send-view.
 * @property contact null where the person is in nobody's book
 * @property beside those before and after in the Send's list of people
 */
export type MessageDetail = {
  send: MessageSend
  recipient: RecipientView
  statuses: MessageStatus[]
  replies: MessageReply[]
  contact: { id: string; name: string; lastInboundAt: string | null } | null
  beside: { previous: string | null; next: string | null }
}
