'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { SearchBox } from '@/components/sends/search-box'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { onDemand, useOnDemand, useSoon } from '@/components/ui/on-demand'
import { Skeleton } from '@/components/ui/skeleton'
import type { BuiltInKey } from '@/components/views/view-bar'
import type { BuiltInView } from '@/components/views/view-params'
import { type MessageColumn, USUAL_COLUMNS } from '@/lib/domain/message-columns'
import { filtersIn, messageQuery, paramsOf } from '@/lib/domain/message-query'
import type { SavedView } from '@/lib/domain/saved-view'
import type { KnownNames, MessageFilterOptions } from './filter-words'
import { type FilterChange, useMessageAddress } from './message-address'
import { MessageTable } from './message-table'
import { useMessageCount } from './use-message-count'
import { type FirstMessages, useMessages } from './use-messages'

// The server draws these as well; in the browser they come to life once the table has.
const ViewBar = lazy(() => import('@/components/views/view-bar').then(({ ViewBar }) => ({ default: ViewBar })))
const FilterChips = lazy(() => import('./filter-chips').then(({ FilterChips }) => ({ default: FilterChips })))
const ColumnsButton = lazy(() => import('./columns-button').then(({ ColumnsButton }) => ({ default: ColumnsButton })))
const MessagesEmpty = lazy(() => import('./messages-empty').then(({ MessagesEmpty }) => ({ default: MessagesEmpty })))

const seldom = onDemand(() => import('./seldom-parts'))

const BUILT_IN: readonly BuiltInView<BuiltInKey>[] = [
  { key: 'all', params: '' },
  { key: 'failed', params: 'status=failed' },
  { key: 'silent', params: 'status=accepted' },
  { key: 'replied', params: 'replied=yes' },
]

type MessageHistoryProps = {
  first: FirstMessages
  options: MessageFilterOptions
  /** The columns that this browser chose last. */
  kept: readonly MessageColumn[]
  views: SavedView[]
}

/** Every message of every Send, newest first: searched, filtered, opened, exported. */
export function MessageHistory({ first, options, kept, views }: MessageHistoryProps) {
  const t = useTranslations('messages')
  const address = useMessageAddress(kept)
  const { filters, columns, change } = address
  const query = messageQuery(filters)
  const { pages, shown, place, turn, isStale, isRenewing, error, renew, retry } = useMessages(query, first)
  const counted = useMessageCount(query, turn)
  const [isExporting, setExporting] = useState(false)
  const total = shown.isWhole ? shown.count : counted && !counted.isMore ? counted.count : null
  const isEmpty = shown.count === 0 && !isStale
  const clear = () => {
    const names = filtersIn(filters).flatMap(paramsOf)
    change(Object.fromEntries(['q', ...names].map((name) => [name, null])) as FilterChange)
  }
  useSoon(seldom)
  const parts = useOnDemand(seldom)

  const names: KnownNames = { send: null, row: null }
  const sample = shown.at(0)
  if (sample && sample.sendId === filters.send) names.send = sample.firstLine
  if (sample && sample.choseRowId === filters.row) names.row = sample.choseTitle

  const countWords = (key: 'count' | 'countOf') => {
    if (total !== null) return t(key, { count: total })
    return counted ? t(key === 'count' ? 'countMore' : 'countOfMore', { count: counted.count }) : ''
  }

  return (
    <>
      <Suspense fallback={<Skeleton className="h-10 w-80" />}>
        <ViewBar
          place="messages"
          builtIn={BUILT_IN}
          first={views}
          query={`${query}&columns=${columns.join('.')}`}
          onApply={address.apply}
          isCustom={columns.join() !== USUAL_COLUMNS.join()}
        />
      </Suspense>
      <search className="grid gap-2">
        <div className="flex items-center gap-2">
          <SearchBox label={t('search')} value={filters.q ?? ''} onChange={(q) => change({ q: q || null })} />
          <Suspense fallback={<Skeleton className="h-9 w-28 max-md:hidden" />}>
            <ColumnsButton columns={columns} onChoose={address.chooseColumns} />
          </Suspense>
          <Button onClick={() => setExporting(true)} disabled={shown.count === 0}>
            <Download aria-hidden />
            <span className="max-sm:sr-only">{t('export.open')}</span>
          </Button>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Suspense fallback={<Skeleton className="h-8 w-20" />}>
            <FilterChips filters={filters} options={options} known={names} onChange={change} />
          </Suspense>
          <p className="min-h-5 text-[0.8667rem] text-muted tabular-nums">{countWords('count')}</p>
        </div>
      </search>
      {parts && <parts.ReadNotice error={error} onRetry={retry} />}
      <div
        aria-busy={isStale}
        className={cn(
          'relative md:flex md:min-h-72 md:flex-1 md:flex-col',
          isStale && 'opacity-60 transition-opacity delay-150',
        )}
      >
        {parts && <parts.FreshPill fresh={shown.fresh} hasLeft={shown.hasLeft} isBusy={isRenewing} onRenew={renew} />}
        {isEmpty ? (
          <Suspense fallback={<Skeleton className="h-72" />}>
            <MessagesEmpty filters={filters} onClear={clear} onTests={() => change({ tests: 'shown' })} />
          </Suspense>
        ) : (
          <MessageTable key={turn} pages={pages} shown={shown} columns={columns} total={total} place={place} />
        )}
      </div>
      <p role="status" className="sr-only">
        {isStale ? '' : countWords('countOf')}
      </p>
      {isExporting && parts && (
        <parts.ExportDialog query={query} columns={columns} count={counted} onClose={() => setExporting(false)} />
      )}
    </>
  )
}
