'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SignInDialog } from '@/components/auth/sign-in-dialog'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { isSignedOut } from './read-json'

/** Said above what was last read, when it can't be read any more: the session ended, or nobody answers. */
export function ReadNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('sends')
  const [signingIn, setSigningIn] = useState(false)
  if (!error) return null
  const signedOut = isSignedOut(error)
  return (
    <>
      <Alert
        tone="warning"
        role="status"
        title={signedOut ? t('signedOutTitle') : t('errorTitle')}
        action={
          <Button size="sm" onClick={signedOut ? () => setSigningIn(true) : onRetry}>
            {signedOut ? t('signIn') : t('retry')}
          </Button>
        }
      >
        {signedOut ? t('signedOutText') : t('errorText')}
      </Alert>
      <SignInDialog
        open={signingIn}
        onOpenChange={setSigningIn}
        onSignedIn={() => {
          setSigningIn(false)
          onRetry()
        }}
      />
    </>
  )
}
