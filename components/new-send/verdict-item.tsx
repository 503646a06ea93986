'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { cn } from '@/components/ui/cn'
import type { RecipientListView } from '@/lib/domain/recipient-list'
import type { RecipientRowView } from '@/lib/domain/recipient-verdict'
import type { RowsAsked } from './list-reads'
import { VerdictLines } from './verdict-lines'
import { VERDICT_LOOKS } from './verdict-looks'

type VerdictItemProps = {
  verdict: RowsAsked
  count: number
  isLeftOut: boolean
  list: RecipientListView
  control: ReactNode
  onLook: (row: RecipientRowView) => void
  /** What it means. */
  children: ReactNode
}

/** One verdict: its number, what it means, and the lines behind it once somebody opens it. */
export function VerdictItem({ verdict, count, isLeftOut, list, control, onLook, children }: VerdictItemProps) {
  const t = useTranslations('newSend.review')
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { Icon, tone } = VERDICT_LOOKS[verdict]
  return (
    <li>
      <div className="flex flex-wrap items-center gap-x-4 pr-3.5">
        <h4 className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
            className="flex min-h-11 w-full items-center gap-2.5 rounded-lg py-2 pl-3.5 text-left font-medium -outline-offset-2"
          >
            <Icon aria-hidden className={cn('size-4.5 shrink-0', tone)} />
            <span className="min-w-0">{t(`verdicts.${verdict}`)}</span>
            <span className={cn('font-semibold tabular-nums', isLeftOut && 'text-muted')}>
              {t('number', { count })}
            </span>
            <ChevronRight
              aria-hidden
              className={cn('size-4 shrink-0 text-muted transition-transform', isOpen && 'rotate-90')}
            />
          </button>
        </h4>
        {control}
      </div>
      <p className="max-w-[46rem] pr-4 pb-3 pl-10.5 text-[0.9333rem] text-muted">{children}</p>
      {isOpen && (
        <div id={id} className="pr-3.5 pb-3.5 pl-3.5 sm:pl-10.5">
          <VerdictLines asked={verdict} list={list} label={t(`verdicts.${verdict}`)} onLook={onLook} />
        </div>
      )}
    </li>
  )
}
