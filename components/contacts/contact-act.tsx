'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { LazySignInDialog } from '@/components/sends/lazy-sign-in-dialog'
import { Alert } from '@/components/ui/alert'
import { type ActionError, type ActionResult, fail } from '@/lib/domain/action-result'
import { rereadContacts } from './contact-reads'
import { toFailure } from './use-contact-actions'

/**
 * One thing that a dialog does: `run` does it and reads the contacts again, `notice` stands for what came of it instead,
 * and a session that has ended is opened again.
 * @param refused hears of what the action refuses in its own words; true where it has told of it
 */
export function useContactAct(refused?: (error: ActionError<string>) => boolean) {
  const t = useTranslations('contacts')
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ReturnType<typeof toFailure> | null>(null)
  const [again, setAgain] = useState<(() => void) | null>(null)

  async function run<Data>(act: () => Promise<ActionResult<Data, string>>, done: (data: Data) => void): Promise<void> {
    setBusy(true)
    setFailure(null)
    const result = await act().catch(() => fail('offline'))
    setBusy(false)
    if (!result.ok) {
      if (result.error.code === 'signedOut') return setAgain(() => () => void run(act, done))
      if (!refused?.(result.error)) setFailure(toFailure(result.error.code))
      return
    }
    done(result.data)
    void rereadContacts(client)
  }

  const notice: ReactNode = (
    <>
      {failure && (
        <Alert role="alert" tone="danger">
          {t(`failed.${failure}`)}
        </Alert>
      )}
      <LazySignInDialog
        open={again !== null}
        onOpenChange={(open) => !open && setAgain(null)}
        onSignedIn={() => {
          setAgain(null)
          again?.()
        }}
      />
    </>
  )
  return { run, isBusy, notice }
}
