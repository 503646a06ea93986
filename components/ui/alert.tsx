import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

const TONES = {
  info: { box: 'bg-info-soft', icon: 'text-info', Icon: Info },
  success: { box: 'bg-success-soft', icon: 'text-success', Icon: CircleCheck },
  warning: { box: 'bg-warning-soft', icon: 'text-warning', Icon: TriangleAlert },
  danger: { box: 'bg-danger-soft', icon: 'text-danger', Icon: CircleAlert },
} as const

type AlertProps = {
  tone?: keyof typeof TONES
  title?: ReactNode
  /** 'alert' is read out at once, 'status' when the reader pauses; none for what was there from the start. */
  role?: 'alert' | 'status'
  action?: ReactNode
  className?: string
  children?: ReactNode
}

export function Alert({ tone = 'info', title, role, action, className, children }: AlertProps) {
  const { box, icon, Icon } = TONES[tone]
  return (
    <div role={role} className={cn('flex items-start gap-3 rounded-xl px-4 py-3', box, className)}>
      <Icon aria-hidden className={cn('mt-0.5 size-[1.15rem] shrink-0', icon)} />
      <div className="grid min-w-0 flex-1 gap-1 [overflow-wrap:anywhere]">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-[0.9333rem]">{children}</div>}
        {action && <div className="mt-1 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  )
}
