'use client'

import { Copy, FileSearch, ListChecks } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { countOf } from '@/lib/domain/people-group'
import { phaseOf } from '@/lib/domain/send-phase'
import type { SendView } from '@/lib/domain/send-view'
import { usePeopleFilter } from './people-filter-state'
import { ReadNotice } from './read-notice'
import type { RequestAddress } from './request-address'
import { SendColumns } from './send-columns'
import { SendCrumbs } from './send-crumbs'
import { SendFacts } from './send-facts'
import { SendLinks } from './send-links'
import { SendLive } from './send-live'
import { SendPeople } from './send-people'
import { useSend } from './send-reads'
import { TestSendMark } from './send-state-chip'
import { SendTroubles } from './send-troubles'
import { StoppedAlert } from './stopped-alert'
import { usePhoneWords } from './use-phone-words'
import { useWhen } from './when'

// One person's request, answer and another try: a Send to many has them on pages of their own.
const RecipientPanel = dynamic(() => import('./recipient-panel').then((module) => module.RecipientPanel))

/** One Send: what it is doing, the message as it was, what became of it, and all that was said about it on the wire. */
export function SendDetail({ initial, address }: { initial: SendView; address: RequestAddress | null }) {
  const t = useTranslations('sends.one')
  const { when } = useWhen()
  const phoneWords = usePhoneWords()
  const { data = initial, dataUpdatedAt, error, refetch } = useSend(initial.id, initial)
  const { filter } = usePeopleFilter()
  const reread = () => void refetch()
  const { recipient } = data
  const mayAnswer = data.gateway === 'sandbox' && countOf(data.counts, 'accepted') > 0
  const phase = phaseOf(data, new Date(dataUpdatedAt))
  // One person's own page says it all, unless the Send as a whole still waits for something.
  const isLive = !recipient || !['sending', 'finished', 'stopped'].includes(phase)
  const live = isLive && <SendLive send={data} readAt={dataUpdatedAt} shown={filter.group ?? null} onChanged={reread} />
  return (
    <div className="grid gap-5">
      <SendCrumbs />
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {recipient ? t('to', { phone: phoneWords(recipient.phone) }) : t('toMany', { count: data.recipientCount })}
            {data.isTest && <TestSendMark />}
          </span>
        }
        description={t('title', { when: when(data.createdAt) })}
        actions={
          <>
            {data.replied > 0 && (
              <Link href={`/choices?send=${data.id}`} prefetch={false} className={buttonClass()}>
                <ListChecks aria-hidden />
                {t('choices')}
              </Link>
            )}
            {recipient && (
              <Link href={`/messages/${recipient.id}`} prefetch={false} className={buttonClass()}>
                <FileSearch aria-hidden />
                {t('openMessage')}
              </Link>
            )}
            <Link href={`/compose?send=${data.id}`} className={buttonClass()}>
              <Copy aria-hidden />
              {t('duplicate')}
            </Link>
          </>
        }
      />
      <ReadNotice error={error} onRetry={reread} />
      {data.stoppedCode !== null && <StoppedAlert code={data.stoppedCode} gateway={data.gateway} onResumed={reread} />}
      <SendColumns
        send={data}
        values={recipient ? (recipient.values ?? {}) : null}
        replies={recipient?.replies}
        customer={mayAnswer ? { sendId: data.id, recipient } : null}
      >
        {live}
        <SendLinks send={data} />
        {recipient ? (
          <RecipientPanel send={data} recipient={recipient} address={address} facts={<SendFacts send={data} />} />
        ) : (
          <>
            <SendTroubles send={data} />
            <SendFacts send={data} />
            <SendPeople send={data} />
          </>
        )}
      </SendColumns>
    </div>
  )
}
