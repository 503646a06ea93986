import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AudienceList } from '@/components/audiences/audience-list'
import { requireActor } from '@/lib/auth/session'
import { listAudiences } from '@/lib/queries/audiences'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audiences'))('title') }
}

export default async function AudiencesPage() {
  const actor = await requireActor()
  return <AudienceList first={{ audiences: await listAudiences(actor), readAt: Date.now() }} />
}
