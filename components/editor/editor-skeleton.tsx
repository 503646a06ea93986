import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** The editor's outline while it is on its way. */
export function EditorSkeleton() {
  const t = useTranslations('shell')
  return (
    <div role="status" aria-label={t('loading')}>
      <div className="flex items-center justify-between gap-4 border-b pb-4">
        <Skeleton className="h-7 w-56 max-w-[60%]" />
        <Skeleton className="hidden h-9 w-72 sm:block" />
      </div>
      <div className="grid gap-6 pt-4 min-[900px]:grid-cols-[minmax(0,1fr)_22rem] xl:gap-10">
        <div className="grid content-start gap-4">
          <Skeleton className="h-80 rounded-xl" />
          <Skeleton className="h-64 rounded-xl" />
        </div>
        <Skeleton className="hidden h-[40rem] rounded-[2.9rem] min-[900px]:block" />
      </div>
    </div>
  )
}
