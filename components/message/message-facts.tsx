'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { WindowChip } from '@/components/contacts/window-chip'
import { Onward } from '@/components/sends/onward'
import { TestMark } from '@/components/sends/test-mark'
import { useRoughDuration, useWhen } from '@/components/sends/when'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { windowClosesAt } from '@/lib/domain/contact-window'
import type { MessageDetail } from '@/lib/domain/message-detail'
import { isRemovedPerson } from '@/lib/domain/removed-person'

const LINK = 'font-medium text-accent underline decoration-accent/40 underline-offset-4 hover:decoration-accent'

/** Which Send it is of, by which way it went, and who the person is. */
export function MessageFacts({ detail: { send, recipient, contact } }: { detail: MessageDetail }) {
  const t = useTranslations('message')
  const one = useTranslations('sends.one')
  const list = useTranslations('sends')
  const { when } = useWhen()
  const isRemoved = isRemovedPerson(recipient)
  return (
    <Card className="grid gap-4 p-5">
      <h2 className="font-semibold">{t('facts')}</h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 xl:grid-cols-3">
        <Fact name={t('send')}>
          <Link href={`/sends/${send.id}`} className={LINK}>
            {when(send.createdAt)}
          </Link>
          <span className="block text-[0.8667rem] text-muted">{list('people', { count: send.recipientCount })}</span>
        </Fact>
        <Fact name={one('who')}>{send.createdBy?.name ?? list('nobody')}</Fact>
        <Fact name={one('gateway')}>
          {send.gateway === 'sandbox' ? <TestMark /> : <Badge tone="accent">{one('viaVectalk')}</Badge>}
        </Fact>
        {send.template && (
          <Fact name={one('template')}>
            <Link href={`/templates/${send.template.id}`} className={LINK}>
              {send.template.name}
            </Link>
            {send.template.usedVersion !== null && (
              <span className="block text-[0.8667rem] text-muted">
                {send.template.usedVersion === send.template.version
                  ? one('templateVersion', { used: send.template.usedVersion })
                  : one('templateNewer', { used: send.template.usedVersion, version: send.template.version })}
              </span>
            )}
          </Fact>
        )}
        {!isRemoved && (
          <Fact name={t('contact')}>
            {contact ? (
              <Link href={`/contacts/${contact.id}`} className={LINK}>
                {contact.name || t('contactUnnamed')}
              </Link>
            ) : (
              <span className="text-muted">{t('noContact')}</span>
            )}
          </Fact>
        )}
        {!isRemoved && contact && (
          <Fact name={t('window')}>
            <WindowChip lastInboundAt={contact.lastInboundAt} />
            <WindowLeft lastInboundAt={contact.lastInboundAt} />
          </Fact>
        )}
      </dl>
      {send.resendOf && (
        <p className="flex flex-wrap items-center gap-x-2">
          {one('resendOf')}
          <Onward href={`/messages/${send.resendOf.recipientId}`}>{one('seeOriginal')}</Onward>
        </p>
      )}
    </Card>
  )
}

/** How long the person may still be written to for free. */
function WindowLeft({ lastInboundAt }: { lastInboundAt: string | null }) {
  const t = useTranslations('message')
  const duration = useRoughDuration()
  const left = lastInboundAt ? windowClosesAt(lastInboundAt).getTime() - Date.now() : 0
  if (left <= 0) return null
  return (
    <span className="mt-0.5 block text-[0.8667rem] text-muted tabular-nums" suppressHydrationWarning>
      {t('windowLeft', { duration: duration(left) })}
    </span>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid content-start justify-items-start gap-0.5">
    <dt className="text-[0.8667rem] text-muted">{name}</dt>
    <dd className="[overflow-wrap:anywhere]">{children}</dd>
  </div>
)
