'use client'

import { Hourglass } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMinute } from '@/components/new-send/use-minute'
import { useTimeLeft } from '@/components/start/use-time-left'
import { cn } from '@/components/ui/cn'
import type { AnswerPeople } from '@/lib/domain/answer-people'
import { useAnswerPeople } from './answer-reads'

const SOON_MS = 2 * 60 * 60 * 1000

/** Of how many the window is open, and when the first one closes: the clock of whoever wants to write to them. */
export function WindowClock({ people, className }: { people: AnswerPeople; className?: string }) {
  const t = useTranslations('answerPeople')
  const { data, isError } = useAnswerPeople(people)
  if (isError) return <p className={cn('text-[0.8667rem] text-muted', className)}>{t('unread')}</p>
  if (!data) return <p className={cn('text-[0.8667rem] text-muted', className)}>{t('counting')}</p>
  return <ClockWords open={data.open} count={data.count} firstClosesAt={data.firstClosesAt} className={className} />
}

type ClockWordsProps = { open: number; count: number; firstClosesAt: string | null; className?: string }

export function ClockWords({ open, count, firstClosesAt, className }: ClockWordsProps) {
  const t = useTranslations('answerPeople')
  const left = useTimeLeft()
  const now = useMinute()
  const ms = firstClosesAt === null ? 0 : Date.parse(firstClosesAt) - now.getTime()
  const isSoon = firstClosesAt !== null && ms < SOON_MS
  return (
    <p className={cn('flex items-start gap-2 text-[0.8667rem]', isSoon ? 'text-warning' : 'text-muted', className)}>
      <Hourglass aria-hidden className="mt-[0.15rem] size-3.5 shrink-0" />
      <span className="tabular-nums">
        {t('open', { open, count })}
        {firstClosesAt !== null && ` ${t('first', { left: left(ms) })}`}
      </span>
    </p>
  )
}
