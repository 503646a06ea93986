'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RowActions } from '@/components/answer-people/row-actions'
import { Card } from '@/components/ui/card'
import { messagesAddress } from '@/lib/domain/answer-people'
import { answerScopeOf, type ChoiceReport } from '@/lib/domain/choice'
import { useChoiceWords } from './choice-words'

/** Who tapped nothing, and how far they came. */
export function NotChosen({ report: { scope, totals } }: { report: ChoiceReport }) {
  const t = useTranslations('choices.notChosen')
  const words = useChoiceWords()
  const people = answerScopeOf(scope)
  const share = (count: number, of: number) => (of > 0 ? words.percent(count / of) : null)
  const silent = totals.read - totals.chose
  const unread = totals.got - totals.read
  return (
    <Card aria-labelledby="not-chosen" className="grid gap-3 p-4 sm:p-5">
      <div className="grid gap-0.5">
        <h2 id="not-chosen" className="font-semibold">
          {t('title')}
        </h2>
        <p className="text-muted">
          {totals.read === 0
            ? t('nobodyRead')
            : t('summary', { count: silent, of: totals.read, share: share(silent, totals.read) ?? 'none' })}
        </p>
      </div>
      <ul className="grid divide-y border-t">
        <Line
          name={t('readOnly')}
          hint={t('readOnlyHint')}
          count={totals.readOnly}
          href={people && messagesAddress({ scope: people, did: 'readOnly', rowId: null })}
          actions={people && <RowActions scope={people} did="readOnly" label={t('readOnly')} count={totals.readOnly} />}
        />
        <Line
          name={t('typed')}
          hint={t('typedHint')}
          count={totals.typed}
          actions={people && <RowActions scope={people} did="typed" label={t('typed')} count={totals.typed} />}
        />
        <Line name={t('unread')} hint={t('unreadHint')} count={unread} href={people && unreadAddress(people)} />
      </ul>
    </Card>
  )
}

const unreadAddress = (people: NonNullable<ReturnType<typeof answerScopeOf>>) => {
  const address = messagesAddress({ scope: people, did: 'readOnly', rowId: null })
  return address.replace('status=read', 'status=delivered')
}

type LineProps = { name: string; hint: string; count: number; href?: string | null; actions?: ReactNode }

function Line({ name, hint, count, href, actions }: LineProps) {
  const words = useChoiceWords()
  const number = words.number(count)
  return (
    <li className="flex items-center gap-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{name}</span>
        <span className="block text-[0.8667rem] text-muted">{hint}</span>
      </span>
      <span className="text-lg font-semibold tabular-nums">
        {href && count > 0 ? (
          <Link
            href={href}
            aria-label={`${name}: ${number}`}
            className="text-accent underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
          >
            {number}
          </Link>
        ) : (
          number
        )}
      </span>
      {actions ?? <span className="w-8" />}
    </li>
  )
}
