'use client'

import { Copy } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo } from 'react'
import { Phone } from '@/components/phone/phone'
import { buttonClass } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { fillMessage, holdsVariable } from '@/lib/domain/fill-message'
import { phaseOf } from '@/lib/domain/send-phase'
import type { SendView } from '@/lib/domain/send-view'
import type { VariableValues } from '@/lib/domain/variable-values'
import { SAMPLE_VALUES } from '@/lib/domain/variables'
import { usePeopleFilter } from './people-filter-state'
import { ReadNotice } from './read-notice'
import type { RequestAddress } from './request-address'
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
import { useDayWords, useWhen } from './when'

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
          <Link href={`/compose?send=${data.id}`} className={buttonClass()}>
            <Copy aria-hidden />
            {t('duplicate')}
          </Link>
        }
      />
      <ReadNotice error={error} onRetry={reread} />
      {data.stoppedCode !== null && <StoppedAlert code={data.stoppedCode} gateway={data.gateway} onResumed={reread} />}
      <SendColumns send={data} values={recipient ? (recipient.values ?? {}) : null}>
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

type SendColumnsProps = {
  send: SendView
  /** Whose values fill the message; samples do where it is nobody's page. */
  values?: VariableValues | null
  children: ReactNode
}

/** The frozen message on the phone at the right, whatever is told of it at the left. */
export function SendColumns({ send, values, children }: SendColumnsProps) {
  const t = useTranslations('sends.one')
  const live = useTranslations('sends.live')
  const { time } = useWhen()
  const dayWords = useDayWords()
  const { message } = send
  const isTemplate = useMemo(() => holdsVariable(message), [message])
  const filled = useMemo(
    () => (isTemplate ? fillMessage(message, values ?? SAMPLE_VALUES) : message),
    [message, values, isTemplate],
  )
  return (
    <div className="grid items-start gap-x-8 gap-y-6 min-[900px]:grid-cols-[minmax(0,1fr)_22.5rem]">
      <div className="grid min-w-0 gap-5">{children}</div>
      <section aria-label={t('preview')} className="grid min-w-0 gap-3 min-[900px]:sticky min-[900px]:top-6">
        <h2 className="text-center text-[0.8667rem] font-medium text-muted">
          {isTemplate && values ? live('filledFor') : t('message')}
        </h2>
        <Phone
          message={filled}
          time={time(send.createdAt)}
          day={dayWords(send.createdAt)}
          className="[--phone-height:clamp(26rem,calc(100dvh-14rem),38rem)]"
        />
        {isTemplate && !values && (
          <p className="mx-auto max-w-xs text-center text-[0.8667rem] text-balance text-muted">{live('samples')}</p>
        )}
      </section>
    </div>
  )
}
