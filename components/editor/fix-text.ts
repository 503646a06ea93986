'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Finding } from '@/lib/domain/list-finding'

/** What the button says that repairs a finding; null where nothing but a person can. */
export function useFixText(): (finding: Finding) => string | null {
  const t = useTranslations('fixes')
  return useCallback(
    ({ fix, path, params }: Finding) => {
      if (!fix) return null
      const isId = path.at(-1) === 'id'
      const way = isId && fix === 'cut' ? 'cutId' : isId && fix === 'dropVariable' ? 'dropVariables' : fix
      return t(`label.${way}`, { guess: String(params.guess) })
    },
    [t],
  )
}
