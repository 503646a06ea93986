'use client'

import { useTranslations } from 'next-intl'
import type { SendView } from '@/lib/domain/send-view'
import { Onward } from './onward'
import { useWhen } from './when'

/** The Sends before and after this one that are for the same people. */
export function SendLinks({ send }: { send: SendView }) {
  const t = useTranslations('sends.live')
  const one = useTranslations('sends.one')
  const { when } = useWhen()
  const { resendOf, follows, followedBy } = send
  if (!resendOf && !follows && followedBy.length === 0) return null
  return (
    <div className="grid gap-1">
      {resendOf && (
        <p className="flex flex-wrap items-center gap-x-2">
          {one('resendOf')}
          <Onward href={`/sends/${resendOf.sendId}`}>{one('seeOriginal')}</Onward>
        </p>
      )}
      {follows && (
        <p className="flex flex-wrap items-center gap-x-2">
          {t(`follows.${follows.how}`)}
          <Onward href={`/sends/${follows.sendId}`}>{t('seeFollowed')}</Onward>
        </p>
      )}
      {followedBy.map(({ sendId, how, createdAt, recipientCount }) => (
        <p key={sendId} className="flex flex-wrap items-center gap-x-2">
          {t(`followedBy.${how}`, { count: recipientCount, when: when(createdAt) })}
          <Onward href={`/sends/${sendId}`}>{t('seeFollow')}</Onward>
        </p>
      ))}
    </div>
  )
}
