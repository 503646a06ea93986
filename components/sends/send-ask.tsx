'use client'

import { useTranslations } from 'next-intl'
import type { FormEvent, ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { LazySignInDialog } from './lazy-sign-in-dialog'
import { type SendActFailure, useFailureWords } from './send-act'

type SendAskProps = {
  title: string
  description?: ReactNode
  /** The word of the button that does it, and of the one that does not. */
  yes: string
  no?: string
  danger?: boolean
  busy: boolean
  failure: SendActFailure | null
  onForget: () => void
  onYes: () => void
  onClose: () => void
  children?: ReactNode
}

/** A question about a Send, or a small form: open for as long as it is drawn. */
export function SendAsk(props: SendAskProps) {
  const { title, description, yes, no, danger, busy, failure, onForget, onYes, onClose, children } = props
  const t = useTranslations('sends.live')
  const say = useFailureWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onYes()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && !busy && onClose()}>
      <DialogContent
        size="sm"
        role={danger ? 'alertdialog' : 'dialog'}
        title={title}
        description={description}
        closeLabel={t('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{no ?? t('back')}</Button>
            </DialogClose>
            <Button type="submit" form="send-ask" variant={danger ? 'danger' : 'primary'} busy={busy}>
              {yes}
            </Button>
          </>
        }
      >
        <form id="send-ask" noValidate onSubmit={submit} className="grid gap-4 empty:hidden">
          {children}
          {failure && failure !== 'signedOut' && (
            <Alert tone="danger" role="alert">
              {say(failure)}
            </Alert>
          )}
        </form>
      </DialogContent>
      <LazySignInDialog open={failure === 'signedOut'} onOpenChange={onForget} onSignedIn={onForget} />
    </Dialog>
  )
}
