'use client'

import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { cn } from '@/components/ui/cn'
import type { Finding } from '@/lib/domain/list-finding'
import { problemKey } from '@/lib/domain/list-problems'
import { FixButton } from './fix-button'
import { useProblemText } from './problem-text'

type FindingListProps = {
  title: string
  findings: Finding[]
  onGo: (finding: Finding) => void
  onFixed: () => void
}

/** What the rules say, under its severity's name: each leads to its field, and is repaired from here where it can be. */
export function FindingList({ title, findings, onGo, onFixed }: FindingListProps) {
  const word = useProblemText()
  const id = useId()
  const [first] = findings
  if (!first) return null
  const blocks = first.severity === 'blocks'
  const Icon = blocks ? CircleAlert : TriangleAlert
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="flex items-center gap-1.5 px-2.5 pt-2.5 pb-1 text-[0.8667rem] font-semibold">
        <Icon aria-hidden className={cn('size-4', blocks ? 'text-danger' : 'text-warning')} />
        {title}
        <span className="font-normal text-muted tabular-nums">{findings.length}</span>
      </h2>
      <ul>
        {findings.map((finding, n) => {
          const { place, full } = word(finding)
          return (
            <li key={`${problemKey(finding.path)} ${finding.code} ${finding.params.at ?? ''}`} className="grid">
              <button
                id={`${id}-${n}`}
                type="button"
                className="grid w-full rounded-md px-2.5 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
                onClick={() => onGo(finding)}
              >
                <span>{full}</span>
                {place && <span className="text-[0.8rem] text-muted">{place}</span>}
              </button>
              <FixButton
                finding={finding}
                describedBy={`${id}-${n}`}
                className="mx-1.5 mb-1.5 focus-visible:-outline-offset-2"
                onFixed={onFixed}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
