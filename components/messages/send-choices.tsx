'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWhen } from '@/components/sends/when'
import { Skeleton } from '@/components/ui/skeleton'
import type { SendPage } from '@/lib/domain/send-view'
import { ChoiceList } from './choice-list'
import { useChoicesRead } from './use-choices-read'

/** The latest Sends, or those that a text or a phone finds. */
export function SendChoices({ value, onChoose }: { value: string | undefined; onChoose: (id: string) => void }) {
  const t = useTranslations('messages.filters')
  const sends = useTranslations('sends')
  const { when } = useWhen()
  const [text, setText] = useState('')
  const query = new URLSearchParams({ tests: 'shown', ...(text.trim() && { q: text.trim() }) })
  const { data, hasFailed } = useChoicesRead<SendPage>(`/api/sends?${query}`)
  const options = (data?.sends ?? []).map((send) => ({
    id: send.id,
    name: send.firstLine || sends('noText'),
    note: `${when(send.createdAt)} · ${sends('people', { count: send.recipientCount })}`,
  }))
  if (hasFailed) return <p className="p-2.5 text-muted">{t('failed')}</p>
  return (
    <>
      <ChoiceList
        label={t('names.send')}
        value={value}
        options={options}
        search={{ label: t('sendFind'), text, onType: setText }}
        onChoose={onChoose}
      />
      {!data && <Skeleton className="h-24" />}
    </>
  )
}
