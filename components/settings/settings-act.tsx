'use client'

import { type ReactNode, useState } from 'react'
import { SignInDialog } from '@/components/auth/sign-in-dialog'
import { useProblemText } from '@/components/auth/use-problem-text'
import { Alert } from '@/components/ui/alert'
import { type ActionError, type ActionResult, fail } from '@/lib/domain/action-result'

/**
 * One thing that a part of Settings does. `run` answers what came of it, or null where `notice` tells why nothing did;
 * a session that has ended is opened again in its place.
 */
export function useSettingsAct(email: string) {
  const say = useProblemText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ActionError<string> | null>(null)

  async function run<Data>(act: () => Promise<ActionResult<Data, string>>): Promise<{ data: Data } | null> {
    setBusy(true)
    setFailure(null)
    const result: ActionResult<Data, string> = await act().catch(() => fail('unreachable'))
    setBusy(false)
    if (result.ok) return { data: result.data }
    setFailure(result.error)
    return null
  }

  const notice: ReactNode = (
    <>
      {failure && failure.code !== 'signedOut' && (
        <Alert role="alert" tone="danger">
          {say.failure(failure)}
        </Alert>
      )}
      <SignInDialog
        open={failure?.code === 'signedOut'}
        onOpenChange={() => setFailure(null)}
        onSignedIn={() => setFailure(null)}
        email={email}
      />
    </>
  )
  return { run, busy, notice }
}
