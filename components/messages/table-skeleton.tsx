import { Skeleton } from '@/components/ui/skeleton'

const LINES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

/** The table's shape before it is read. */
export function MessageTableSkeleton() {
  return (
    <div className="divide-y overflow-hidden rounded-xl border bg-surface md:flex-1">
      {LINES.map((line) => (
        <div key={line} className="flex h-11 items-center gap-6 px-5 max-md:h-18">
          <Skeleton className="h-4 w-36" />
          <Skeleton className="hidden h-4 w-32 md:block" />
          <Skeleton className="h-5 w-20 rounded-full" />
          <Skeleton className="hidden h-4 flex-1 md:block" />
        </div>
      ))}
    </div>
  )
}
