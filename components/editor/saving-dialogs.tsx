'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { SignInDialog } from '@/components/auth/sign-in-dialog'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import type { TemplateView } from '@/lib/domain/list-template'
import { useMoment } from './moment'
import { NameDialog } from './name-dialog'
import type { Saving } from './use-saving'

const SentIdsDialog = dynamic(
  () => import('@/components/versions/sent-ids-dialog').then((module) => module.SentIdsDialog),
  { ssr: false, loading: () => null },
)

type SavingDialogsProps = {
  saving: Saving
  userId: string
  onSeeSaved: (template: TemplateView) => void
}

/** Whatever saving asks: a name, what to do about a newer version or about IDs that were sent, to sign in again. */
export function SavingDialogs({ saving, userId, onSeeSaved }: SavingDialogsProps) {
  const t = useTranslations('editor')
  const { question, busy, close } = saving
  switch (question?.kind) {
    case 'name':
      return (
        <NameDialog
          key={question.purpose}
          title={t(question.purpose === 'rename' ? 'renameTitle' : 'saveTitle')}
          text={question.purpose === 'rename' ? undefined : t('saveText')}
          confirm={t(question.purpose === 'rename' ? 'rename' : 'save')}
          first={question.first}
          busy={busy}
          failure={question.failure && t(`failed.${question.failure}`)}
          onName={(name) => saving.answerName(name, question.purpose)}
          onClose={close}
        />
      )
    case 'stale':
      return (
        <StaleDialog
          template={question.template}
          isMine={question.template.savedBy?.id === userId}
          onSaveAsNew={saving.saveMineAsNew}
          onSeeSaved={() => {
            close()
            onSeeSaved(question.template)
          }}
          onClose={close}
        />
      )
    case 'frozen':
      return (
        <SentIdsDialog
          rowIds={question.rowIds}
          busy={busy}
          doing="save"
          onKeep={() => saving.keepSentIds(question.rowIds)}
          onChange={() => saving.changeSentIds(question.rowIds)}
          onClose={close}
        />
      )
    case 'signIn':
      return (
        <SignInDialog
          open
          onOpenChange={(open) => !open && close()}
          onSignedIn={() => {
            close()
            question.again()
          }}
        />
      )
    default:
      return null
  }
}

type StaleDialogProps = {
  template: TemplateView
  isMine: boolean
  onSaveAsNew: () => void
  onSeeSaved: () => void
  onClose: () => void
}

/** Somebody saved first: who, when, and three ways on, none of which loses a word. */
function StaleDialog({ template, isMine, onSaveAsNew, onSeeSaved, onClose }: StaleDialogProps) {
  const t = useTranslations('editor')
  const moment = useMoment()
  const first = useRef<HTMLButtonElement>(null)
  const name = isMine ? t('staleYou') : (template.savedBy?.name ?? t('someone'))
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('staleTitle')}
        description={t('staleText', { name, when: moment.inSentence(template.savedAt) })}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          first.current?.focus()
        }}
      >
        <div className="grid gap-2">
          <Button ref={first} variant="primary" onClick={onSaveAsNew}>
            {t('saveMineAsNew')}
          </Button>
          <Button onClick={onSeeSaved}>{t('seeSaved')}</Button>
          <Button variant="ghost" onClick={onClose}>
            {t('goOn')}
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  )
}
