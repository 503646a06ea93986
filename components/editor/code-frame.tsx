import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** As tall as the screen leaves room for, so that what is said of the code stays in sight with it. */
export const CODE_CARD =
  'flex h-[clamp(22rem,calc(100dvh-11.5rem),64rem)] min-w-0 flex-col rounded-xl border bg-surface shadow-card max-[899px]:h-[clamp(22rem,calc(100dvh-21rem),64rem)]'

const LINES = ['w-1/12', 'w-5/12', 'w-7/12', 'w-4/12', 'w-6/12', 'w-9/12', 'w-5/12', 'w-8/12', 'w-3/12']

/** The code's outline while what it is written with is on its way. */
export function CodeSkeleton() {
  const t = useTranslations('code')
  return (
    <div role="status" aria-label={t('loading')} className={CODE_CARD}>
      <div className="grid content-start gap-3 p-4 pt-16">
        {LINES.map((width, n) => (
          <Skeleton key={`${n}${width}`} className={`h-3.5 ${width}`} />
        ))}
      </div>
    </div>
  )
}
