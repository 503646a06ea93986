'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { TemplateView } from '@/lib/domain/list-template'
import type { KeeperState } from './draft-keeper'
import { useMoment } from './moment'
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
  const notes: ReactNode[] = []
  if (isArchived) {
    notes.push(
      <Alert
        key="archived"
        tone="warning"
        title={t('archivedNote')}
        action={<Action onClick={on.onRestore}>{t('restore')}</Action>}
      />,
    )
  }
  if (!keeper.works) notes.push(<Alert key="notKept" role="status" tone="warning" title={t('notKept')} />)
  if (keeper.other) {
    notes.push(
      <Alert
        key="otherTab"
        role="status"
        tone="warning"
        title={t('otherTab')}
        action={
          <>
            <Action onClick={on.onTakeOther}>{t('takeOther')}</Action>
            <Action onClick={on.onKeepMine}>{t('keepMine')}</Action>
          </>
        }
      >
        {t('otherTabText')}
      </Alert>,
    )
  }
  if (note?.kind === 'recovered') {
    const { newer } = note
    notes.push(
      <Alert
        key="recovered"
        role="status"
        title={t('recovered')}
        action={
          <>
            {newer && <Action onClick={() => on.onSeeSaved(newer)}>{t('seeSaved')}</Action>}
            <Action onClick={on.onDismiss}>{t('dismiss')}</Action>
            <Action onClick={on.onDiscard}>{t('discard')}</Action>
          </>
        }
      >
        {newer &&
          t('recoveredMoved', { name: newer.savedBy?.name ?? t('someone'), when: moment.inSentence(newer.savedAt) })}
      </Alert>,
    )
  }
  if (note?.kind === 'mineAside') {
    notes.push(
      <Alert
        key="mineAside"
        role="status"
        title={t('mineAside')}
        action={
          <>
            <Action onClick={on.onBringBack}>{t('bringBack')}</Action>
            <Action onClick={on.onDismiss}>{t('dismiss')}</Action>
          </>
        }
      />,
    )
  }
  return notes.length > 0 && <div className="grid gap-3">{notes}</div>
}

const Action = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <Button size="sm" onClick={onClick}>
    {children}
  </Button>
)
