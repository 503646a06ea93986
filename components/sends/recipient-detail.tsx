'use client'

import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/ui/page-header'
import type { RecipientView, SendView } from '@/lib/domain/send-view'
import { ReadNotice } from './read-notice'
import { RecipientPanel } from './recipient-panel'
import type { RequestAddress } from './request-address'
import { SendColumns } from './send-columns'
import { SendCrumbs } from './send-crumbs'
import { useRecipient } from './send-reads'
import { usePhoneWords } from './use-phone-words'
import { useWhen } from './when'

/** One person of a Send that went to several. */
export function RecipientDetail({
  send,
  initial,
  address,
}: {
  send: SendView
  initial: RecipientView
  address: RequestAddress | null
}) {
  const t = useTranslations('sends.one')
  const { when } = useWhen()
  const phoneWords = usePhoneWords()
  const { data, error, refetch } = useRecipient(send.id, initial.id, initial)
  return (
    <div className="grid gap-5">
      <SendCrumbs sendId={send.id} />
      <PageHeader
        title={
          data.name
            ? t('toNamed', { name: data.name, phone: phoneWords(data.phone) })
            : t('to', { phone: phoneWords(data.phone) })
        }
        description={t('recipientOf', { when: when(send.createdAt) })}
      />
      <ReadNotice error={error} onRetry={() => void refetch()} />
      <SendColumns send={send} values={data.values ?? {}}>
        <RecipientPanel send={send} recipient={data} address={address} />
      </SendColumns>
    </div>
  )
}
