'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { LazySignInDialog } from './lazy-sign-in-dialog'
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
      <LazySignInDialog
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
