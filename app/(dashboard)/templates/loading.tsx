import { getTranslations } from 'next-intl/server'
import { TemplateSkeletons } from '@/components/templates/template-skeletons'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default async function TemplatesLoading() {
  const t = await getTranslations('templates')
  return (
    <div className="grid gap-5">
      <PageHeader title={t('title')} description={t('description')} />
      <Skeleton className="h-9 w-80 max-w-full" />
      <TemplateSkeletons />
    </div>
  )
}
