'use client'

import { useTranslations } from 'next-intl'
import type { TemplateView } from '@/lib/domain/list-template'
import { type Cell, useWholeCell } from './cell'
import { useMoment } from './moment'
import { type Keeping, useKeeperState, useSaveState } from './use-keeping'

type SaveStatusProps = { saved: Cell<TemplateView | null>; keeping: Cell<Keeping | null> }

/** Where the words are right now: in the template, on the server, or in this browser only. */
export function SaveStatus({ saved, keeping }: SaveStatusProps) {
  const t = useTranslations('editor')
  const moment = useMoment()
  const template = useWholeCell(saved)
  const { unsaved } = useKeeperState(keeping)
  const { status, at } = useSaveState(keeping)

  const ofDraft = () => {
    if (status === 'idle') return null
    if (status === 'saving') return t('saving')
    if (status === 'away') return t('keptOffline')
    if (status !== 'saved') return t('keptHere')
    if (!at) return null
    return template ? t('draftSaved', { when: moment.inSentence(at) }) : moment.saved(at)
  }
  const ofTemplate = template && (unsaved ? t('unsaved') : moment.saved(template.savedAt))
  const text = [ofTemplate, unsaved && ofDraft()].filter(Boolean).join(' · ')
  return (
    <p className="min-h-[1.5em] truncate text-[0.8667rem] text-muted" title={text} suppressHydrationWarning>
      {text}
    </p>
  )
}
