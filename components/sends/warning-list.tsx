'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useProblemText } from '@/components/editor/problem-text'
import type { Warning } from '@/lib/domain/list-finding'
import { problemKey } from '@/lib/domain/list-problems'

type WarningListProps = {
  warnings: Warning[]
  /** Leads to the field; without it the warnings are only told. */
  onGo?: (path: Warning['path']) => void
}

/** What is worth a look before the press, and does not stand in its way. */
export function WarningList({ warnings, onGo }: WarningListProps) {
  const t = useTranslations('send')
  const words = useProblemText()
  if (warnings.length === 0) return null
  return (
    <section aria-labelledby="send-warnings" className="grid gap-1 px-4 text-[0.9333rem]">
      <h3 id="send-warnings" className="flex items-center gap-2 font-medium text-warning">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {t('warnings')}
      </h3>
      <ul className="-mx-1.5 grid pl-6">
        {warnings.map((warning) => {
          const { place, full } = words(warning)
          const text = (
            <>
              {place && <span className="text-muted">{place} · </span>}
              {full}
            </>
          )
          return (
            <li key={`${problemKey(warning.path)} ${warning.code}`}>
              {onGo ? (
                <button
                  type="button"
                  onClick={() => onGo(warning.path)}
                  className="min-h-8 w-full rounded-md px-1.5 py-1 text-left underline decoration-line-strong/50 underline-offset-4 hover:bg-hover hover:decoration-text"
                >
                  {text}
                </button>
              ) : (
                <span className="block px-1.5 py-1">{text}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
