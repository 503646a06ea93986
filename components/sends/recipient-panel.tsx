'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { toCallbackData } from '@/lib/domain/callback-data'
import { isAtWork } from '@/lib/domain/delivery-status'
import { fillMessage } from '@/lib/domain/fill-message'
import { formatPhone } from '@/lib/domain/phone-format'
import { isRemovedPerson } from '@/lib/domain/removed-person'
import type { RecipientView, SendView } from '@/lib/domain/send-view'
import type { VariableValues } from '@/lib/domain/variable-values'
import { VARIABLE_NAMES } from '@/lib/domain/variables'
import { Onward } from './onward'
import { OverdueNotice } from './overdue-notice'
import { RecipientOutcome } from './recipient-outcome'
import { Replies } from './replies'
import type { RequestAddress } from './request-address'
import { RequestTabs } from './request-tabs'
import { SendTimeline } from './send-timeline'
import { useWhen } from './when'

// Most messages need no second try.
const ResendButton = dynamic(() => import('./resend-button').then((module) => module.ResendButton))

/** All that is known of one person's message: what became of it, its timeline, request and answer. */
export function RecipientPanel({
  send,
  recipient,
  address,
  facts,
  webhooks,
}: {
  send: Pick<SendView, 'gateway' | 'message' | 'includeRecipientType'>
  recipient: RecipientView
  address: RequestAddress | null
  facts?: ReactNode
  /** What was told of it, as it came, where that is known. */
  webhooks?: ReactNode
}) {
  const t = useTranslations('sends.one')
  const outcome = useTranslations('send.outcome')
  const { when } = useWhen()
  const isRemoved = isRemovedPerson(recipient)
  const { id, attempt } = recipient
  const callbackData = address?.passesCallbackData && attempt > 0 ? toCallbackData({ id: BigInt(id), attempt }) : null
  const mayResend = !isRemoved && (recipient.status === 'failed' || recipient.status === 'unconfirmed')
  return (
    <>
      <div className="grid gap-3">
        <RecipientOutcome recipient={recipient} gateway={send.gateway} />
        <OverdueNotice recipient={recipient} gateway={send.gateway} />
        {recipient.waId && recipient.waId !== recipient.phone.slice(1) && (
          <p className="text-[0.8667rem] text-muted">
            {outcome('waId')}: {formatPhone(`+${recipient.waId}`)}
          </p>
        )}
        {recipient.resend ? (
          <p className="flex flex-wrap items-center gap-x-2">
            {t('resentAs', { when: when(recipient.resend.createdAt) })}
            <Onward href={`/sends/${recipient.resend.sendId}`}>{t('seeResend')}</Onward>
          </p>
        ) : (
          mayResend && <ResendButton recipient={recipient} gateway={send.gateway} />
        )}
      </div>
      {recipient.replies.length > 0 && <Replies replies={recipient.replies} />}
      <Card aria-labelledby="timeline" className="grid gap-4 p-5">
        <h2 id="timeline" className="font-semibold">
          {t('timeline')}
        </h2>
        <SendTimeline recipient={recipient} />
      </Card>
      {facts}
      {recipient.values && <Values values={recipient.values} />}
      {webhooks}
      {!isRemoved && (
        <Card className="grid min-w-0 gap-3 p-5">
          <h2 className="font-semibold">{t('technical')}</h2>
          <RequestTabs
            message={fillMessage(send.message, recipient.values)}
            phone={recipient.phone}
            includeRecipientType={send.includeRecipientType}
            callbackData={callbackData}
            baseUrl={address?.baseUrl ?? null}
            answer={{ value: recipient.answer, isPending: isAtWork(recipient.status) }}
          />
        </Card>
      )}
    </>
  )
}

/** What stood for each variable in this person's message. */
function Values({ values }: { values: VariableValues }) {
  const t = useTranslations('sends.live')
  const names = useTranslations('variables.names')
  const filled = VARIABLE_NAMES.flatMap((name) => (values[name] ? [{ name, value: values[name] }] : []))
  if (filled.length === 0) return null
  return (
    <Card className="grid gap-3 p-5">
      <h2 className="font-semibold">{t('values')}</h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 xl:grid-cols-4">
        {filled.map(({ name, value }) => (
          <div key={name} className="grid content-start gap-0.5">
            <dt className="text-[0.8667rem] text-muted">{names(name)}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
