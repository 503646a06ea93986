'use client'

import { useTranslations } from 'next-intl'
import { StatusChip } from '@/components/sends/status-chip'
import type { MessageColumn } from '@/lib/domain/message-columns'
import type { MessageSummary } from '@/lib/domain/message-view'
import { useShortWhen } from './message-words'

/** The width of each column: what it holds in rem, and whether it takes of the room that is left. */
export const WIDTHS: Record<MessageColumn, { rem: number; share?: number }> = {
  phone: { rem: 11.5 },
  name: { rem: 8.5, share: 1 },
  status: { rem: 9.5 },
  code: { rem: 6 },
  firstLine: { rem: 8.5, share: 1.6 },
  template: { rem: 10, share: 1 },
  sender: { rem: 8, share: 0.6 },
  sent: { rem: 7 },
  delivered: { rem: 7 },
  read: { rem: 7 },
  replied: { rem: 7 },
  chose: { rem: 8.5, share: 1 },
  window: { rem: 8.5 },
  gateway: { rem: 9.5 },
  test: { rem: 5 },
  wamid: { rem: 14 },
}

type CellProps = { column: MessageColumn; message: MessageSummary; hasCode: boolean }

/** What one column says of one message; the phone stands in the row itself, which is a link by it. */
export function MessageCell({ column, message, hasCode }: CellProps) {
  const t = useTranslations('messages')
  const whenWords = useShortWhen()
  const when = (at: string | null) =>
    at && (
      <time dateTime={at} className="tabular-nums">
        {whenWords(at)}
      </time>
    )
  switch (column) {
    case 'phone':
      return null
    case 'name':
      return message.name
    case 'status':
      return (
        <span className="flex items-center gap-1.5">
          <StatusChip status={message.status} />
          {!hasCode && message.status === 'failed' && message.errorCode !== null && (
            <span className="text-[0.8rem] text-muted tabular-nums">{message.errorCode}</span>
          )}
        </span>
      )
    case 'code':
      return message.errorCode !== null && <span className="tabular-nums">{message.errorCode}</span>
    case 'firstLine':
      return message.firstLine
    case 'template':
      return message.template?.name
    case 'sender':
      return message.sender?.name
    case 'sent':
      return when(message.sentAt ?? message.settledAt)
    case 'delivered':
      return when(message.deliveredAt)
    case 'read':
      return when(message.readAt)
    case 'replied':
      return when(message.repliedAt)
    case 'chose':
      return message.choseTitle ?? message.choseRowId
    case 'window':
      if (message.windowClosesAt === null) return t('window.unknown')
      return new Date(message.windowClosesAt) > new Date()
        ? t('window.until', { when: whenWords(message.windowClosesAt) })
        : t('window.closed')
    case 'gateway':
      return t(`filters.gateways.${message.gateway}`)
    case 'test':
      return message.isTest && t('isTest')
    case 'wamid':
      return message.wamid && <span className="font-mono text-[0.8rem]">{message.wamid}</span>
  }
}
