'use client'

import { type KeyboardEvent, memo, useMemo } from 'react'
import { cn } from '@/components/ui/cn'
import { type EmojiEntry, type EmojiTone, withTone } from '@/lib/domain/emoji'

export const EMOJI_COLUMNS = 8

export const emojiCellId = (gridId: string, i: number) => `${gridId}-${i}`
export const drawnEmoji = ([emoji, , , hasTones]: EmojiEntry, tone: EmojiTone | null) =>
  hasTones ? withTone(emoji, tone) : emoji

type EmojiGridProps = {
  id: string
  label: string
  entries: readonly EmojiEntry[]
  tone: EmojiTone | null
  /** The one that Enter takes; the focus stays in the search, or on the grid as a whole. */
  active: number | null
  onPick: (entry: EmojiEntry) => void
  onPoint: (entry: EmojiEntry | null) => void
  onKeyDown: (event: KeyboardEvent) => void
  onEnter: () => void
}

/** Emoji in rows; each row draws again only for itself. */
export function EmojiGrid({ id, label, entries, tone, active, onPick, onPoint, onKeyDown, onEnter }: EmojiGridProps) {
  const rows = useMemo(
    () =>
      Array.from({ length: Math.ceil(entries.length / EMOJI_COLUMNS) }, (_, i) =>
        entries.slice(i * EMOJI_COLUMNS, (i + 1) * EMOJI_COLUMNS),
      ),
    [entries],
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's rows would be none of these flexible ones.
    <div
      id={id}
      role="grid"
      aria-label={label}
      aria-activedescendant={active === null ? undefined : emojiCellId(id, active)}
      tabIndex={0}
      className="rounded-md outline-none"
      onPointerLeave={() => onPoint(null)}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === event.currentTarget && onEnter()}
    >
      {rows.map((row, i) => {
        const at = active === null ? -1 : active - i * EMOJI_COLUMNS
        const isHere = at >= 0 && at < EMOJI_COLUMNS
        return (
          <EmojiRow
            key={i * EMOJI_COLUMNS}
            gridId={id}
            from={i * EMOJI_COLUMNS}
            row={row}
            tone={tone}
            active={isHere ? at : null}
            onPick={onPick}
            onPoint={onPoint}
          />
        )
      })}
    </div>
  )
}

type EmojiRowProps = Pick<EmojiGridProps, 'tone' | 'active' | 'onPick' | 'onPoint'> & {
  gridId: string
  from: number
  row: readonly EmojiEntry[]
}

const EmojiRow = memo(function EmojiRow({ gridId, from, row, tone, active, onPick, onPoint }: EmojiRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above; its cells are what is reached.
    <div role="row" className="grid grid-cols-8">
      {row.map((entry, i) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        <button
          key={entry[0]}
          id={emojiCellId(gridId, from + i)}
          type="button"
          role="gridcell"
          tabIndex={-1}
          aria-label={entry[1]}
          aria-selected={i === active}
          className={cn(
            'flex aspect-square items-center justify-center rounded-md text-[1.4rem] leading-none hover:bg-hover',
            i === active && 'bg-accent-soft outline-2 -outline-offset-2 outline-accent',
          )}
          onClick={() => onPick(entry)}
          onPointerEnter={() => onPoint(entry)}
        >
          {drawnEmoji(entry, tone)}
        </button>
      ))}
    </div>
  )
})
