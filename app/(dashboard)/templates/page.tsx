import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { Queries } from '@/components/shell/queries'
import { loadLibraryParams, toTemplateFilters } from '@/components/templates/library-params'
import { TemplateLibrary } from '@/components/templates/template-library'
import { requireActor } from '@/lib/auth/session'
import { listTemplateTags } from '@/lib/queries/template-tags'
import { listTemplates } from '@/lib/queries/templates'

type Search = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates'))('title') }
}

export default async function TemplatesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const filters = toTemplateFilters(await loadLibraryParams(searchParams))
  const [page, tags] = await Promise.all([listTemplates(actor, filters), listTemplateTags(actor)])
  return (
    <Queries>
      <NuqsAdapter>
        <TemplateLibrary first={{ filters, page, tags, readAt: Date.now() }} />
      </NuqsAdapter>
    </Queries>
  )
}
