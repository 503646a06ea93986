import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** As many columns as there is room for, for cards and their outlines alike. */
export const cardGrid = 'grid grid-cols-[repeat(auto-fill,minmax(min(100%,17.5rem),1fr))] gap-4'

/** The library's outline while it is on its way. */
export function TemplateSkeletons() {
  const t = useTranslations('templates')
  return (
    <div role="status" aria-label={t('loading')} className={cardGrid}>
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
        <div key={key} className="rounded-xl border bg-surface">
          <Skeleton className="h-48 rounded-t-[0.7rem] rounded-b-none" />
          <div className="grid gap-2.5 border-t p-3.5">
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-4 w-1/2" />
            <div className="mt-3 flex items-center gap-2">
              <Skeleton className="size-5.5 rounded-full" />
              <Skeleton className="h-4 w-1/2" />
            </div>
            <Skeleton className="ml-7.5 h-4 w-2/3" />
          </div>
        </div>
      ))}
    </div>
  )
}
