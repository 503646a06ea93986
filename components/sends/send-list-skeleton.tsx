import { Skeleton } from '@/components/ui/skeleton'

const LINES = ['a', 'b', 'c', 'd', 'e', 'f']

/** The history's shape before it is read. */
export function SendListSkeleton() {
  return (
    <div className="divide-y rounded-xl border bg-surface">
      {LINES.map((line) => (
        <div key={line} className="flex items-center gap-6 px-5 py-4">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="hidden h-4 w-36 md:block" />
          <Skeleton className="h-5 w-20 rounded-full" />
        </div>
      ))}
    </div>
  )
}
