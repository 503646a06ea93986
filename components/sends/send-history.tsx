'use client'

import { PenLine, SearchX, Send } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { type BuiltInKey, ViewBar } from '@/components/views/view-bar'
import type { BuiltInView } from '@/components/views/view-params'
import type { SavedView } from '@/lib/domain/saved-view'
import { hasFilters } from '@/lib/domain/send-filters'
import type { SendFilterOptions } from '@/lib/domain/send-view'
import { useSends } from './history-reads'
import { ReadNotice } from './read-notice'
import { SendFilterBar } from './send-filter-bar'
import { useSendFilters } from './send-filter-state'
import { SendList } from './send-list'
import { SendListSkeleton } from './send-list-skeleton'

const BUILT_IN: readonly BuiltInView<BuiltInKey>[] = [
  { key: 'all', params: '' },
  { key: 'running', params: 'state=running' },
  { key: 'scheduled', params: 'state=scheduled' },
  { key: 'failed', params: 'status=failed' },
  { key: 'uncertain', params: 'status=unconfirmed' },
  { key: 'replied', params: 'replied=yes' },
]

/** All Sends, newest first, kept fresh while anybody on the page is at work. */
export function SendHistory({
  options,
  views,
}: {
  options: SendFilterOptions & { tags: string[] }
  views: SavedView[]
}) {
  const t = useTranslations('sends')
  const state = useSendFilters()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useSends(
    state.filters,
  )
  const sends = data?.pages.flatMap((page) => page.sends)
  const filtered = hasFilters(state.filters)

  return (
    <div className="grid gap-4">
      {(filtered || sends?.length !== 0) && (
        <>
          <ViewBar place="sends" builtIn={BUILT_IN} first={views} query={state.query} onApply={state.apply} />
          <SendFilterBar options={options} {...state} />
        </>
      )}
      <ReadNotice error={error} onRetry={() => void refetch()} />
      <div
        aria-busy={isPlaceholderData}
        className={isPlaceholderData ? 'opacity-60 transition-opacity delay-150' : undefined}
      >
        {sends && sends.length > 0 && <SendList sends={sends} />}
        {!sends && !error && <SendListSkeleton />}
        {sends?.length === 0 && filtered && (
          <EmptyState
            icon={<SearchX aria-hidden />}
            title={t('noMatchTitle')}
            action={<Button onClick={state.clear}>{t('clear')}</Button>}
          >
            {t('noMatchText')}
          </EmptyState>
        )}
        {sends?.length === 0 && !filtered && (
          <EmptyState
            icon={<Send aria-hidden />}
            title={t('emptyTitle')}
            action={
              <Link href="/compose" className={buttonClass('primary')}>
                <PenLine aria-hidden />
                {t('emptyAction')}
              </Link>
            }
          >
            {t('emptyText')}
          </EmptyState>
        )}
      </div>
      <p className="sr-only" role="status">
        {sends && !isPlaceholderData ? t('shown', { count: sends.length }) : ''}
      </p>
      {hasNextPage && (
        <Button className="justify-self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? t('loadingMore') : t('more')}
        </Button>
      )}
    </div>
  )
}
