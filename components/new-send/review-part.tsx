'use client'

import { Download, RotateCw } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button, buttonClass } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { RecipientListView } from '@/lib/domain/recipient-list'
import { countIncluded, includedVerdicts, VERDICTS, type VerdictCounts } from '@/lib/domain/recipient-verdict'
import { Part } from './part'
import { ProgressBar } from './progress-bar'
import type { Judgement } from './use-judgement'
import type { VerdictGroupsProps } from './verdict-groups'
import { VERDICT_LOOKS } from './verdict-looks'

const VerdictGroups = dynamic(() => import('./verdict-groups').then((module) => module.VerdictGroups), {
  loading: () => <Skeleton className="h-48 w-full rounded-xl" />,
})

type ReviewPartProps = Omit<VerdictGroupsProps, 'list' | 'counts'> & {
  list: RecipientListView | undefined
  judgement: Judgement
  waitsFor: string | null
}

/** What was found of each line, counted and to be opened: who gets it, who is left out, and why. */
export function ReviewPart({ list, judgement, waitsFor, ...choices }: ReviewPartProps) {
  const t = useTranslations('newSend.review')
  const counts = judgement.state === 'judged' ? (list?.verdicts ?? null) : null
  const included = counts && countIncluded(counts, choices)
  const total = counts && VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0)
  const leftOut = total !== null && included !== null ? total - included : 0
  return (
    <Part
      id="review"
      number={3}
      title={t('title')}
      isDone={!!included}
      waitsFor={waitsFor}
      aside={
        list &&
        leftOut > 0 && (
          <a
            href={`/api/recipient-lists/${list.id}/problems.csv${choices.includesClosed || choices.includesRepeats ? `?${query(choices)}` : ''}`}
            download
            className={buttonClass('secondary', 'sm')}
          >
            <Download aria-hidden />
            {t('download')}
          </a>
        )
      }
    >
      <p role="status" className="sr-only">
        {judgement.state === 'judging' ? t('judging') : included !== null ? t('said', { included, leftOut }) : ''}
      </p>
      {judgement.state === 'judging' && (
        <div className="grid gap-2.5 py-2">
          <p className="text-[0.9333rem] text-muted">{t('judging')}</p>
          <ProgressBar label={t('judging')} value={judgement.progress} />
        </div>
      )}
      {judgement.state === 'failed' && (
        <Alert
          tone="danger"
          role="alert"
          action={
            <Button size="sm" onClick={judgement.again}>
              <RotateCw aria-hidden />
              {t('again')}
            </Button>
          }
        >
          {t(`errors.${judgement.code}`)}
        </Alert>
      )}
      {counts && list && total !== null && included !== null && (
        <>
          <Total counts={counts} included={included} total={total} choices={choices} />
          <VerdictGroups list={list} counts={counts} {...choices} />
        </>
      )}
    </Part>
  )
}

const query = ({ includesClosed, includesRepeats }: { includesClosed: boolean; includesRepeats: boolean }) =>
  new URLSearchParams({
    ...(includesClosed && { includesClosed: 'true' }),
    ...(includesRepeats && { includesRepeats: 'true' }),
  }).toString()

type TotalProps = {
  counts: VerdictCounts
  included: number
  total: number
  choices: { includesClosed: boolean; includesRepeats: boolean }
}

/** The number that matters, and a line that shows of what it is made. */
function Total({ counts, included, total, choices }: TotalProps) {
  const t = useTranslations('newSend.review')
  const takes = includedVerdicts(choices)
  return (
    <div className="grid gap-2.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-3xl font-semibold tracking-tight tabular-nums">
          {included > 0 ? t('number', { count: included }) : t('none')}
        </span>
        <span className="text-muted">{t('of', { included, total })}</span>
      </p>
      <div aria-hidden className="flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-hover">
        {takes
          .filter((verdict) => counts[verdict] > 0)
          .map((verdict) => (
            <span
              key={verdict}
              style={{ flexGrow: counts[verdict], flexBasis: 0 }}
              className={`min-w-1 ${VERDICT_LOOKS[verdict].bar}`}
            />
          ))}
        {total > included && <span style={{ flexGrow: total - included, flexBasis: 0 }} />}
      </div>
    </div>
  )
}
