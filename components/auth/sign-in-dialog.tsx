'use client'

import { useTranslations } from 'next-intl'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { SignInForm } from './sign-in-form'

type SignInDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  onSignedIn: () => void
  email?: string
}

/** For an action that answered 'signedOut': the person signs in here, and what they typed stays under the dialog. */
export function SignInDialog({ open, onOpenChange, onSignedIn, email }: SignInDialogProps) {
  const t = useTranslations('account')
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        size="sm"
        title={t('signInAgainTitle')}
        description={t('signInAgainText')}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          const dialog = event.currentTarget as HTMLElement
          dialog.querySelector<HTMLInputElement>(email ? '[type=password]' : '[type=email]')?.focus()
        }}
      >
        <SignInForm email={email} onDone={onSignedIn} />
      </DialogContent>
    </Dialog>
  )
}
