'use client'

import { Archive, LayoutTemplate, SearchX, Tag } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ReadyListId } from '@/lib/domain/ready-list'
import type { TemplateFilters } from '@/lib/domain/template-filters'
import type { ReadyPick } from './ready-grid'
import { TemplateSkeletons } from './template-skeletons'

const ReadyGrid = dynamic(() => import('./ready-grid').then((module) => module.ReadyGrid), {
  loading: () => <TemplateSkeletons />,
})
const ReadyMatches = dynamic(() => import('./ready-grid').then((module) => module.ReadyGrid), {
  ssr: false,
  loading: () => null,
})

type LibraryEmptyProps = {
  filters: TemplateFilters
  busyId: ReadyListId | null
  onPick: (pick: ReadyPick) => void
  onImport: () => void
  onClearTags: () => void
}

/** What the library shows where it has nothing to show, and the step that leads on. */
export function LibraryEmpty({ filters, busyId, onPick, onImport, onClearTags }: LibraryEmptyProps) {
  const t = useTranslations('templates')
  const { search, tags, archived } = filters
  if (search.trim() || tags.length > 0) {
    const clear = tags.length > 0 && <Button onClick={onClearTags}>{t('tags.clear')}</Button>
    return (
      <div className="grid gap-6">
        {search.trim() ? (
          <EmptyState icon={<SearchX aria-hidden />} title={t('notFoundTitle', { search })} action={clear}>
            {t('notFoundText')}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<Tag aria-hidden />}
            title={t('notFoundTagsTitle', { tags: tags.join(', ') })}
            action={clear}
          >
            {t('notFoundTags')}
          </EmptyState>
        )}
        {search.trim() && !archived && (
          <ReadyMatches search={search} title={t('notFoundReady')} busyId={busyId} onPick={onPick} />
        )}
      </div>
    )
  }
  if (archived) {
    return (
      <EmptyState icon={<Archive aria-hidden />} title={t('emptyArchivedTitle')}>
        {t('emptyArchivedText')}
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-6">
      <div className="grid justify-items-center gap-2 pt-4 text-center">
        <span className="mb-1 grid size-12 place-items-center rounded-full bg-accent-soft text-accent">
          <LayoutTemplate aria-hidden className="size-6" />
        </span>
        <h2 className="text-base font-semibold">{t('emptyTitle')}</h2>
        <p className="max-w-md text-muted">{t('emptyText')}</p>
        <div className="mt-2 flex flex-wrap items-center justify-center gap-2">
          <Link href="/compose" className={buttonClass()}>
            {t('new')}
          </Link>
          <Button variant="ghost" onClick={onImport}>
            {t('emptyImport')}
          </Button>
        </div>
      </div>
      <div className="mx-auto w-full max-w-5xl">
        <ReadyGrid busyId={busyId} onPick={onPick} />
      </div>
    </div>
  )
}
