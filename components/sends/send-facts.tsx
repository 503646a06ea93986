'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import type { Locale } from '@/lib/domain/locale'
import { toClock } from '@/lib/domain/quiet-hours'
import { zoneWords } from '@/lib/domain/schedule-words'
import type { SendView } from '@/lib/domain/send-view'
import { TestSendMark } from './send-state-chip'
import { TestMark } from './test-mark'
import { When } from './when'

/** When, who, by which way, and how it was planned. */
export function SendFacts({ send }: { send: SendView }) {
  const t = useTranslations('sends.one')
  const list = useTranslations('sends')
  const plan = useTranslations('sends.live.plan')
  const locale = useLocale() as Locale
  const { quiet, canary, brakeAfter, pace, timeZone } = send
  const isMany = send.recipientCount > 1
  return (
    <Card className="grid gap-4 p-5">
      <h2 className="font-semibold">{t('facts')}</h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 xl:grid-cols-4">
        <Fact name={t('when')}>
          <When at={send.createdAt} />
        </Fact>
        <Fact name={t('who')}>{send.createdBy?.name ?? list('nobody')}</Fact>
        <Fact name={t('gateway')}>
          <span className="flex flex-wrap gap-1.5">
            {send.gateway === 'sandbox' ? <TestMark /> : <Badge tone="accent">{t('viaVectalk')}</Badge>}
            {send.isTest && <TestSendMark />}
          </span>
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
        {send.startsAt && (
          <Fact name={plan('scheduled')}>
            <When at={send.startsAt} zone={timeZone} />
            <span className="block text-[0.8667rem] text-muted">{zoneWords(timeZone, locale)}</span>
          </Fact>
        )}
        {isMany && (
          <Fact name={plan('pace')}>
            {pace.own === null ? plan('paceAll', { rate: pace.gateway }) : plan('paceOwn', { rate: pace.own })}
          </Fact>
        )}
        {quiet && (
          <Fact name={plan('quiet')}>
            {plan('quietIs', {
              from: toClock(quiet.from),
              until: toClock(quiet.until),
              zone: zoneWords(timeZone, locale),
            })}
          </Fact>
        )}
        {canary && (
          <Fact name={plan('canary')}>
            {plan('canaryIs', { size: canary.size, minutes: canary.minutes, share: canary.maxShare })}
          </Fact>
        )}
        {!!brakeAfter && <Fact name={plan('brake')}>{plan('brakeIs', { count: brakeAfter })}</Fact>}
        {send.includesClosed && <Fact name={plan('closed')}>{plan('closedIs')}</Fact>}
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
