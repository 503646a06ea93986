'use client'

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { LayoutTemplate, Plus, Sparkles } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useQueryStates } from 'nuqs'
import { useDeferredValue, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { SearchField } from '@/components/ui/search-field'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import type { TemplatePage } from '@/lib/domain/list-template'
import type { TemplateFilters } from '@/lib/domain/template-filters'
import { type TagCount, withTagRenamed } from '@/lib/domain/template-tags'
import { type LibraryDialog, LibraryDialogs } from './library-dialogs'
import { LibraryEmpty } from './library-empty'
import { LibraryMenu } from './library-menu'
import { LIBRARY_PARAMS, toTemplateFilters } from './library-params'
import { ChosenTags, SortSelect } from './library-toolbar'
import { TagFilter, toggleTag } from './tag-filter'
import { TemplateCard } from './template-card'
import { isSignedOut, readTemplatePage, readTemplateTags } from './template-page-read'
import { cardGrid, TemplateSkeletons } from './template-skeletons'
import { useReadyPick } from './use-ready-pick'
import { useTemplateActions } from './use-template-actions'

type TemplateLibraryProps = {
  /** What the server read for the address that was opened, and when. */
  first: { filters: TemplateFilters; page: TemplatePage; tags: TagCount[]; readAt: number }
}

const retry = (count: number, error: Error) => count < 1 && !isSignedOut(error)

/** Every saved list: searched, sorted, opened, named, tagged, copied, put away, moved. */
export function TemplateLibrary({ first }: TemplateLibraryProps) {
  const t = useTranslations('templates')
  const tEditor = useTranslations('editor')
  const tReady = useTranslations('ready')
  const client = useQueryClient()
  const [params, setParams] = useQueryStates(LIBRARY_PARAMS)
  const [dialog, setDialog] = useState<LibraryDialog | null>(null)
  const { q, archived, sort } = params
  const filters = toTemplateFilters({ ...params, q: useDeferredValue(q) })
  const isFirst = JSON.stringify(filters) === JSON.stringify(first.filters)
  // What the tab still holds from before may lack what was saved in the editor since.
  const refetchOnMount = ({ state }: { state: { dataUpdatedAt: number } }) =>
    state.dataUpdatedAt < first.readAt ? ('always' as const) : true
  const library = useInfiniteQuery({
    queryKey: ['templates', 'pages', filters],
    queryFn: ({ pageParam }) => readTemplatePage(filters, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    initialData: isFirst ? { pages: [first.page], pageParams: [null] } : undefined,
    initialDataUpdatedAt: first.readAt,
    refetchOnMount,
    retry,
  })
  const tags = useQuery({
    queryKey: ['templates', 'tags'],
    queryFn: readTemplateTags,
    initialData: first.tags,
    initialDataUpdatedAt: first.readAt,
    refetchOnMount,
    retry,
  })
  const again = () => void client.invalidateQueries({ queryKey: ['templates'] })
  const actions = useTemplateActions(again)
  const ready = useReadyPick()
  const pick = (picked: Parameters<typeof ready.pick>[0]) => void ready.pick(picked)
  const setTags = (next: string[]) => void setParams({ tags: next.length > 0 ? next : null })
  const templates = library.data?.pages.flatMap((page) => page.templates) ?? []
  const isLost = isSignedOut(library.error)
  const isBare =
    library.isSuccess && templates.length === 0 && !filters.search && filters.tags.length === 0 && !archived

  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            {!isBare && (
              <Button onClick={() => setDialog('ready')}>
                <Sparkles aria-hidden />
                {tReady('open')}
              </Button>
            )}
            <Link href="/compose" className={buttonClass('primary')}>
              <Plus aria-hidden />
              {t('new')}
            </Link>
            <LibraryMenu onImport={() => setDialog('import')} onManageTags={() => setDialog('manageTags')} />
          </>
        }
      />
      <Tabs
        value={archived ? 'archived' : 'active'}
        onValueChange={(value) => void setParams({ archived: value === 'archived' || null })}
        className="grid gap-5"
      >
        <div className="grid gap-3">
          <div className="flex flex-wrap items-center gap-3">
            <SearchField
              label={t('search')}
              placeholder={t('searchPlaceholder')}
              clearLabel={t('clearSearch')}
              value={q}
              onChange={(next) => void setParams({ q: next || null })}
            />
            <TabsList aria-label={t('show')}>
              <TabsTrigger value="active">{t('active')}</TabsTrigger>
              <TabsTrigger value="archived">{t('archived')}</TabsTrigger>
            </TabsList>
            <TagFilter
              inUse={tags.data}
              chosen={filters.tags}
              onChange={setTags}
              words={{
                trigger: t('tags.filterCount', { count: filters.tags.length }),
                label: t('tags.filter'),
                none: t('tags.noneInUse'),
                find: t('tags.find'),
                counted: (count) => t('tags.lists', { count }),
              }}
            />
            <SortSelect value={sort} onChange={(next) => void setParams({ sort: next })} />
            <p aria-live="polite" className="ml-auto text-[0.8667rem] text-muted">
              {library.isSuccess && t(library.hasNextPage ? 'countMore' : 'count', { count: templates.length })}
            </p>
          </div>
          <ChosenTags chosen={filters.tags} onChange={setTags} />
        </div>
        <TabsContent value={archived ? 'archived' : 'active'} className="grid gap-5 outline-none" tabIndex={-1}>
          {library.isPending && <TemplateSkeletons />}
          {library.isError && !isLost && templates.length === 0 && (
            <EmptyState
              icon={<LayoutTemplate aria-hidden />}
              title={t('failedTitle')}
              action={<Button onClick={() => void library.refetch()}>{tEditor('tryAgain')}</Button>}
            />
          )}
          {library.isSuccess && templates.length === 0 && (
            <LibraryEmpty
              filters={filters}
              busyId={ready.busyId}
              onPick={pick}
              onImport={() => setDialog('import')}
              onClearTags={() => setTags([])}
            />
          )}
          {templates.length > 0 && (
            <ul aria-label={t('title')} className={cardGrid}>
              {templates.map((template) => (
                <TemplateCard
                  key={template.id}
                  template={template}
                  actions={actions}
                  chosen={filters.tags}
                  onTag={(tag) => setTags(toggleTag(filters.tags, tag))}
                />
              ))}
            </ul>
          )}
          {library.hasNextPage && (
            <Button
              className="justify-self-center"
              busy={library.isFetchingNextPage}
              onClick={() => void library.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </TabsContent>
      </Tabs>
      <LibraryDialogs
        open={dialog}
        onClose={() => setDialog(null)}
        actions={actions}
        ready={ready}
        onPick={pick}
        tags={tags.data}
        onTagRenamed={(from, to) => setTags(withTagRenamed(filters.tags, from, to))}
        onChange={again}
        isLost={isLost}
      />
    </div>
  )
}
