'use client'

import { CornerDownRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { StatusChip } from '@/components/sends/status-chip'
import { usePhoneWords } from '@/components/sends/use-phone-words'
import { cn } from '@/components/ui/cn'
import { Skeleton } from '@/components/ui/skeleton'
import type { MessageColumn } from '@/lib/domain/message-columns'
import type { MessageSummary } from '@/lib/domain/message-view'
import { MessageCell } from './message-cell'
import { useShortWhen } from './message-words'

type MessageRowProps = {
  index: number
  message: MessageSummary | null
  columns: readonly MessageColumn[]
  isActive: boolean
}

/** One message in its place: a line of the table, or on a small screen a card of two lines; all of it one link. */
export const MessageRow = memo(function MessageRow({ index, message, columns, isActive }: MessageRowProps) {
  return (
    <tr
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 2}
      data-index={index}
      style={{ top: `calc(var(--row) * ${index})` }}
      className={cn(
        'absolute inset-x-0 grid items-center text-[0.9333rem] -outline-offset-2 transition-colors contain-strict hover:bg-hover focus-visible:bg-hover',
        'md:h-(--row) md:grid-cols-(--columns) md:border-b md:pl-2',
        'max-md:h-[calc(var(--row)-0.5rem)] max-md:rounded-xl max-md:border max-md:bg-surface max-md:px-4 max-md:shadow-card',
      )}
    >
      {message ? <Content message={message} columns={columns} /> : <Blank columns={columns} />}
    </tr>
  )
})

function Content({ message, columns }: { message: MessageSummary; columns: readonly MessageColumn[] }) {
  const phoneWords = usePhoneWords()
  const phone = phoneWords(message.phone)
  const hasCode = columns.includes('code')
  return (
    <>
      {columns.map((column, i) => (
        <td key={column} className="min-w-0 truncate px-3 max-md:hidden">
          {i === 0 && <OpenLink message={message} name={phone} />}
          {column === 'phone' ? (
            <span className="font-medium tabular-nums">{phone}</span>
          ) : (
            <MessageCell column={column} message={message} hasCode={hasCode} />
          )}
        </td>
      ))}
      <Card message={message} phone={phone} />
    </>
  )
}

/** It covers its whole row; the keys open it by the row, which is what has the focus. */
function OpenLink({ message, name }: { message: MessageSummary; name: string }) {
  return (
    <Link
      href={`/messages/${message.id}`}
      prefetch={false}
      tabIndex={-1}
      aria-label={name}
      className="absolute inset-0 z-1"
    />
  )
}

function Card({ message, phone }: { message: MessageSummary; phone: string }) {
  const t = useTranslations('messages')
  const when = useShortWhen()
  const at = message.repliedAt ?? message.sentAt ?? message.settledAt ?? message.createdAt
  const chose = message.choseTitle ?? message.choseRowId
  return (
    <td className="grid min-w-0 gap-1 md:hidden">
      <OpenLink message={message} name={message.name ?? phone} />
      <span className="flex min-w-0 items-center justify-between gap-3">
        <span className="truncate font-medium tabular-nums">{message.name || phone}</span>
        <StatusChip status={message.status} />
      </span>
      <span className="flex min-w-0 items-baseline justify-between gap-3 text-[0.8667rem] text-muted">
        <span className={cn('truncate', chose && 'text-text')}>
          {chose && <CornerDownRight aria-label={t('columns.chose')} className="mr-1 inline size-3.5" />}
          {chose || message.firstLine}
        </span>
        <time dateTime={at} className="shrink-0 tabular-nums">
          {when(at)}
        </time>
      </span>
    </td>
  )
}

function Blank({ columns }: { columns: readonly MessageColumn[] }) {
  const t = useTranslations('messages')
  return (
    <>
      {columns.map((column, i) => (
        <td key={column} className="px-3 max-md:hidden">
          {i === 0 && <span className="sr-only">{t('reading')}</span>}
          <Skeleton className="h-3.5 w-3/4" />
        </td>
      ))}
      <td className="grid gap-2 md:hidden">
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-3.5 w-1/2" />
      </td>
    </>
  )
}
