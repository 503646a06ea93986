'use client'

import { useTranslations } from 'next-intl'
import type { PlanProblem } from '@/lib/domain/plan-draft'
import type { RecipientListView } from '@/lib/domain/recipient-list'
import type { GatewayView } from '@/lib/domain/send-view'
import type { Judgement } from './use-judgement'

/**
 * Why nothing can be sent now, in words.
 * @property leads to which part, or field of the plan, a press of the button goes; null where one can only wait
 */
export type Blocked = { text: string; leads: { part: string; field?: string } | null }

type Readiness = {
  hasTemplate: boolean
  problems: number
  list: RecipientListView | undefined
  hasMapping: boolean
  judgement: Judgement
  people: number | null
  planProblems: PlanProblem[]
  gateway: GatewayView | undefined
  gatewayUnread: boolean
}

export function useBlocked(now: Readiness): Blocked | null {
  const t = useTranslations('newSend.blocked')
  const tSend = useTranslations('send.blocked')
  const { hasTemplate, problems, list, hasMapping, judgement, people, planProblems, gateway, gatewayUnread } = now
  if (!hasTemplate) return { text: t('template'), leads: { part: 'message' } }
  if (problems > 0) return { text: t('problems'), leads: { part: 'message' } }
  if (!list || list.state === 'failed') return { text: t('people'), leads: { part: 'people' } }
  if (list.state === 'reading') return { text: t('reading'), leads: null }
  if (!hasMapping) return { text: t('mapping'), leads: { part: 'people' } }
  if (judgement.state === 'failed') return { text: t('failed'), leads: { part: 'review' } }
  if (judgement.state !== 'judged') return { text: t('judging'), leads: null }
  if (!people) return { text: t('nobody'), leads: { part: 'review' } }
  const [wrong] = planProblems
  if (wrong) return { text: t('plan'), leads: { part: 'timing', field: `plan-${wrong.field}` } }
  if (!gateway) return { text: tSend(gatewayUnread ? 'gatewayUnread' : 'loading'), leads: null }
  if (!gateway.ready)
    return { text: tSend(gateway.kind === 'vectalk' ? 'tokenUnreadable' : 'sandboxAbsent'), leads: null }
  return null
}
