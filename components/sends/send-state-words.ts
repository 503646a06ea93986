'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Locale } from '@/lib/domain/locale'
import { countOf } from '@/lib/domain/people-group'
import { toClock } from '@/lib/domain/quiet-hours'
import { scheduleWords, zoneWords } from '@/lib/domain/schedule-words'
import { countDone, type SendPhase } from '@/lib/domain/send-phase'
import type { SendView } from '@/lib/domain/send-view'
import { useDuration, useWhen } from './when'

/** What a Send is doing, as a title and what follows from it. */
export function useSendStateWords() {
  const t = useTranslations('sends.live.phases')
  const locale = useLocale() as Locale
  const { when } = useWhen()
  const duration = useDuration()

  return (send: SendView, phase: SendPhase, now: Date): { title: string; text: string } => {
    const plain = { title: t(`${phase}.title`, { done: countDone(send), total: send.recipientCount }) }
    switch (phase) {
      case 'preparing': {
        const total = send.recipientCount
        const written = Object.values(send.counts).reduce((sum, count) => sum + count, 0)
        return { title: t('preparing.title', { done: Math.min(written, total), total }), text: t('preparing.text') }
      }
      case 'scheduled': {
        const told = { zone: send.timeZone, locale, now }
        return { ...plain, text: t('scheduled.text', { when: scheduleWords(new Date(send.startsAt ?? now), told) }) }
      }
      case 'quiet':
        return {
          ...plain,
          text: t('quiet.text', {
            from: toClock(send.quiet?.from ?? 0),
            until: toClock(send.quiet?.until ?? 0),
            zone: zoneWords(send.timeZone, locale),
          }),
        }
      case 'canaryAhead':
        return { ...plain, text: t('canaryAhead.text', { size: send.canary?.size ?? 0 }) }
      case 'canaryWaits':
        return {
          ...plain,
          text: t('canaryWaits.text', { minutes: send.canary?.minutes ?? 0, share: send.canary?.maxShare ?? 0 }),
        }
      case 'pausedByBrake':
        return send.pausedCode === null
          ? { ...plain, text: t('pausedByBrake.text') }
          : {
              title: t('pausedByBrakeCode.title', { code: String(send.pausedCode) }),
              text: t('pausedByBrakeCode.text'),
            }
      case 'pausedByCanary':
        return {
          ...plain,
          text: t('pausedByCanary.text', { size: send.canary?.size ?? 0, share: send.canary?.maxShare ?? 0 }),
        }
      case 'canceled':
        return { ...plain, text: t('canceled.text', { count: countOf(send.counts, 'canceled') }) }
      case 'finished': {
        const { finishedAt } = send
        const startedAt = send.startedAt ?? send.createdAt
        if (!finishedAt) return { title: t('finishedPlain.title'), text: t('finishedPlain.text') }
        const took = duration(Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)))
        return { ...plain, text: t('finished.text', { when: when(finishedAt), duration: took }) }
      }
      default:
        return { ...plain, text: t(`${phase}.text`) }
    }
  }
}
