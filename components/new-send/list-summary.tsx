'use client'

import { ContactRound, FileSpreadsheet, History, Keyboard } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { ClockWords } from '@/components/answer-people/window-clock'
import type { RecipientListView } from '@/lib/domain/recipient-list'
import { ProgressBar } from './progress-bar'

const ICONS = { text: Keyboard, file: FileSpreadsheet, contacts: ContactRound, send: History } as const

/** What list it is, and how far it has been read. */
export function ListSummary({ list }: { list: RecipientListView }) {
  const t = useTranslations('newSend.people')
  const format = useFormatter()
  const { source, fileName, state, lineCount, bytesTotal, progress, mapping, verdicts, firstClosesAt } = list
  const Icon = ICONS[source]
  const isReading = state === 'reading'
  const lines = Math.max(0, lineCount - (mapping?.hasHeader && !isReading ? 1 : 0))
  const size = bytesTotal ? format.number(bytesTotal / 1_000_000, { maximumFractionDigits: 1 }) : null
  return (
    <div className="grid gap-3">
      <div className="flex items-start gap-3">
        <span className="grid size-10 shrink-0 place-items-center rounded-xl bg-accent-soft text-accent">
          <Icon aria-hidden className="size-5" />
        </span>
        <div className="grid min-w-0">
          <p className="font-medium [overflow-wrap:anywhere]">{fileName ?? t(`sources.${source}`)}</p>
          <p role="status" className="text-[0.9333rem] text-muted tabular-nums">
            {isReading ? t('reading', { count: lineCount }) : t('lines', { count: lines })}
            {size && size !== '0' && ` · ${t('megabytes', { size })}`}
          </p>
          {verdicts && firstClosesAt && (
            <ClockWords
              open={verdicts.open}
              count={verdicts.open + verdicts.closed + verdicts.unknown + verdicts.repeated}
              firstClosesAt={firstClosesAt}
              className="mt-1"
            />
          )}
        </div>
      </div>
      {isReading && <ProgressBar label={t('readingLabel')} value={progress} />}
    </div>
  )
}
