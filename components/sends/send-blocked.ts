'use client'

import { useTranslations } from 'next-intl'
import { MAX_TYPED_RECIPIENTS } from '@/lib/domain/recipients-text'
import type { GatewayView } from '@/lib/domain/send-view'

type Readiness = {
  gateway: GatewayView | undefined
  gatewayUnread: boolean
  problems: number
  /** What is wrong with the variables' values, where anything is. */
  values: 'missing' | 'wrong' | null
  typed: number
  valid: number
}

/**
 * Why nothing would leave now, in words; null where it may be sent.
 * @property leads whether pressing shows the way on all the same: to the value that is missing or does not fit
 */
export type SendBlocked = { text: string; leads: boolean }

const still = (text: string): SendBlocked => ({ text, leads: false })

export function useSendBlocked({
  gateway,
  gatewayUnread,
  problems,
  values,
  typed,
  valid,
}: Readiness): SendBlocked | null {
  const t = useTranslations('send.blocked')
  if (problems > 0) return still(t('problems'))
  if (typed === 0) return still(t('nobody'))
  if (valid === 0) return still(t('nobodyValid'))
  if (valid > MAX_TYPED_RECIPIENTS) return still(t('tooMany', { max: MAX_TYPED_RECIPIENTS, count: valid }))
  if (values) return { text: t(values === 'missing' ? 'valuesMissing' : 'valuesWrong'), leads: true }
  if (!gateway) return still(gatewayUnread ? t('gatewayUnread') : t('loading'))
  if (!gateway.ready) return still(gateway.kind === 'vectalk' ? t('tokenUnreadable') : t('sandboxAbsent'))
  return null
}
