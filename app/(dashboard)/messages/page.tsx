import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { MessageHistory } from '@/components/messages/message-history'
import { HistoryNav } from '@/components/sends/history-nav'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { COLUMNS_COOKIE, readColumns, USUAL_COLUMNS } from '@/lib/domain/message-columns'
import { readMessageFilters } from '@/lib/domain/message-filters'
import { messageQuery } from '@/lib/domain/message-query'
import { getGateway } from '@/lib/queries/connection'
import { listMessages } from '@/lib/queries/messages'
import { listSavedViews } from '@/lib/queries/saved-views'
import { listSendFilterOptions } from '@/lib/queries/sends'
import { listTemplateTags } from '@/lib/queries/template-tags'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('messages'))('title') }
}

export default async function MessagesPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireActor()
  const [t, params, jar] = await Promise.all([getTranslations('messages'), searchParams, cookies()])
  const filters = readMessageFilters(params)
  const [page, options, tags, views, gateway] = await Promise.all([
    listMessages(actor, filters),
    listSendFilterOptions(actor),
    listTemplateTags(actor),
    listSavedViews(actor, 'messages'),
    getGateway(actor),
  ])
  return (
    // The table scrolls in what the window leaves of the page; the banner of the stand-in takes a line of it.
    <div
      data-banner={gateway.kind === 'sandbox'}
      className="grid gap-4 max-md:grid-cols-1 md:flex md:h-[calc(100dvh-4rem)] md:min-h-120 md:flex-col md:data-[banner=true]:h-[calc(100dvh-6.1rem)]"
    >
      <PageHeader title={t('title')} description={t('description')} />
      <HistoryNav here="/messages" />
      <MessageHistory
        first={{ query: messageQuery(filters), page }}
        options={{ ...options, tags: tags.map(({ tag }) => tag) }}
        kept={readColumns(jar.get(COLUMNS_COOKIE)?.value) ?? USUAL_COLUMNS}
        views={views}
      />
    </div>
  )
}
