'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Alert } from '@/components/ui/alert'
import { Select } from '@/components/ui/select'
import type { BadEntry } from '@/lib/domain/template-library-file'
import type { Choice, Judged, LibraryImport, Preview } from './use-library-import'
import { useWhenWords } from './when-words'

const CHOICES = ['skip', 'copy', 'replace'] as const satisfies Choice[]
/** More than that nobody reads line by line; the rest is counted. */
const SHOWN = 100

const isChoice = (value: string): value is Choice => CHOICES.some((choice) => choice === value)

/** What a file would bring: new lists, those that are here already, those that differ, those that cannot be read. */
export function ImportLibraryPreview({ preview, library }: { preview: Preview; library: LibraryImport }) {
  const t = useTranslations('templates.file')
  const when = useWhenWords()
  const { judged, bad, fileName, exportedAt } = preview
  const of = (kind: Judged['fate']['kind']) => judged.filter(({ fate }) => fate.kind === kind)
  const [fresh, same, differing] = [of('new'), of('same'), of('differs')]
  const count = judged.length + bad.length
  return (
    <div className="grid gap-5">
      <div className="grid gap-3">
        <p className="text-[0.8667rem] text-muted [overflow-wrap:anywhere]" suppressHydrationWarning>
          {exportedAt
            ? t('fromDate', { name: fileName, count, when: when.moment(exportedAt) })
            : t('from', { name: fileName, count })}
        </p>
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          <Stat count={fresh.length} word={t('kind.new', { count: fresh.length })} />
          <Stat count={differing.length} word={t('kind.differs', { count: differing.length })} />
          <Stat count={same.length} word={t('kind.same', { count: same.length })} />
          <Stat count={bad.length} word={t('kind.bad')} tone={bad.length > 0 ? 'text-danger' : undefined} />
        </ul>
      </div>
      {bad.length > 0 && <BadEntries bad={bad} />}
      {differing.length > 0 && <Differing judged={differing} library={library} />}
      <Names title={t('newTitle')} judged={fresh} />
      <Names title={t('sameTitle')} judged={same} />
    </div>
  )
}

function Stat({ count, word, tone = '' }: { count: number; word: string; tone?: string }) {
  return (
    <li className="grid rounded-xl bg-sunken px-3 py-2">
      <span className={`text-lg font-semibold tabular-nums ${tone}`}>{count}</span>
      <span className="text-[0.8667rem] text-muted">{word}</span>
    </li>
  )
}

function Differing({ judged, library }: { judged: Judged[]; library: LibraryImport }) {
  const t = useTranslations('templates.file')
  const id = useId()
  const ids = judged.map(({ entry }) => entry.id)
  const choices = new Set(ids.map(library.choiceOf))
  const [common] = choices
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={id} className="font-medium">
          {t('differsTitle')}
        </h3>
        {judged.length > 1 && (
          <ChoiceSelect
            label={t('choiceAll')}
            isLabelShown
            value={choices.size === 1 ? (common ?? null) : null}
            onChange={(choice) => library.choose(ids, choice)}
          />
        )}
      </div>
      <ul className="grid divide-y rounded-xl border">
        {judged.slice(0, SHOWN).map((one) => (
          <DifferingEntry key={one.entry.id} judged={one} library={library} />
        ))}
      </ul>
      <More count={judged.length - SHOWN} />
    </section>
  )
}

function DifferingEntry({ judged: { entry, fate }, library }: { judged: Judged; library: LibraryImport }) {
  const t = useTranslations('templates.file')
  const tTemplates = useTranslations('templates')
  const when = useWhenWords()
  const choice = library.choiceOf(entry.id)
  if (fate.kind !== 'differs') return null
  const { match } = fate
  const who = (name: string | null | undefined, moment: string) =>
    tTemplates('who', { name: name ?? tTemplates('someone'), when: when.moment(moment) })
  return (
    <li className="grid gap-2 p-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="grid min-w-48 flex-1 gap-0.5">
          <span className="font-medium [overflow-wrap:anywhere]">{entry.name}</span>
          <span className="text-[0.8667rem] text-muted" suppressHydrationWarning>
            {t('there', { who: who(entry.changedBy, entry.changedAt) })}
          </span>
          <span className="text-[0.8667rem] text-muted" suppressHydrationWarning>
            {t('here', { who: who(match.savedBy?.name, match.savedAt) })}
            {match.isArchived && ` (${t('archivedHere')})`}
          </span>
        </div>
        <ChoiceSelect
          label={t('choice', { name: entry.name })}
          value={choice}
          onChange={(next) => library.choose([entry.id], next)}
        />
      </div>
      {choice === 'replace' && match.sentRowIds.length > 0 && (
        <Alert tone="warning" role="status">
          {t('changesIds', { ids: match.sentRowIds.join(', ') })}
        </Alert>
      )}
    </li>
  )
}

type ChoiceSelectProps = {
  label: string
  isLabelShown?: boolean
  /** Null where several have several. */
  value: Choice | null
  onChange: (choice: Choice) => void
}

function ChoiceSelect({ label, isLabelShown, value, onChange }: ChoiceSelectProps) {
  const t = useTranslations('templates.file.choices')
  return (
    <span className="flex items-center gap-2 text-[0.8667rem]">
      {isLabelShown && <span aria-hidden>{label}</span>}
      <Select
        aria-label={label}
        value={value ?? ''}
        onChange={({ target }) => isChoice(target.value) && onChange(target.value)}
      >
        {value === null && <option value="">…</option>}
        {CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {t(choice)}
          </option>
        ))}
      </Select>
    </span>
  )
}

function BadEntries({ bad }: { bad: BadEntry[] }) {
  const t = useTranslations('templates.file')
  return (
    <Alert tone="danger" title={t('badTitle')}>
      <ul className="grid gap-1.5">
        {bad.slice(0, SHOWN).map(({ place, name, code }) => (
          <li key={place} className="grid">
            <span>
              {name && <strong className="font-medium">{name}: </strong>}
              {t(`badCode.${code}`)}
            </span>
            <code className="font-mono text-[0.8rem] text-muted [overflow-wrap:anywhere]">{place}</code>
          </li>
        ))}
      </ul>
      <More count={bad.length - SHOWN} />
    </Alert>
  )
}

function Names({ title, judged }: { title: string; judged: Judged[] }) {
  if (judged.length === 0) return null
  return (
    <details className="group rounded-xl border">
      <summary className="rounded-xl px-3 py-2 font-medium">{title}</summary>
      <ul className="grid gap-1 border-t px-3 py-2 text-[0.9333rem]">
        {judged.slice(0, SHOWN).map(({ entry }) => (
          <li key={entry.id} className="truncate">
            {entry.name}
          </li>
        ))}
        <More count={judged.length - SHOWN} as="li" />
      </ul>
    </details>
  )
}

function More({ count, as: Tag = 'p' }: { count: number; as?: 'p' | 'li' }): ReactNode {
  const t = useTranslations('templates.file')
  return count > 0 && <Tag className="text-[0.8667rem] text-muted">{t('andMore', { count })}</Tag>
}
