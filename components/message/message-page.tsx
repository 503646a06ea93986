'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { ReadNotice } from '@/components/sends/read-notice'
import type { RequestAddress } from '@/components/sends/request-address'
import { SendColumns } from '@/components/sends/send-columns'
import { SendCrumbs } from '@/components/sends/send-crumbs'
import { TestSendMark } from '@/components/sends/send-state-chip'
import { useWhen } from '@/components/sends/when'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import type { MessageDetail } from '@/lib/domain/message-detail'
import { formatPhone } from '@/lib/domain/phone-format'
import { isRemovedPerson } from '@/lib/domain/removed-person'
import { MessageBeside } from './message-beside'
import { MessageFacts } from './message-facts'
import { useMessage } from './message-read'
import { MessageWebhooks } from './message-webhooks'

// It is in the page as it comes; what brings it to life, the schema of a request above all, may follow.
const RecipientPanel = dynamic(
  () => import('@/components/sends/recipient-panel').then((module) => module.RecipientPanel),
  { loading: () => <Skeleton className="h-96 rounded-xl" /> },
)

/** One message to one person: as it stood on their phone, what became of it, and all that was said about it. */
export function MessagePage({ initial, address }: { initial: MessageDetail; address: RequestAddress | null }) {
  const t = useTranslations('message')
  const { when } = useWhen()
  const { data, error, refetch } = useMessage(initial)
  const { send, recipient, statuses, replies, beside } = data
  const isRemoved = isRemovedPerson(recipient)
  const mayAnswer = send.gateway === 'sandbox' && !!recipient.wamid && !isRemoved
  // What a request is rebuilt from stays the same while its message is read again and again.
  const { message, createdAt } = send
  const shown = useMemo(() => ({ message, createdAt }), [message, createdAt])
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SendCrumbs sendId={send.id} />
        <MessageBeside {...beside} />
      </div>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 [overflow-wrap:anywhere]">
            {isRemoved ? t('toRemoved') : t('to', { who: recipient.name || formatPhone(recipient.phone) })}
            {send.isTest && <TestSendMark />}
          </span>
        }
        description={[!isRemoved && recipient.name && formatPhone(recipient.phone), t('of', { when: when(createdAt) })]
          .filter(Boolean)
          .join(' · ')}
      />
      <ReadNotice error={error} onRetry={() => void refetch()} />
      {isRemoved && <Alert title={t('removedTitle')}>{t('removedText')}</Alert>}
      <SendColumns
        send={shown}
        values={recipient.values ?? {}}
        replies={replies}
        customer={mayAnswer ? { sendId: send.id, recipient } : null}
      >
        <RecipientPanel
          send={send}
          recipient={recipient}
          address={address}
          facts={<MessageFacts detail={data} />}
          webhooks={<MessageWebhooks statuses={statuses} replies={replies} />}
        />
      </SendColumns>
    </div>
  )
}
