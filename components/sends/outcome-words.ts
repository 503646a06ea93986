'use client'

import { useTranslations } from 'next-intl'
import type { GatewayKind } from '@/lib/domain/gateway'
import { providerErrorKey } from '@/lib/domain/provider-error'
import type { RecipientSummary } from '@/lib/domain/send-view'
import { toShownStatus } from '@/lib/domain/shown-status'

export type OutcomeWords = { title: string; text: string }

/** What a recipient's state means and what to do about it, in plain words. */
export function useOutcomeWords() {
  const t = useTranslations('send.outcome')
  const errors = useTranslations('providerErrors')
  const whys = useTranslations('unknownWhy')
  const skipped = useTranslations('sends.skippedOne')

  const repliedWords = (reply: RecipientSummary['reply']) => {
    if (reply?.kind === 'listReply' && reply.title) return t('repliedTapped', { title: reply.title })
    return reply?.text ? t('repliedTyped', { text: reply.text }) : t('repliedText')
  }

  return (recipient: RecipientSummary, gateway: GatewayKind): OutcomeWords => {
    const status = toShownStatus(recipient.status)
    if (recipient.repliedAt) return { title: t('repliedTitle'), text: repliedWords(recipient.reply) }
    switch (status) {
      case 'queued': {
        if (recipient.errorCode === null) return { title: t('queuedTitle'), text: t('queuedText') }
        return { title: errors(`${providerErrorKey(recipient.errorCode)}.title`), text: t('retryText') }
      }
      case 'failed': {
        const key = providerErrorKey(recipient.errorCode)
        return { title: errors(`${key}.title`), text: errors(`${key}.whatToDo`) }
      }
      case 'unconfirmed': {
        const why = recipient.unknownWhy ?? 'timeout'
        return { title: whys(`${why}.title`), text: whys(`${why}.whatToDo`) }
      }
      case 'skipped': {
        const why = recipient.skippedWhy ?? 'other'
        return { title: skipped(`${why}.title`), text: skipped(`${why}.whatToDo`) }
      }
      case 'accepted':
        return gateway === 'sandbox'
          ? { title: t('acceptedSandboxTitle'), text: t('acceptedSandboxText') }
          : { title: t('acceptedTitle'), text: t('acceptedText') }
      default:
        return { title: t(`${status}Title`), text: t(`${status}Text`) }
    }
  }
}
