'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { ActionResult } from '@/lib/domain/action-result'

const KNOWN = ['notFound', 'tooLate', 'notStarted', 'notPaused', 'signedOut', 'invalid'] as const
type Known = (typeof KNOWN)[number]

export type SendActFailure = Known | 'unreachable' | 'other'

const toFailure = (code: string): SendActFailure => KNOWN.find((known) => known === code) ?? 'other'

/**
 * Does something to a Send, once at a time, and tells what came of it. `onChanged` is called also after a refusal: the
 * Send is no longer what this page showed.
 */
export function useSendAct(onChanged: () => void) {
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<SendActFailure | null>(null)
  const isBusy = useRef(false)

  const act = async <Code extends string>(
    name: string,
    ask: () => Promise<ActionResult<unknown, Code>>,
  ): Promise<boolean> => {
    if (isBusy.current) return false
    isBusy.current = true
    setBusy(name)
    setFailure(null)
    const result = await ask().catch(() => null)
    isBusy.current = false
    setBusy(null)
    if (!result) setFailure('unreachable')
    else if (!result.ok) setFailure(toFailure(result.error.code))
    if (result && (result.ok || result.error.code !== 'signedOut')) onChanged()
    return result?.ok ?? false
  }

  return { busy, failure, act, forget: () => setFailure(null) }
}

export function useFailureWords() {
  const t = useTranslations('sends.live.errors')
  return (failure: SendActFailure): string => {
    switch (failure) {
      case 'tooLate':
      case 'notStarted':
      case 'notPaused':
        return t('notNow')
      case 'invalid':
        return t('other')
      default:
        return t(failure)
    }
  }
}
