'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { StepName } from '@/lib/domain/draft-history'

/** What a step did, in words that follow "Desfazer:". */
export function useStepText() {
  const t = useTranslations('steps')
  const tField = useTranslations('problems.field')
  return useCallback(
    ({ code, field, count }: StepName) => t(`name.${code}`, { field: field ? tField(field) : '', count: count ?? 0 }),
    [t, tField],
  )
}
