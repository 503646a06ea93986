import { SendListSkeleton } from '@/components/sends/send-list-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <div className="grid gap-5">
      <Skeleton className="h-11 w-64" />
      <Skeleton className="h-9 w-full" />
      <SendListSkeleton />
    </div>
  )
}
