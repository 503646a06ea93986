import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** The library's outline while it is on its way. */
export function TemplateSkeletons() {
  const t = useTranslations('templates')
  return (
    <div
      role="status"
      aria-label={t('loading')}
      className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17.5rem),1fr))] gap-4"
    >
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <div key={key} className="rounded-xl border bg-surface">
          <Skeleton className="h-44 rounded-b-none" />
          <div className="grid gap-2 p-3.5">
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-4 w-5/6" />
            <Skeleton className="h-4 w-1/2" />
          </div>
        </div>
      ))}
    </div>
  )
}
