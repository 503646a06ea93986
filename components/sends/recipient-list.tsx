'use client'

import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { Skeleton } from '@/components/ui/skeleton'
import { overdueSince } from '@/lib/domain/overdue'
import type { PeopleGroup } from '@/lib/domain/people-group'
import { countAtWork, type RecipientSummary, type SendView } from '@/lib/domain/send-view'
import type { ShownStatus } from '@/lib/domain/shown-status'
import { CALM_MS, QUICK_MS } from './asking'
import { useOutcomeWords } from './outcome-words'
import { useOverdueWords } from './overdue-notice'
import { ReplyWords } from './reply-words'
import { useRecipients } from './send-reads'
import { StatusChip, StatusIcon, toShownCounts } from './status-chip'
import { usePhoneWords } from './use-phone-words'

/** The people of a Send, by status where asked; each leads to what became of their message. */
export function RecipientList({ send }: { send: Pick<SendView, 'id' | 'counts' | 'recipientCount' | 'gateway'> }) {
  const t = useTranslations('sends.one')
  const more = useTranslations('sends')
  const words = useTranslations('status')
  const [status, setStatus] = useState<ShownStatus | 'all'>('all')
  const counts = toShownCounts(send.counts)
  const isAtWork = countAtWork(send.counts) > 0
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useRecipients(
    send.id,
    status === 'all' ? {} : { group: groupOf(status) },
    isAtWork ? 2 * QUICK_MS : CALM_MS,
  )
  // The last ones may have come to their end after they were last read, and at rest nobody reads them soon.
  useEffect(() => {
    if (!isAtWork) void refetch()
  }, [isAtWork, refetch])
  const recipients = data?.pages.flatMap((page) => page.recipients)
  return (
    <div className="grid min-w-0 gap-3">
      {counts.length > 0 && (
        <div className="-mx-1 overflow-x-auto px-1 py-0.5">
          <Segmented
            label={t('recipients')}
            value={status}
            onChange={setStatus}
            options={[
              { value: 'all', label: t('all') },
              ...counts.map(([value, count]) => ({
                value,
                label: words('counted', { status: words(value), count }),
                icon: <StatusIcon status={value} />,
              })),
            ]}
          />
        </div>
      )}
      {!recipients && <Skeleton className="h-32 rounded-xl" />}
      {recipients?.length === 0 && <p className="py-4 text-center text-muted">{t('noneHere')}</p>}
      {recipients && recipients.length > 0 && <RecipientLines send={send} recipients={recipients} />}
      {hasNextPage && (
        <Button className="justify-self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {more('more')}
        </Button>
      )}
    </div>
  )
}

const groupOf = (status: ShownStatus): PeopleGroup => (status === 'sent' ? 'accepted' : status)

/** People by line, each leading to what became of their message. */
export function RecipientLines({
  send,
  recipients,
}: {
  send: Pick<SendView, 'id' | 'gateway'>
  recipients: RecipientSummary[]
}) {
  const t = useTranslations('sends.one')
  return (
    <ul aria-label={t('recipients')} className="min-w-0 divide-y rounded-xl border">
      {recipients.map((recipient) => (
        <Person key={recipient.id} send={send} recipient={recipient} />
      ))}
    </ul>
  )
}

function Person({ send, recipient }: { send: Pick<SendView, 'id' | 'gateway'>; recipient: RecipientSummary }) {
  const words = useOutcomeWords()
  const phoneWords = usePhoneWords()
  const overdueWords = useOverdueWords()
  const overdue = overdueSince(recipient, Date.now())
  const explained =
    recipient.status === 'failed' || recipient.status === 'unconfirmed' || recipient.status === 'skipped'
  return (
    <li>
      <Link
        href={`/messages/${recipient.id}`}
        prefetch={false}
        className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2 hover:bg-hover sm:flex-nowrap"
      >
        <span className="grid min-w-0 flex-1">
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <span className="font-medium tabular-nums">{phoneWords(recipient.phone)}</span>
            {recipient.name && <span className="truncate text-muted">{recipient.name}</span>}
          </span>
          {(explained || overdue) && (
            <span className="truncate text-[0.8667rem] text-muted">
              {overdue ? overdueWords(overdue) : words(recipient, send.gateway).title}
            </span>
          )}
        </span>
        <ReplyWords reply={recipient.reply} />
        <StatusChip status={recipient.status} />
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
      </Link>
    </li>
  )
}
