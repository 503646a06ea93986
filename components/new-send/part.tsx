import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type PartProps = {
  id: string
  number: number
  title: string
  /** Whether nothing is left to be done in it. */
  isDone: boolean
  /** What it waits for, said instead of its content. */
  waitsFor?: string | null
  aside?: ReactNode
  className?: string
  children?: ReactNode
}

/** One of the four parts of a Send in the making. */
export function Part({ id, number, title, isDone, waitsFor, aside, className, children }: PartProps) {
  const t = useTranslations('newSend')
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={cn('min-w-0 scroll-mt-4 rounded-2xl border bg-surface shadow-card', className)}
    >
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 sm:px-5">
        <span
          aria-hidden
          className={cn(
            'grid size-6.5 place-items-center rounded-full text-[0.8667rem] font-semibold tabular-nums',
            isDone ? 'bg-success-soft text-success' : waitsFor ? 'bg-hover text-muted' : 'bg-accent-soft text-accent',
          )}
        >
          {isDone ? <Check className="size-4" strokeWidth={2.5} /> : number}
        </span>
        <h2 id={`${id}-title`} tabIndex={-1} className="text-base font-semibold outline-none">
          {title}
          {isDone && <span className="sr-only">, {t('done')}</span>}
        </h2>
        {aside && !waitsFor && <div className="ml-auto flex flex-wrap items-center gap-2">{aside}</div>}
        {waitsFor && <p className="ml-auto text-[0.8667rem] text-muted max-sm:ml-0 max-sm:w-full">{waitsFor}</p>}
      </div>
      {!waitsFor && children && <div className="grid gap-5 px-4 pt-1 pb-5 sm:px-5">{children}</div>}
    </section>
  )
}

/** Leads to a part of the page: its heading takes the focus. */
export function goToPart(id: string) {
  const heading = document.getElementById(`${id}-title`)
  heading?.focus({ preventScroll: true })
  document.getElementById(id)?.scrollIntoView({ block: 'start' })
}
