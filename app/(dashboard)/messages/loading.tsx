import { MessageTableSkeleton } from '@/components/messages/table-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <div className="grid gap-4 md:flex md:h-[calc(100dvh-6.1rem)] md:flex-col">
      <Skeleton className="h-11 w-64" />
      <Skeleton className="h-9.5 w-60" />
      <Skeleton className="h-9 w-full" />
      <MessageTableSkeleton />
    </div>
  )
}
