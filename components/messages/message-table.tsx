'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import type { MessageColumn } from '@/lib/domain/message-columns'
import { WIDTHS } from './message-cell'
import type { MessagePages, MessagesShown } from './message-pages'
import { MessageRow } from './message-row'
import { leaveAt, type Place } from './use-messages'
import { revealRow, type Scroller, useWindow } from './use-window'

type MessageTableProps = {
  pages: MessagePages
  shown: MessagesShown
  columns: readonly MessageColumn[]
  /** How many there are in all, where that is known. */
  total: number | null
  /** Where somebody was who comes back. */
  place: Place | null
}

/** A grid of any length, of which only what is in sight is drawn. One stop of the Tab key; arrows move within. */
export function MessageTable({ pages, shown, columns, total, place }: MessageTableProps) {
  const t = useTranslations('messages')
  const router = useRouter()
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const scroller = useMemo<Scroller>(() => ({ frame, body }), [])
  const [chosen, setActive] = useState(place?.index ?? 0)
  const wanted = useRef<number | null>(place?.index ?? null)
  const { count, isWhole } = shown
  const active = Math.max(0, Math.min(chosen, count - 1))
  const span = useWindow(scroller, count)

  // Back where somebody was, before anything is painted.
  const [comeBack] = useState(place)
  useEffect(() => {
    if (!comeBack) return
    if (frame.current) frame.current.scrollTop = comeBack.top
    revealRow(scroller, pages.shown().count, comeBack.index)
  }, [comeBack, scroller, pages])

  useEffect(() => pages.look(span), [pages, span])

  // The row that a key has led to may not be drawn before the scroll that the key has caused.
  useEffect(() => {
    if (wanted.current === null) return
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })

  const leave = (index: number) => leaveAt({ pages, index, top: frame.current?.scrollTop ?? 0 })

  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return
    if (event.key === 'Enter') {
      const message = shown.at(active)
      if (!message) return
      event.preventDefault()
      leave(active)
      router.push(`/messages/${message.id}`)
      return
    }
    const page = Math.max(1, revealRow(scroller, count, active) - 1)
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : active + (steps[event.key] ?? Number.NaN)
    if (Number.isNaN(to)) return
    event.preventDefault()
    const next = Math.max(0, Math.min(count - 1, to))
    wanted.current = next
    setActive(next)
    revealRow(scroller, count, next)
  }

  const indexAt = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
    return row ? Number(row.dataset.index) : null
  }

  const drawn = rowsToDraw(span.from, Math.min(span.to, count), count > 0 ? active : null)
  const known = isWhole ? count : total
  const widths = columns.map((column) => WIDTHS[column])
  const style = {
    '--columns': widths.map(({ rem, share }) => (share ? `minmax(${rem}rem, ${share}fr)` : `${rem}rem`)).join(' '),
    '--wide': `${widths.reduce((sum, { rem }) => sum + rem, 1)}rem`,
  } as CSSProperties

  return (
    <div
      ref={frame}
      className="overscroll-x-contain md:min-h-0 md:overflow-auto md:rounded-xl md:border md:bg-surface md:shadow-card"
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: keys move within it, which makes a table a grid.
        role="grid"
        tabIndex={-1}
        aria-label={t('list')}
        aria-rowcount={known === null ? -1 : known + 1}
        style={style}
        className="block text-left outline-none [--row:4.9rem] md:min-w-(--wide) md:[--row:2.75rem]"
        onKeyDown={move}
        onFocus={(event) => {
          const index = indexAt(event.target)
          if (index !== null) setActive(index)
        }}
        onClick={(event) => {
          const index = indexAt(event.target)
          if (index !== null) leave(index)
        }}
      >
        <thead className="sticky top-0 z-2 block border-b bg-surface max-md:hidden">
          <tr aria-rowindex={1} className="grid h-9 grid-cols-(--columns) items-center pl-2 text-[0.8rem] text-muted">
            {columns.map((column) => (
              <th key={column} scope="col" className="truncate px-3 font-medium">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          ref={body}
          className="relative block"
          style={{ height: `calc(var(--row) * ${count})`, overflowAnchor: 'none' }}
        >
          {drawn.map((index) => (
            <MessageRow
              key={index}
              index={index}
              message={shown.at(index)}
              columns={columns}
              isActive={index === active}
            />
          ))}
        </tbody>
      </table>
      {!isWhole && <More />}
    </div>
  )
}

/** Those in sight, and the one that has the focus wherever it is: else a scroll would take the focus away. */
function rowsToDraw(from: number, to: number, active: number | null): number[] {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
  if (active === null) return rows
  if (active < from) rows.unshift(active)
  else if (active >= to) rows.push(active)
  return rows
}

/** Further ones are on their way. */
const More = () => (
  <div aria-hidden className="grid gap-4 px-5 py-4">
    <Skeleton className="h-3.5 w-2/3" />
    <Skeleton className="h-3.5 w-1/2" />
  </div>
)
