import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { BlockReason } from '@/lib/domain/list-edits'
import { LIMITS } from '@/lib/domain/list-message'

/** Why nothing more can be added, in words. */
export function useBlockText() {
  const t = useTranslations('editor')
  return useCallback(
    (reason: BlockReason | null) =>
      reason && t(`blocked.${reason}`, { max: reason === 'tooManyRows' ? LIMITS.rows : LIMITS.sections }),
    [t],
  )
}
