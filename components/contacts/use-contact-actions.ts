'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { toast } from '@/components/ui/toast'
import { optInContactsAction, optOutContactsAction } from '@/lib/actions/contacts'
import { type ActionResult, fail } from '@/lib/domain/action-result'
import type { ContactTarget } from '@/lib/domain/contact-target'
import { rereadContacts } from './contact-reads'

type FailureCode = 'offline' | 'gone' | 'invalid' | 'forbidden' | 'unexpected'
const FAILURES: readonly string[] = ['offline', 'gone', 'invalid', 'forbidden'] satisfies FailureCode[]

/** The words for what an action answered instead of doing it. */
export const toFailure = (code: string): FailureCode => (FAILURES.includes(code) ? (code as FailureCode) : 'unexpected')

/** What is done at a press, without a dialog. */
export function useContactActions(onDone: () => void) {
  const t = useTranslations('contacts')
  const client = useQueryClient()
  const isBusy = useRef(false)
  const [signIn, setSignIn] = useState<{ again: () => void } | null>(null)

  async function attempt<Data>(act: () => Promise<ActionResult<Data>>, done: (data: Data) => void) {
    if (isBusy.current) return
    isBusy.current = true
    const again = () => void attempt(act, done)
    const result = await act().catch(() => fail('offline'))
    isBusy.current = false
    if (!result.ok) {
      const { code } = result.error
      if (code === 'signedOut') setSignIn({ again })
      else toast.error(t(`failed.${toFailure(code)}`), { action: { label: t('tryAgain'), onClick: again } })
      return
    }
    done(result.data)
    void rereadContacts(client)
  }

  const setOptedOut = (target: ContactTarget, isOut: boolean, isUndo = false) =>
    attempt(
      () => (isOut ? optOutContactsAction : optInContactsAction)({ target }),
      ({ ids }) => {
        const undo = { label: t('undo'), onClick: () => void setOptedOut({ ids }, !isOut, true) }
        toast(
          t(isOut ? 'optedOutDone' : 'optedInDone', { count: ids.length }),
          isUndo || ids.length === 0 ? undefined : { action: undo },
        )
        onDone()
      },
    )

  return { setOptedOut, signIn, closeSignIn: () => setSignIn(null) }
}
