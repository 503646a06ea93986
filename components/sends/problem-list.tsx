'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useProblemText } from '@/components/editor/problem-text'
import { Alert } from '@/components/ui/alert'
import { type Problem, problemKey } from '@/lib/domain/list-problems'

type ProblemListProps = {
  problems: Problem[]
  /** Leads to the field; without it the problems are only told. */
  onGo?: (path: Problem['path']) => void
}

/** Everything that keeps the list from being sent. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  const t = useTranslations('send')
  const words = useProblemText()
  if (problems.length === 0) return null
  return (
    <Alert tone="danger" title={t('problems', { count: problems.length })}>
      <ul className="-mx-1.5 grid">
        {problems.map((problem) => {
          const { place, full } = words(problem)
          const text = (
            <>
              {place && <span className="text-muted">{place} · </span>}
              {full}
            </>
          )
          return (
            <li key={`${problemKey(problem.path)} ${problem.code} ${problem.params.at ?? ''}`}>
              {onGo ? (
                <button
                  type="button"
                  onClick={() => onGo(problem.path)}
                  className="min-h-8 w-full rounded-md px-1.5 py-1 text-left underline decoration-danger/40 underline-offset-4 hover:bg-hover hover:decoration-danger"
                >
                  {text}
                </button>
              ) : (
                <span className="flex items-start gap-2 px-1.5 py-1">
                  <CircleAlert aria-hidden className="mt-1 size-3.5 shrink-0 text-danger" />
                  <span>{text}</span>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
