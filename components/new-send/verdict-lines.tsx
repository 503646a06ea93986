'use client'

import { Smartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import { formatPhone } from '@/lib/domain/phone-format'
import type { RecipientListView } from '@/lib/domain/recipient-list'
import type { RecipientRowView } from '@/lib/domain/recipient-verdict'
import { type RowsAsked, useListRows } from './list-reads'
import { useRowWords } from './row-words'

type VerdictLinesProps = {
  asked: RowsAsked
  list: RecipientListView
  label: string
  onLook: (row: RecipientRowView) => void
}

/** The lines with one verdict: their number, what came and what was made of it, and why. */
export function VerdictLines({ asked, list, label, onLook }: VerdictLinesProps) {
  const t = useTranslations('newSend.review')
  const { data, isError, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useListRows(
    list.id,
    list.revision,
    asked,
  )
  if (isPending) return <Skeleton className="h-24 w-full rounded-lg" />
  if (isError && !data)
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3 text-[0.9333rem]">
        {t('linesUnread')}
        <Button size="sm" onClick={() => void refetch()}>
          {t('again')}
        </Button>
      </p>
    )
  const rows = data.pages.flatMap((page) => page.rows)
  return (
    <div className="grid gap-2">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section aria-label={label} tabIndex={0} className="max-h-80 overflow-auto rounded-lg bg-sunken">
        <table className="w-full border-collapse text-left text-[0.8667rem]">
          <thead className="sticky top-0 bg-sunken text-muted">
            <tr>
              <th scope="col" className="px-3 py-1.5 text-right font-medium">
                {t('columns.line')}
              </th>
              <th scope="col" className="px-3 py-1.5 font-medium">
                {t('columns.phone')}
              </th>
              <th scope="col" className="px-3 py-1.5 font-medium max-sm:hidden">
                {t('columns.name')}
              </th>
              <th scope="col" className="w-full px-3 py-1.5 font-medium">
                {t('columns.note')}
              </th>
              <th scope="col" className="w-10">
                <span className="sr-only">{t('columns.look')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.line} row={row} list={list} onLook={onLook} />
            ))}
          </tbody>
        </table>
      </section>
      {hasNextPage && (
        <Button size="sm" className="justify-self-start" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('moreLines')}
        </Button>
      )}
    </div>
  )
}

type LineProps = { row: RecipientRowView; list: RecipientListView; onLook: (row: RecipientRowView) => void }

function Line({ row, list, onLook }: LineProps) {
  const t = useTranslations('newSend.review')
  const { noteOf, repairsOf } = useRowWords()
  const typed = (row.cells[list.mapping?.phone ?? 0] ?? '').trim()
  const repairs = repairsOf(row)
  const note = noteOf(row)
  return (
    <tr className="border-t align-baseline">
      <th scope="row" className="px-3 py-1.5 text-right font-normal text-muted tabular-nums">
        {t('number', { count: row.line })}
      </th>
      <td className="px-3 py-1.5 whitespace-nowrap tabular-nums">
        {row.phone ? formatPhone(row.phone) : <span className="text-danger">{typed || t('blank')}</span>}
        {repairs && row.phone && <span className="block text-muted line-through">{typed}</span>}
        {row.name && <span className="block max-w-40 truncate text-muted sm:hidden">{row.name}</span>}
      </td>
      <td className="max-w-44 truncate px-3 py-1.5 max-sm:hidden">{row.name}</td>
      <td className="min-w-40 px-3 py-1.5">
        {note}
        {repairs && <span className="block text-muted">{repairs}</span>}
      </td>
      <td className="py-0.5 pr-1">
        {row.phone && (
          <IconButton
            label={t('look', { line: row.line })}
            icon={<Smartphone aria-hidden />}
            onClick={() => onLook(row)}
          />
        )}
      </td>
    </tr>
  )
}
