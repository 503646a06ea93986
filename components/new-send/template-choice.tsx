'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CircleAlert, LayoutTemplate, Search } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { readTemplatePage } from '@/components/templates/template-page-read'
import { useWhenWords } from '@/components/templates/when-words'
import { Badge } from '@/components/ui/badge'
import { Button, buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import type { TemplateSummary } from '@/lib/domain/list-template'
import { templateFiltersSchema } from '@/lib/domain/template-filters'

type TemplateChoiceProps = { chosen: string | null; isBusy: boolean; onChoose: (id: string) => void }

/** The saved lists, the last touched first, to choose one to send. */
export function TemplateChoice({ chosen, isBusy, onChoose }: TemplateChoiceProps) {
  const t = useTranslations('newSend.message')
  const [text, setText] = useState('')
  const search = useDeferredValue(text.trim())
  const { data, isError, isPending, refetch } = useQuery({
    queryKey: ['templates', 'choice', search],
    queryFn: () => readTemplatePage(templateFiltersSchema.parse({ search }), null),
    placeholderData: keepPreviousData,
  })
  const templates = data?.templates ?? []
  if (data && templates.length === 0 && !search)
    return (
      <EmptyState
        icon={<LayoutTemplate aria-hidden />}
        title={t('emptyTitle')}
        action={
          <Link href="/compose" className={buttonClass('primary')}>
            {t('compose')}
          </Link>
        }
      >
        {t('emptyText')}
      </EmptyState>
    )
  return (
    <div className="grid gap-3" aria-busy={isBusy || undefined}>
      <search className="relative">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted" />
        <Input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="pl-9"
        />
      </search>
      {isPending && <Skeleton className="h-64 w-full rounded-xl" />}
      {isError && !data && (
        <p role="alert" className="flex flex-wrap items-center gap-3">
          {t('unread')}
          <Button size="sm" onClick={() => void refetch()}>
            {t('again')}
          </Button>
        </p>
      )}
      {templates.length > 0 && (
        <ul
          aria-label={t('choose')}
          className={cn('-mx-1 grid max-h-96 gap-1 overflow-y-auto p-1 transition-opacity', isBusy && 'opacity-60')}
        >
          {templates.map((template) => (
            <Choice
              key={template.id}
              template={template}
              isChosen={template.id === chosen}
              onChoose={() => !isBusy && onChoose(template.id)}
            />
          ))}
        </ul>
      )}
      <p role="status" className={cn('text-[0.8667rem] text-muted', templates.length > 0 && 'sr-only')}>
        {data && search ? t('found', { count: templates.length }) : ''}
      </p>
      {data?.nextCursor && <p className="text-[0.8667rem] text-muted">{t('more')}</p>}
    </div>
  )
}

type ChoiceProps = { template: TemplateSummary; isChosen: boolean; onChoose: () => void }

function Choice({ template, isChosen, onChoose }: ChoiceProps) {
  const t = useTranslations('templates')
  const when = useWhenWords()
  const { name, face, problemCount, rowCount, sectionCount, savedAt } = template
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen || undefined}
        onClick={onChoose}
        className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 rounded-xl border border-transparent px-3 py-2.5 text-left transition-colors hover:border-line hover:bg-hover aria-[current]:border-accent aria-[current]:bg-accent-soft"
      >
        <span className="truncate font-medium">{name}</span>
        <span className="text-[0.8667rem] text-muted" suppressHydrationWarning>
          {when.day(savedAt)}
        </span>
        <span className="truncate text-[0.8667rem] text-muted">{face.header || face.body || t('blank')}</span>
        <span className="text-[0.8667rem] text-muted">
          {problemCount > 0 ? (
            <Badge tone="warning" icon={<CircleAlert aria-hidden />}>
              {t('problems', { count: problemCount })}
            </Badge>
          ) : (
            t('rowsInSections', { rows: rowCount, sections: sectionCount })
          )}
        </span>
      </button>
    </li>
  )
}
