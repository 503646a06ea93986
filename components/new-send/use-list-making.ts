'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { ActionResult } from '@/lib/domain/action-result'
import { unreadableWhy } from '@/lib/domain/recipient-list'

const KNOWN = ['signedOut', 'empty', 'invalid', 'gone', 'tooMany'] as const

/** Makes a list of recipients by an action: one at a time, and why not in words. */
export function useListMaking(onList: (id: string) => void, onSignedOut: () => void) {
  const t = useTranslations('newSend.people')
  const [isBusy, setBusy] = useState(false)
  const [problem, refuse] = useState<string | null>(null)
  const isOn = useRef(false)

  const make = async (act: () => Promise<ActionResult<{ id: string }, string>>) => {
    if (isOn.current) return
    isOn.current = true
    setBusy(true)
    refuse(null)
    const result = await act().catch(() => null)
    isOn.current = false
    setBusy(false)
    if (result?.ok) return onList(result.data.id)
    if (!result) return refuse(t('errors.unreachable'))
    const { code, params } = result.error
    if (code === 'signedOut') onSignedOut()
    const problem = unreadableWhy(result.error)
    if (problem) {
      const line = problem.line === null ? '' : ` ${t('atLine', { line: problem.line })}`
      return refuse(`${t(`problems.${problem.code}`, { max: problem.max ?? 0 })}${line}`)
    }
    const known = KNOWN.find((each) => each === code)
    refuse(t(`errors.${known ?? 'unexpected'}`, { max: Number(params?.max ?? 0) }))
  }
  return { isBusy, problem, refuse, make }
}
