import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** The outline of the versions while they are on their way. */
export function VersionSkeleton() {
  const t = useTranslations('versions')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-5">
      <Skeleton className="h-6 w-36" />
      <Skeleton className="h-12 w-56" />
      <div className="grid items-start gap-x-6 gap-y-5 min-[900px]:grid-cols-[16.5rem_minmax(0,1fr)] xl:grid-cols-[19rem_minmax(0,1fr)]">
        <div className="grid gap-2.5">
          {['a', 'b', 'c', 'd'].map((key) => (
            <Skeleton key={key} className="h-28 rounded-xl" />
          ))}
        </div>
        <Skeleton className="h-[36rem] rounded-xl" />
      </div>
    </div>
  )
}
