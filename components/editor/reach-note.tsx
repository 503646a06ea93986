'use client'

import { LogIn, TriangleAlert } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Cell } from './cell'
import { focusNear } from './field-path'
import { Note } from './note'
import { type Keeping, useKeeperState, useSaveState } from './use-keeping'

const SignInDialog = dynamic(() => import('@/components/auth/sign-in-dialog').then((module) => module.SignInDialog), {
  ssr: false,
  loading: () => null,
})

/** Said where unsaved words do not reach the server until somebody does something about it. */
export function ReachNote({ keeping }: { keeping: Cell<Keeping | null> }) {
  const t = useTranslations('editor')
  const [isSigningIn, setSigningIn] = useState(false)
  const { works } = useKeeperState(keeping)
  const { status } = useSaveState(keeping)
  const isBack = useRef(false)
  useEffect(() => {
    // The button that the focus came back to is gone with the note.
    if (status !== 'signedOut' && isBack.current) focusNear(['body'])
    if (status !== 'signedOut') isBack.current = false
  }, [status])
  if (status === 'signedOut') {
    return (
      <>
        <Note
          tone="info"
          icon={<LogIn aria-hidden />}
          title={t('signedOut')}
          text={t(works ? 'signedOutKept' : 'signedOutStays')}
        >
          <Button size="sm" onClick={() => setSigningIn(true)}>
            {t('signIn')}
          </Button>
        </Note>
        {isSigningIn && (
          <SignInDialog
            open
            onOpenChange={setSigningIn}
            onSignedIn={() => {
              isBack.current = true
              setSigningIn(false)
              keeping.get()?.autosaver.tick()
            }}
          />
        )}
      </>
    )
  }
  const isOnServer = status === 'idle' || status === 'saving' || status === 'saved'
  return works || isOnServer ? null : (
    <Note tone="warning" icon={<TriangleAlert aria-hidden />} title={t('notKept')} text={t('notKeptText')} />
  )
}
