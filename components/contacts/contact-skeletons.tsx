import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

const LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

/** The list's outline while it is on its way. */
export function ContactSkeletons() {
  const t = useTranslations('contacts')
  return (
    <div role="status" aria-label={t('loading')} className="divide-y rounded-xl border bg-surface">
      {LINES.map((line) => (
        <div key={line} className="flex h-13 items-center gap-6 px-5">
          <Skeleton className="size-4" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="hidden h-4 w-36 md:block" />
          <Skeleton className="hidden h-5 w-48 rounded-full lg:block" />
          <Skeleton className="h-5 w-24 rounded-full" />
        </div>
      ))}
    </div>
  )
}
