'use client'

import { Archive, Files, History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { TemplateView } from '@/lib/domain/list-template'
import type { KeeperState } from './draft-keeper'
import { useMoment } from './moment'
import { Note } from './note'
import type { KeepingNote } from './use-keeping'

type EditorNotesProps = {
  note: KeepingNote | null
  keeper: KeeperState
  isArchived: boolean
  onDismiss: () => void
  onDiscard: () => void
  onSeeSaved: (template: TemplateView) => void
  onBringBack: () => void
  onTakeOther: () => void
  onKeepMine: () => void
  onRestore: () => void
}

/** What happened to the words while nobody looked: calm, above the form, each with its way on. */
export function EditorNotes({ note, keeper, isArchived, ...on }: EditorNotesProps) {
  const t = useTranslations('editor')
  const moment = useMoment()
  const isElsewhere = keeper.other?.revision !== undefined
  const newer = note?.kind === 'recovered' ? note.newer : null
  return (
    <>
      {isArchived && (
        <Note tone="warning" icon={<Archive aria-hidden />} title={t('archivedNote')}>
          <Action onClick={on.onRestore}>{t('restore')}</Action>
        </Note>
      )}
      {keeper.other && (
        <Note
          tone="warning"
          icon={<Files aria-hidden />}
          title={t(isElsewhere ? 'otherPlace' : 'otherTab')}
          text={t('otherTabText')}
        >
          <Action onClick={on.onTakeOther}>{t(isElsewhere ? 'takeThere' : 'takeOther')}</Action>
          <Action onClick={on.onKeepMine}>{t('keepMine')}</Action>
        </Note>
      )}
      {note?.kind === 'recovered' && (
        <Note
          tone={newer ? 'warning' : 'info'}
          icon={<History aria-hidden />}
          title={t('recovered')}
          text={
            newer
              ? t('recoveredMoved', {
                  name: newer.savedBy?.name ?? t('someone'),
                  when: moment.inSentence(newer.savedAt),
                })
              : note.hasAside && t('recoveredAside')
          }
        >
          {newer && <Action onClick={() => on.onSeeSaved(newer)}>{t('seeSaved')}</Action>}
          <Action onClick={on.onDiscard}>{t('discard')}</Action>
          <Action onClick={on.onDismiss}>{t('dismiss')}</Action>
        </Note>
      )}
      {note?.kind === 'mineAside' && (
        <Note tone="info" icon={<History aria-hidden />} title={t('mineAside')}>
          <Action onClick={on.onBringBack}>{t('bringBack')}</Action>
          <Action onClick={on.onDismiss}>{t('dismiss')}</Action>
        </Note>
      )}
    </>
  )
}

const Action = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <Button size="sm" onClick={onClick}>
    {children}
  </Button>
)
