'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Input } from '@/components/ui/input'
import { Toolbar } from '@/components/ui/toolbar'
import {
  EMOJI_CATEGORIES,
  EMOJI_TONES,
  type EmojiCategory,
  type EmojiEntry,
  type EmojiSet,
  type EmojiTone,
  entriesOf,
  findEmoji,
  withTone,
} from '@/lib/domain/emoji'
import { CATEGORY_ICONS } from './emoji-categories'
import { drawnEmoji, EMOJI_COLUMNS, EmojiGrid, emojiCellId } from './emoji-grid'
import { chosenTone, recentEmoji, rememberEmoji, rememberTone } from './emoji-store'
import { hasCoarsePointer } from './field-popover'

type Category = EmojiCategory | 'recent'
type EmojiBoardProps = { set: EmojiSet; onPick: (emoji: string) => void }

const SHOWN = 160
const HAND = '✋'

/** A search, the categories, the emoji of one of them, and the name of the one that is meant. */
export function EmojiBoard({ set, onPick }: EmojiBoardProps) {
  const t = useTranslations('emoji')
  const gridId = useId()
  const search = useRef<HTMLInputElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const recent = useMemo(() => entriesOf(set, recentEmoji()), [set])
  const categories: readonly Category[] = recent.length ? ['recent', ...EMOJI_CATEGORIES] : EMOJI_CATEGORIES
  const [category, setCategory] = useState<Category>(categories[0] ?? 'faces')
  const [query, setQuery] = useState('')
  const [active, setActive] = useState<number | null>(null)
  const [pointed, setPointed] = useState<EmojiEntry | null>(null)
  const [tone, setTone] = useState(chosenTone)

  const isSearch = query.trim() !== ''
  const entries = useMemo(() => {
    if (isSearch) return findEmoji(set, query).slice(0, SHOWN)
    return category === 'recent' ? recent : (set[EMOJI_CATEGORIES.indexOf(category)] ?? [])
  }, [set, query, isSearch, category, recent])

  const pick = useCallback(
    (entry: EmojiEntry) => {
      const emoji = drawnEmoji(entry, tone)
      rememberEmoji(emoji)
      onPick(emoji)
    },
    [tone, onPick],
  )

  // The set may come after the popover took the focus.
  useEffect(() => {
    if (!hasCoarsePointer()) search.current?.focus({ preventScroll: true })
  }, [])

  useEffect(() => {
    if (active !== null) document.getElementById(emojiCellId(gridId, active))?.scrollIntoView({ block: 'nearest' })
  }, [active, gridId])

  const show = (next: { query: string } | { category: Category }) => {
    if ('query' in next) setQuery(next.query)
    else setCategory(next.category)
    setActive(null)
    setPointed(null)
    scroller.current?.scrollTo({ top: 0 })
  }

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      const entry = entries[active ?? (isSearch ? 0 : -1)]
      event.preventDefault()
      if (entry) pick(entry)
      return
    }
    const next = stepFrom(active, event.key, entries.length)
    if (next === undefined) return
    event.preventDefault()
    setActive(next)
    if (next === null) search.current?.focus()
  }

  const named = pointed ?? (active === null ? null : (entries[active] ?? null))
  return (
    <>
      <div className="grid gap-1 p-2 pb-1">
        <Input
          ref={search}
          enterKeyHint="done"
          role="combobox"
          aria-label={t('search')}
          aria-expanded
          aria-haspopup="grid"
          aria-controls={gridId}
          aria-activedescendant={active === null ? undefined : emojiCellId(gridId, active)}
          autoComplete="off"
          placeholder={t('placeholder')}
          value={query}
          onChange={(event) => show({ query: event.target.value })}
          onKeyDown={press}
        />
        <Toolbar
          aria-label={t('category')}
          className="flex justify-between"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            search.current?.focus()
            setActive(0)
          }}
        >
          {categories.map((one, i) => {
            const Icon = CATEGORY_ICONS[one]
            return (
              <button
                key={one}
                type="button"
                tabIndex={i === 0 ? 0 : -1}
                title={t(`categories.${one}`)}
                aria-label={t(`categories.${one}`)}
                aria-pressed={!isSearch && one === category}
                className="inline-flex h-8 grow items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent [&_svg]:size-4"
                onClick={() => {
                  setQuery('')
                  show({ category: one })
                }}
              >
                <Icon aria-hidden />
              </button>
            )
          })}
        </Toolbar>
      </div>
      <div ref={scroller} className="min-h-0 grow overflow-y-auto border-t px-2 py-1">
        {entries.length > 0 ? (
          <EmojiGrid
            id={gridId}
            label={isSearch ? t('results') : t(`categories.${category}`)}
            entries={entries}
            tone={tone}
            active={active}
            onPick={pick}
            onPoint={setPointed}
            onKeyDown={press}
            onEnter={() => setActive(active ?? 0)}
          />
        ) : (
          <p id={gridId} className="p-3 text-muted">
            {t('none', { query: query.trim() })}
          </p>
        )}
      </div>
      <div className="flex h-11 shrink-0 items-center gap-2 border-t px-3">
        <p aria-hidden className="min-w-0 grow truncate text-[0.8667rem] text-muted">
          {named ? `${drawnEmoji(named, tone)} ${named[1]}` : isSearch ? t('results') : t(`categories.${category}`)}
        </p>
        <ToneSelect
          tone={tone}
          onChoose={(chosen) => {
            setTone(chosen)
            rememberTone(chosen)
          }}
        />
      </div>
      <p aria-live="polite" className="sr-only">
        {isSearch && t('count', { count: entries.length })}
      </p>
    </>
  )
}

/** Where a key leads from the active one; null back into the search, undefined where it is none of ours. */
function stepFrom(active: number | null, key: string, count: number): number | null | undefined {
  if (count === 0) return undefined
  if (active === null) return key === 'ArrowDown' ? 0 : undefined
  switch (key) {
    case 'ArrowLeft':
      return Math.max(active - 1, 0)
    case 'ArrowRight':
      return Math.min(active + 1, count - 1)
    case 'ArrowUp':
      return active < EMOJI_COLUMNS ? null : active - EMOJI_COLUMNS
    case 'ArrowDown':
      return Math.min(active + EMOJI_COLUMNS, count - 1)
    default:
      return undefined
  }
}

function ToneSelect({ tone, onChoose }: { tone: EmojiTone | null; onChoose: (tone: EmojiTone | null) => void }) {
  const t = useTranslations('emoji')
  return (
    <span className="relative inline-flex h-8 shrink-0 items-center gap-1 rounded-md px-1.5 text-muted hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <span aria-hidden className="text-[1.2rem] leading-none">
        {withTone(HAND, tone)}
      </span>
      <ChevronDown aria-hidden className="size-3.5" />
      <select
        aria-label={t('tone')}
        title={t('tone')}
        value={tone ?? ''}
        onChange={(event) => onChoose(EMOJI_TONES.find((one) => one === event.target.value) ?? null)}
        className="absolute inset-0 w-full cursor-pointer opacity-0"
      >
        <option value="">
          {HAND} {t('tones.none')}
        </option>
        {EMOJI_TONES.map((one) => (
          <option key={one} value={one}>
            {withTone(HAND, one)} {t(`tones.${one}`)}
          </option>
        ))}
      </select>
    </span>
  )
}
