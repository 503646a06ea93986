'use client'

import { Archive, Files, History, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
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
  const newer = note?.kind === 'recovered' ? note.newer : null
  return (
    <>
      {isArchived && (
        <Note tone="warning" icon={<Archive aria-hidden />} title={t('archivedNote')}>
          <Action onClick={on.onRestore}>{t('restore')}</Action>
        </Note>
      )}
      {!keeper.works && <Note tone="warning" icon={<TriangleAlert aria-hidden />} title={t('notKept')} />}
      {keeper.other && (
        <Note tone="warning" icon={<Files aria-hidden />} title={t('otherTab')} text={t('otherTabText')}>
          <Action onClick={on.onTakeOther}>{t('takeOther')}</Action>
          <Action onClick={on.onKeepMine}>{t('keepMine')}</Action>
        </Note>
      )}
      {note?.kind === 'recovered' && (
        <Note
          tone={newer ? 'warning' : 'info'}
          icon={<History aria-hidden />}
          title={t('recovered')}
          text={
            newer &&
            t('recoveredMoved', { name: newer.savedBy?.name ?? t('someone'), when: moment.inSentence(newer.savedAt) })
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

const TONES = { info: 'bg-info-soft', warning: 'bg-warning-soft' } as const

type NoteProps = {
  tone: keyof typeof TONES
  icon: ReactNode
  title: string
  text?: string | null
  children?: ReactNode
}

function Note({ tone, icon, title, text, children }: NoteProps) {
  return (
    <div
      role="status"
      className={cn(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl py-2 pr-2 pl-4 text-[0.9333rem]',
        TONES[tone],
      )}
    >
      <span className="[&_svg]:size-4.5">{icon}</span>
      <p className="min-w-56 flex-1 py-1">
        <span className="font-medium">{title}</span>
        {text && <span className="block text-[0.8667rem]">{text}</span>}
      </p>
      {children && <span className="flex flex-wrap gap-1.5">{children}</span>}
    </div>
  )
}

const Action = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <Button size="sm" onClick={onClick}>
    {children}
  </Button>
)
