'use client'

import { CircleHelp, Hand, MessageCircleQuestion, Smile, TextCursorInput } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { type ChoiceReport, TYPED_LIMIT } from '@/lib/domain/choice'
import { type TypedGroup, type TypedMatch, WORTH_A_ROW } from '@/lib/domain/choice-typed'

const FIRST = 8

/** What people wrote in the place of a tap, and whether a row has it. */
export function TypedAnswers({ report, templateId }: { report: ChoiceReport; templateId: string | null }) {
  const t = useTranslations('choices.typed')
  const [showsAll, setShowsAll] = useState(false)
  const { groups, total, isCut } = report.typed
  const shown = showsAll ? groups : groups.slice(0, FIRST)
  const titles = new Map(report.rows.map(({ id, title }) => [id, title]))
  return (
    <Card aria-labelledby="typed-answers" className="grid gap-3 p-4 sm:p-5">
      <div className="grid gap-0.5">
        <h2 id="typed-answers" className="font-semibold">
          {t('title')}
        </h2>
        <p className="text-muted">{total === 0 ? t('none') : t('summary', { count: total, groups: groups.length })}</p>
      </div>
      {total > 0 && (
        <ul className="grid divide-y border-t">
          {shown.map((group) => (
            <Group key={group.text} group={group} titles={titles} templateId={templateId} />
          ))}
        </ul>
      )}
      {groups.length > FIRST && (
        <Button variant="quiet" size="sm" className="justify-self-start" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('fewer') : t('all', { count: groups.length })}
        </Button>
      )}
      {isCut && <p className="text-[0.8667rem] text-muted">{t('cut', { count: TYPED_LIMIT })}</p>}
    </Card>
  )
}

type GroupProps = { group: TypedGroup; titles: ReadonlyMap<string, string>; templateId: string | null }

function Group({ group: { text, count, people, match }, titles, templateId }: GroupProps) {
  const t = useTranslations('choices.typed')
  const isMissing = match.kind === 'none' && count >= WORTH_A_ROW
  return (
    <li className={cn('flex items-start gap-3 py-2.5', isMissing && '-mx-2 rounded-lg bg-warning-soft px-2')}>
      <span aria-hidden className={cn('mt-0.5 [&_svg]:size-4', isMissing ? 'text-warning' : 'text-muted')}>
        {isMissing ? <MessageCircleQuestion /> : ICONS[match.kind]}
      </span>
      <span className="min-w-0 flex-1 wrap-anywhere">
        <q className="line-clamp-3 font-medium">{text}</q>
        <span className={cn('block text-[0.8667rem]', isMissing ? 'text-warning' : 'text-muted')}>
          {isMissing ? t('missing') : <Verdict match={match} titles={titles} />}
          {isMissing && templateId && (
            <>
              {' '}
              <Link href={`/templates/${templateId}`} className="font-medium underline underline-offset-4">
                {t('addRow')}
              </Link>
            </>
          )}
        </span>
      </span>
      <span className="shrink-0 text-right tabular-nums">
        <span className="block font-semibold">{t('times', { count })}</span>
        {people !== count && (
          <span className="block text-[0.8667rem] text-muted">{t('people', { count: people })}</span>
        )}
      </span>
    </li>
  )
}

const ICONS: Record<TypedMatch['kind'], ReactNode> = {
  row: <TextCursorInput />,
  several: <CircleHelp />,
  leave: <Hand />,
  courtesy: <Smile />,
  none: <MessageCircleQuestion />,
}

function Verdict({ match, titles }: { match: TypedMatch; titles: ReadonlyMap<string, string> }) {
  const t = useTranslations('choices.typed')
  const name = (id: string) => titles.get(id) ?? id
  switch (match.kind) {
    case 'row':
      return t(`row.${match.how}`, { row: name(match.rowId) })
    case 'several':
      return t('several', { rows: match.rowIds.map(name).join(' · ') })
    default:
      return t(match.kind === 'none' ? 'noRow' : match.kind)
  }
}
