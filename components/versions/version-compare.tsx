'use client'

import { useTranslations } from 'next-intl'
import { type Ref, useMemo, useState } from 'react'
import { useMoment } from '@/components/editor/moment'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { diffDrafts } from '@/lib/domain/draft-diff'
import type { VersionContent, VersionView } from '@/lib/domain/template-version'
import { ChangeList } from './change-list'
import { type PhoneSide, VersionPhone } from './version-phone'

type VersionCompareProps = {
  before: VersionContent
  after: VersionContent
  /** What can be chosen from, newest first. */
  versions: VersionView[]
  newest: number
  isPending: boolean
  picked: { from: number; to: number }
  onPick: (side: 'from' | 'to', version: number) => void
  headingRef: Ref<HTMLHeadingElement>
}

/** Two versions side by side on phones, and what lies between them. */
export function VersionCompare({ before, after, newest, isPending, headingRef, ...picking }: VersionCompareProps) {
  const t = useTranslations('versions')
  const changes = useMemo(() => diffDrafts(before.draft, after.draft), [before, after])
  const sideOf = (index: number): PhoneSide => ((changes[index]?.kind ?? 'text') === 'text' ? 'message' : 'rows')
  const [chosen, setChosen] = useState(0)
  const [shows, setShows] = useState<PhoneSide>(sideOf(0))
  const [narrow, setNarrow] = useState<'before' | 'after'>('after')
  const [seen, setSeen] = useState(changes)
  if (seen !== changes) {
    // Another pair: what was looked at in the last one is over, while the select that chose it keeps its focus.
    setSeen(changes)
    setChosen(0)
    setShows(sideOf(0))
  }
  const change = changes[chosen]
  const count = t('changes', { count: changes.length })
  const numbers = { before: before.version, after: after.version }

  return (
    <Card
      aria-labelledby="comparison"
      aria-busy={isPending || undefined}
      className="@container min-w-0 transition-opacity aria-busy:opacity-60 xl:sticky xl:top-5"
    >
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2.5 border-b px-4 py-3 @lg:px-5">
        <div className="grid">
          <h2 id="comparison" ref={headingRef} tabIndex={-1} className="font-semibold outline-none">
            {t('compareTwo', numbers)}
          </h2>
          <p className="text-[0.8667rem] text-muted">{count}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <div className="@xl:hidden">
            <Segmented
              label={t('which')}
              value={narrow}
              onChange={setNarrow}
              options={[
                { value: 'before', label: t('before') },
                { value: 'after', label: t('after') },
              ]}
            />
          </div>
          <Segmented
            label={t('show')}
            value={shows}
            onChange={setShows}
            options={[
              { value: 'message', label: t('message') },
              { value: 'rows', label: t('rows') },
            ]}
          />
        </div>
        <p aria-live="polite" className="sr-only">
          {isPending ? '' : t('said', { changes: count, ...numbers })}
        </p>
      </header>
      <div className="grid gap-x-6 gap-y-5 p-4 @lg:p-5 @xl:grid-cols-2 @4xl:grid-cols-[minmax(13rem,1fr)_minmax(0,21rem)_minmax(0,21rem)]">
        <div className="min-w-0 @xl:col-span-2 @4xl:-m-1 @4xl:col-span-1 @4xl:max-h-[calc(100dvh-13rem)] @4xl:overflow-y-auto @4xl:p-1">
          {changes.length === 0 ? (
            <p className="text-muted">{t('same')}</p>
          ) : (
            <ChangeList
              changes={changes}
              chosen={chosen}
              onChoose={(index) => {
                setChosen(index)
                setShows(sideOf(index))
                const { before: was, after: is } = changes[index] ?? {}
                if (!was !== !is) setNarrow(was ? 'before' : 'after')
              }}
            />
          )}
        </div>
        {(['before', 'after'] as const).map((side) => (
          <VersionPhone
            key={side}
            version={side === 'before' ? before : after}
            shows={shows}
            highlight={change?.[side] ?? null}
            className={cn(narrow !== side && 'hidden @xl:grid')}
            head={<VersionPick side={side} newest={newest} {...picking} />}
          />
        ))}
      </div>
    </Card>
  )
}

type VersionPickProps = Pick<VersionCompareProps, 'versions' | 'newest' | 'picked' | 'onPick'> & {
  side: 'before' | 'after'
}

function VersionPick({ side, versions, newest, picked, onPick }: VersionPickProps) {
  const t = useTranslations('versions')
  const moment = useMoment()
  const id = `pick-${side}`
  const param = side === 'before' ? 'from' : 'to'
  return (
    <Field id={id} label={t(side)}>
      <Select
        id={id}
        className="w-full"
        value={picked[param]}
        onChange={(event) => onPick(param, Number(event.target.value))}
      >
        {versions.map(({ version, savedAt }) => (
          <option key={version} value={version} suppressHydrationWarning>
            {t(version === newest ? 'optionCurrent' : 'option', { version, when: moment.short(savedAt) })}
          </option>
        ))}
      </Select>
    </Field>
  )
}
