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

/** Why the press would do nothing now, in words; null where it may be pressed. */
export function useSendBlocked({ gateway, gatewayUnread, problems, values, typed, valid }: Readiness): string | null {
  const t = useTranslations('send.blocked')
  if (problems > 0) return t('problems')
  if (typed === 0) return t('nobody')
  if (valid === 0) return t('nobodyValid')
  if (valid > MAX_TYPED_RECIPIENTS) return t('tooMany', { max: MAX_TYPED_RECIPIENTS, count: valid })
  if (values) return t(values === 'missing' ? 'valuesMissing' : 'valuesWrong')
  if (!gateway) return gatewayUnread ? t('gatewayUnread') : t('loading')
  if (!gateway.ready) return gateway.kind === 'vectalk' ? t('tokenUnreadable') : t('sandboxAbsent')
  return null
}
