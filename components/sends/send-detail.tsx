'use client'

import { Copy } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Phone } from '@/components/phone/phone'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { formatPhone } from '@/lib/domain/phone-format'
import type { SendView } from '@/lib/domain/send-view'
import { ReadNotice } from './read-notice'
import { RecipientList } from './recipient-list'
import { Onward, RecipientPanel } from './recipient-panel'
import { SendCrumbs } from './send-crumbs'
import { SendProgress } from './send-progress'
import { useSend } from './send-reads'
import { StoppedAlert } from './stopped-alert'
import { TestMark } from './test-mark'
import { useDayWords, useWhen, When } from './when'

/** One Send: the message as it was, what became of it, and all that was said about it on the wire. */
export function SendDetail({ initial, baseUrl }: { initial: SendView; baseUrl: string | null }) {
  const t = useTranslations('sends.one')
  const { when } = useWhen()
  const { data = initial, error, refetch } = useSend(initial.id, initial)
  return (
    <div className="grid gap-5">
      <SendCrumbs />
      <PageHeader
        title={
          data.recipient
            ? t('to', { phone: formatPhone(data.recipient.phone) })
            : t('toMany', { count: data.recipientCount })
        }
        description={t('title', { when: when(data.createdAt) })}
        actions={
          <Link href={`/compose?send=${data.id}`} className={buttonClass()}>
            <Copy aria-hidden />
            {t('duplicate')}
          </Link>
        }
      />
      <ReadNotice error={error} onRetry={() => void refetch()} />
      {data.stoppedCode !== null && (
        <StoppedAlert code={data.stoppedCode} gateway={data.gateway} onResumed={() => void refetch()} />
      )}
      <SendColumns send={data}>
        {data.resendOf && (
          <p className="flex flex-wrap items-center gap-x-2">
            {t('resendOf')}
            <Onward href={`/sends/${data.resendOf.sendId}`}>{t('seeOriginal')}</Onward>
          </p>
        )}
        {data.recipient ? (
          <RecipientPanel send={data} recipient={data.recipient} baseUrl={baseUrl} facts={<SendFacts send={data} />} />
        ) : (
          <>
            <Card className="grid gap-5 p-5">
              <SendProgress send={data} />
              <RecipientList send={data} />
            </Card>
            <SendFacts send={data} />
          </>
        )}
      </SendColumns>
    </div>
  )
}

/** The frozen message on the phone at the right, whatever is told of it at the left. */
export function SendColumns({ send, children }: { send: SendView; children: ReactNode }) {
  const t = useTranslations('sends.one')
  const { time } = useWhen()
  const dayWords = useDayWords()
  return (
    <div className="grid items-start gap-x-8 gap-y-6 min-[900px]:grid-cols-[minmax(0,1fr)_22.5rem]">
      <div className="grid min-w-0 gap-5">{children}</div>
      <section aria-label={t('preview')} className="grid min-w-0 gap-3 min-[900px]:sticky min-[900px]:top-6">
        <h2 className="text-center text-[0.8667rem] font-medium text-muted">{t('message')}</h2>
        <Phone
          message={send.message}
          time={time(send.createdAt)}
          day={dayWords(send.createdAt)}
          className="[--phone-height:clamp(26rem,calc(100dvh-14rem),38rem)]"
        />
      </section>
    </div>
  )
}

function SendFacts({ send }: { send: SendView }) {
  const t = useTranslations('sends.one')
  const list = useTranslations('sends')
  return (
    <Card className="grid gap-4 p-5">
      <h2 className="font-semibold">{t('facts')}</h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 xl:grid-cols-4">
        <Fact name={t('when')}>
          <When at={send.createdAt} />
        </Fact>
        <Fact name={t('who')}>{send.createdBy?.name ?? list('nobody')}</Fact>
        <Fact name={t('gateway')}>
          {send.gateway === 'sandbox' ? <TestMark /> : <Badge tone="accent">{t('viaVectalk')}</Badge>}
        </Fact>
        {send.template && (
          <Fact name={t('template')}>
            <Link
              href={`/templates/${send.template.id}`}
              className="font-medium text-accent underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
            >
              {send.template.name}
            </Link>
            {send.template.usedVersion !== null && (
              <span className="block text-[0.8667rem] text-muted">
                {send.template.usedVersion === send.template.version
                  ? t('templateVersion', { used: send.template.usedVersion })
                  : t('templateNewer', { used: send.template.usedVersion, version: send.template.version })}
              </span>
            )}
          </Fact>
        )}
      </dl>
    </Card>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid content-start justify-items-start gap-0.5">
    <dt className="text-[0.8667rem] text-muted">{name}</dt>
    <dd className="[overflow-wrap:anywhere]">{children}</dd>
  </div>
)
