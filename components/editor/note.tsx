import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

const TONES = { info: 'bg-info-soft', warning: 'bg-warning-soft' } as const

type NoteProps = {
  tone: keyof typeof TONES
  icon: ReactNode
  title: string
  text?: string | false | null
  children?: ReactNode
}

/** One thing to know, above the form, with its ways on. */
export function Note({ tone, icon, title, text, children }: NoteProps) {
  return (
    <div
      role="status"
      className={cn(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl py-2 pr-2 pl-4 text-[0.9333rem]',
        TONES[tone],
      )}
    >
      <span className="[&_svg]:size-4.5">{icon}</span>
      <p className="min-w-56 flex-1 py-1">
        <span className="font-medium">{title}</span>
        {text && <span className="block text-[0.8667rem]">{text}</span>}
      </p>
      {children && <span className="flex flex-wrap gap-1.5">{children}</span>}
    </div>
  )
}
