'use client'

import { useTranslations } from 'next-intl'
import { useWhen } from '@/components/sends/when'
import type { ChoiceReport } from '@/lib/domain/choice'

/** What a report is called where two stand side by side. */
export function useReportName() {
  const t = useTranslations('choices.report')
  const { when } = useWhen()
  return ({ scope, name, sentAt, sendCount, totals }: ChoiceReport): { title: string; detail: string } => ({
    title: scope.version ? t('version', { version: scope.version }) : name,
    detail: scope.send
      ? t('send', { when: when(sentAt), count: totals.recipients })
      : t('sends', { sends: sendCount, count: totals.recipients }),
  })
}
