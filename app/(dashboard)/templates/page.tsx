import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadLibraryParams } from '@/components/templates/library-params'
import { TemplateLibrary } from '@/components/templates/template-library'
import { requireActor } from '@/lib/auth/session'
import { listTemplates } from '@/lib/queries/templates'

type Search = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates'))('title') }
}

export default async function TemplatesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const { q, archived } = await loadLibraryParams(searchParams)
  const filters = { search: q.slice(0, 200), archived }
  const page = await listTemplates(actor, filters)
  return <TemplateLibrary first={{ filters, page, readAt: Date.now() }} />
}
