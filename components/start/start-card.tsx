import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'

type StartCardProps = { id: string; title: ReactNode; aside?: ReactNode; children: ReactNode }

/** One of the page's parts: its name at the left, what leads on at the right. */
export function StartCard({ id, title, aside, children }: StartCardProps) {
  return (
    <Card aria-labelledby={`${id}-title`} className="min-w-0 overflow-hidden">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-2">
        <h2 id={`${id}-title`} className="font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </Card>
  )
}
