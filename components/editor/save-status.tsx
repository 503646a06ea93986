'use client'

import { useTranslations } from 'next-intl'
import { newDraft } from '@/lib/domain/list-draft'
import { draftFingerprint, type TemplateView } from '@/lib/domain/list-template'
import { type Cell, useWholeCell } from './cell'
import { useDraftValue } from './editor'
import { useMoment } from './moment'

const BLANK = newDraft()

/** Where the words are right now: saved, or in this browser only. */
export function SaveStatus({ saved }: { saved: Cell<TemplateView | null> }) {
  const t = useTranslations('editor')
  const moment = useMoment()
  const template = useWholeCell(saved)
  const words = useDraftValue(draftFingerprint)
  const isUnsaved = words !== draftFingerprint(template?.draft ?? BLANK)
  const text = isUnsaved ? t(template ? 'unsaved' : 'keptHere') : template ? moment.saved(template.savedAt) : null
  return (
    <p className="truncate text-[0.8667rem] text-muted" suppressHydrationWarning>
      {text}
    </p>
  )
}
