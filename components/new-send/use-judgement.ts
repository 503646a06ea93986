'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fingerprint } from '@/components/sends/press-key'
import { judgeRecipientListAction } from '@/lib/actions/recipient-lists'
import type { ListQuestion, RecipientListView } from '@/lib/domain/recipient-list'
import type { Work } from './kept-work'

/** Typing and choosing go on for a moment: one question for all of it. */
const QUIET_MS = 400

type FailureCode = 'unreachable' | 'unexpected' | 'gone' | 'inUse' | 'overruled'

/** How far the lines have been judged against the message, the columns and the values as they are now. */
export type Judgement =
  | { state: 'none' }
  | { state: 'judging'; progress: number | null }
  | { state: 'judged' }
  | { state: 'failed'; code: FailureCode; again: () => void }

type JudgementInput = {
  list: RecipientListView | undefined
  /** What is to be judged; null while something of it is missing. */
  question: ListQuestion | null
  asked: Work['asked']
  onAsked: (asked: Work['asked']) => void
  onSignedOut: () => void
}

/** Has the list judged anew whenever what it is judged against changes, and tells how far that is. */
export function useJudgement({ list, question, asked, onAsked, onSignedOut }: JudgementInput): Judgement {
  const client = useQueryClient()
  const [failure, setFailure] = useState<{ print: string; code: FailureCode } | null>(null)
  const print = useMemo(() => (question ? fingerprint(JSON.stringify(question)) : null), [question])
  const latest = useRef({ question, onAsked, onSignedOut })
  useEffect(() => {
    latest.current = { question, onAsked, onSignedOut }
  })

  const isAsked = print !== null && asked?.print === print && asked.listId === question?.listId
  const hasFailed = failure !== null && failure.print === print
  const ask = useCallback(
    async (of: string) => {
      const { question: now } = latest.current
      if (!now) return
      const result = await judgeRecipientListAction(now).catch(() => null)
      if (result?.ok) {
        latest.current.onAsked({ listId: now.listId, print: of, revision: result.data.revision })
        await client.invalidateQueries({ queryKey: ['recipient-list', now.listId] })
        return
      }
      const code = result?.error.code
      if (code === 'signedOut') latest.current.onSignedOut()
      setFailure({ print: of, code: !code ? 'unreachable' : code === 'gone' || code === 'inUse' ? code : 'unexpected' })
    },
    [client],
  )

  useEffect(() => {
    if (print === null || isAsked || hasFailed) return
    const timer = setTimeout(() => void ask(print), QUIET_MS)
    return () => clearTimeout(timer)
  }, [print, isAsked, hasFailed, ask])

  if (!list || print === null) return { state: 'none' }
  const again = () => {
    setFailure(null)
    onAsked(null)
  }
  if (hasFailed && failure) return { state: 'failed', code: failure.code, again }
  // Another tab has asked about the same list since.
  if (isAsked && asked && list.revision > asked.revision) return { state: 'failed', code: 'overruled', again }
  const isAnswer = isAsked && list.revision === asked?.revision
  if (isAnswer && list.state === 'judged' && list.verdicts) return { state: 'judged' }
  return { state: 'judging', progress: isAnswer ? list.progress : null }
}
