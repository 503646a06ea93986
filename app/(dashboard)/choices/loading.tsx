import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default async function ChoicesLoading() {
  const t = await getTranslations('choices')
  return (
    <div className="grid gap-5">
      <PageHeader title={t('title')} description={t('description')} />
      <div aria-hidden className="grid gap-5">
        <Skeleton className="h-9 w-80 max-w-full" />
        <div className="grid items-start gap-8 min-[900px]:grid-cols-[minmax(0,1fr)_22.5rem]">
          <div className="grid gap-5">
            <Skeleton className="h-32 rounded-xl" />
            <Skeleton className="h-96 rounded-xl" />
          </div>
          <Skeleton className="h-[40rem] rounded-[44px]" />
        </div>
      </div>
    </div>
  )
}
