import { Skeleton } from '@/components/ui/skeleton'

export default function SettingsLoading() {
  return (
    <div className="mx-auto grid max-w-3xl gap-6 lg:max-w-[62rem] lg:grid-cols-[12rem_minmax(0,1fr)] lg:gap-x-10">
      <Skeleton className="h-7 w-44 lg:col-span-2" />
      <Skeleton className="h-9 rounded-lg lg:h-60" />
      <div className="grid gap-6">
        <Skeleton className="h-96 rounded-xl" />
        <Skeleton className="h-80 rounded-xl" />
      </div>
    </div>
  )
}
