import { Skeleton } from '@/components/ui/skeleton'

/** The shape of a page that has a phone beside it, before it is read. */
export function BesidePhoneSkeleton() {
  return (
    <div className="grid items-start gap-8 min-[900px]:grid-cols-[minmax(0,1fr)_22.5rem]">
      <div className="grid gap-5">
        <Skeleton className="h-11 w-64" />
        <Skeleton className="h-28 rounded-xl" />
        <Skeleton className="h-44 rounded-xl" />
        <Skeleton className="h-64 rounded-xl" />
      </div>
      <Skeleton className="mx-auto h-[36rem] w-full max-w-[22rem] rounded-[2.75rem]" />
    </div>
  )
}
