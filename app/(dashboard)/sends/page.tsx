import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { PenLine, Users } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { HistoryNav } from '@/components/sends/history-nav'
import { SendHistory } from '@/components/sends/send-history'
import { buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { readSendFilters, sendsKey } from '@/lib/domain/send-filters'
import { listSavedViews } from '@/lib/queries/saved-views'
import { listSendFilterOptions, listSends } from '@/lib/queries/sends'
import { listTemplateTags } from '@/lib/queries/template-tags'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sends'))('title') }
}

export default async function SendsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireActor()
  const [t, tNew, params] = await Promise.all([getTranslations('sends'), getTranslations('newSend'), searchParams])
  const filters = readSendFilters(params)
  const [first, options, tags, views] = await Promise.all([
    listSends(actor, filters),
    listSendFilterOptions(actor),
    listTemplateTags(actor),
    listSavedViews(actor, 'sends'),
  ])
  const client = new QueryClient()
  client.setQueryData(sendsKey(filters), { pages: [first], pageParams: [null] })
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <Link href="/compose" className={cn(buttonClass(), 'max-sm:hidden')}>
              <PenLine aria-hidden />
              {t('compose')}
            </Link>
            <Link href="/sends/new" className={buttonClass('primary')}>
              <Users aria-hidden />
              {tNew('entry.new')}
            </Link>
          </>
        }
      />
      <HistoryNav here="/sends" />
      <HydrationBoundary state={dehydrate(client)}>
        <SendHistory options={{ ...options, tags: tags.map(({ tag }) => tag) }} views={views} />
      </HydrationBoundary>
    </div>
  )
}
