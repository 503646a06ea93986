import { getTranslations } from 'next-intl/server'
import { ContactSkeletons } from '@/components/contacts/contact-skeletons'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default async function AudiencesLoading() {
  const t = await getTranslations('audiences')
  return (
    <div className="grid gap-5">
      <PageHeader title={t('title')} description={t('description')} />
      <Skeleton className="h-9 w-56" />
      <ContactSkeletons />
    </div>
  )
}
