'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { SignInDialog } from '@/components/auth/sign-in-dialog'
import { useMoment } from '@/components/editor/moment'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import type { TemplateView } from '@/lib/domain/list-template'
import { SentIdsDialog } from './sent-ids-dialog'
import type { VersionRestore } from './use-version-restore'

type RestoreDialogsProps = { restoring: VersionRestore; userId: string; onSeeNewest: () => void }

/** Whatever bringing a version back asks: whether, what to do with IDs that were sent, what about a newer version. */
export function RestoreDialogs({ restoring, userId, onSeeNewest }: RestoreDialogsProps) {
  const { question, busy, run, close } = restoring
  switch (question?.kind) {
    case 'confirm':
      return (
        <ConfirmDialog {...question.restore} busy={busy} onConfirm={() => void run(question.restore)} onClose={close} />
      )
    case 'frozen': {
      const { restore, rowIds } = question
      return (
        <SentIdsDialog
          rowIds={rowIds}
          busy={busy}
          doing="restore"
          onKeep={() => void run({ ...restore, keepSentIds: true })}
          onChange={() => void run({ ...restore, acknowledgedRowIds: rowIds.map(({ from }) => from) })}
          onClose={close}
        />
      )
    }
    case 'stale':
      return (
        <StaleDialog
          template={question.template}
          isMine={question.template.savedBy?.id === userId}
          onSee={() => {
            close()
            onSeeNewest()
          }}
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

type ConfirmDialogProps = {
  version: number
  newest: number
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

function ConfirmDialog({ version, newest, busy, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useTranslations('versions')
  const confirm = useRef<HTMLButtonElement>(null)
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('restoreTitle', { version })}
        description={t('restoreText', { version, newest })}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          confirm.current?.focus()
        }}
        footer={
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button ref={confirm} variant="primary" busy={busy} onClick={onConfirm}>
              {t('restoreConfirm')}
            </Button>
          </>
        }
      />
    </Dialog>
  )
}

type StaleDialogProps = { template: TemplateView; isMine: boolean; onSee: () => void; onClose: () => void }

/** Somebody saved first: who, when, and what it was. */
function StaleDialog({ template, isMine, onSee, onClose }: StaleDialogProps) {
  const t = useTranslations('versions')
  const moment = useMoment()
  const see = useRef<HTMLButtonElement>(null)
  const name = isMine ? t('staleYou') : (template.savedBy?.name ?? t('someone'))
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('staleTitle')}
        description={t('staleText', {
          name,
          version: template.version,
          when: moment.inSentence(template.savedAt),
        })}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          see.current?.focus()
        }}
        footer={
          <>
            <Button onClick={onClose}>{t('notNow')}</Button>
            <Button ref={see} variant="primary" onClick={onSee}>
              {t('staleSee')}
            </Button>
          </>
        }
      />
    </Dialog>
  )
}
