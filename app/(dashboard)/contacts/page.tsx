import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContactBook } from '@/components/contacts/contact-book'
import { loadContactParams, toContactFilters } from '@/components/contacts/contact-params'
import { requireActor } from '@/lib/auth/session'
import { listContactTags } from '@/lib/queries/contact-tags'
import { countContacts, listContacts } from '@/lib/queries/contacts'

type Search = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contacts'))('title') }
}

export default async function ContactsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const filters = toContactFilters(await loadContactParams(searchParams))
  const [page, count, tags] = await Promise.all([
    listContacts(actor, filters),
    countContacts(actor, filters),
    listContactTags(actor),
  ])
  return <ContactBook first={{ filters, page, count, tags, readAt: Date.now() }} />
}
