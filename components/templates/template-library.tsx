'use client'

import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Archive, LayoutTemplate, Plus, SearchX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useQueryStates } from 'nuqs'
import { useDeferredValue } from 'react'
import { SignInDialog } from '@/components/auth/sign-in-dialog'
import { NameDialog } from '@/components/editor/name-dialog'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import type { TemplatePage } from '@/lib/domain/list-template'
import type { TemplateFilters } from '@/lib/domain/template-filters'
import type { TagCount } from '@/lib/domain/template-tags'
import { LIBRARY_PARAMS, toTemplateFilters } from './library-params'
import { TemplateCard } from './template-card'
import { readTemplatePage, TemplateReadError } from './template-page-read'
import { TemplateSearch } from './template-search'
import { TemplateSkeletons } from './template-skeletons'
import { useTemplateActions } from './use-template-actions'

type TemplateLibraryProps = {
  /** What the server read for the address that was opened, and when. */
  first: { filters: TemplateFilters; page: TemplatePage; tags: TagCount[]; readAt: number }
}

/** Every saved list: searched, opened, named, copied, put away. */
export function TemplateLibrary({ first }: TemplateLibraryProps) {
  const t = useTranslations('templates')
  const tEditor = useTranslations('editor')
  const client = useQueryClient()
  const [params, setParams] = useQueryStates(LIBRARY_PARAMS)
  const { q, archived } = params
  const filters = toTemplateFilters({ ...params, q: useDeferredValue(q) })
  const isFirst = JSON.stringify(filters) === JSON.stringify(first.filters)
  const library = useInfiniteQuery({
    queryKey: ['templates', filters],
    queryFn: ({ pageParam }) => readTemplatePage(filters, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    initialData: isFirst ? { pages: [first.page], pageParams: [null] } : undefined,
    initialDataUpdatedAt: first.readAt,
    retry: (count, error) => count < 1 && !(error instanceof TemplateReadError && error.signedOut),
  })
  const again = () => void client.invalidateQueries({ queryKey: ['templates'] })
  const actions = useTemplateActions(again)
  const templates = library.data?.pages.flatMap((page) => page.templates) ?? []
  const isLost = library.error instanceof TemplateReadError && library.error.signedOut

  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Link href="/compose" className={buttonClass('primary')}>
            <Plus aria-hidden />
            {t('new')}
          </Link>
        }
      />
      <Tabs
        value={archived ? 'archived' : 'active'}
        onValueChange={(value) => void setParams({ archived: value === 'archived' || null })}
        className="grid gap-5"
      >
        <div className="flex flex-wrap items-center gap-3">
          <TemplateSearch value={q} onChange={(next) => void setParams({ q: next || null })} />
          <TabsList aria-label={t('show')}>
            <TabsTrigger value="active">{t('active')}</TabsTrigger>
            <TabsTrigger value="archived">{t('archived')}</TabsTrigger>
          </TabsList>
          <p aria-live="polite" className="ml-auto text-[0.8667rem] text-muted">
            {library.isSuccess && t(library.hasNextPage ? 'countMore' : 'count', { count: templates.length })}
          </p>
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
          {library.isSuccess && templates.length === 0 && <NoTemplates filters={filters} />}
          {templates.length > 0 && (
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17.5rem),1fr))] gap-4">
              {templates.map((template) => (
                <TemplateCard key={template.id} template={template} actions={actions} />
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
      {actions.naming && (
        <NameDialog
          title={tEditor('renameTitle')}
          confirm={tEditor('rename')}
          first={actions.naming.name}
          busy={actions.busy}
          onName={(name) => actions.naming && void actions.rename(actions.naming, name)}
          onClose={actions.closeName}
        />
      )}
      {(actions.signIn || isLost) && (
        <SignInDialog
          open
          onOpenChange={(open) => !open && actions.closeSignIn()}
          onSignedIn={() => {
            actions.closeSignIn()
            if (actions.signIn) actions.signIn.again()
            else again()
          }}
        />
      )}
    </div>
  )
}

function NoTemplates({ filters }: { filters: TemplateFilters }) {
  const t = useTranslations('templates')
  if (filters.search) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={t('notFoundTitle', { search: filters.search })}>
        {t('notFoundText')}
      </EmptyState>
    )
  }
  if (filters.archived) {
    return (
      <EmptyState icon={<Archive aria-hidden />} title={t('emptyArchivedTitle')}>
        {t('emptyArchivedText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<LayoutTemplate aria-hidden />}
      title={t('emptyTitle')}
      action={
        <Link href="/compose" className={buttonClass('primary')}>
          {t('new')}
        </Link>
      }
    >
      {t('emptyText')}
    </EmptyState>
  )
}
