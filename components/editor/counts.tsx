'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { LIMITS } from '@/lib/domain/list-message'
import { countRows } from '@/lib/domain/list-problems'
import { useDraftValue } from './editor'

const tone = (count: number, max: number) =>
  count > max ? 'font-semibold text-danger' : count === max ? 'font-medium text-warning' : 'text-muted'

/** "Opções 7/10", always in sight. */
export function Counts() {
  const t = useTranslations('editor')
  const rows = useDraftValue(countRows)
  const sections = useDraftValue((draft) => draft.sections.length)
  return (
    <p className="flex gap-3 text-[0.8667rem] whitespace-nowrap tabular-nums">
      <span className={tone(rows, LIMITS.rows)}>{t('rowCount', { count: rows, max: LIMITS.rows })}</span>
      <span className={cn('hidden @[62rem]:inline', tone(sections, LIMITS.sections))}>
        {t('sectionCount', { count: sections, max: LIMITS.sections })}
      </span>
    </p>
  )
}
