import type { ReactNode } from 'react'

/** What a place shows before there is anything in it: what will be here, and the step that brings it. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon: ReactNode
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="grid justify-items-center gap-2 rounded-xl border border-dashed px-6 py-14 text-center">
      <span className="mb-1 grid size-12 place-items-center rounded-full bg-accent-soft text-accent [&_svg]:size-6">
        {icon}
      </span>
      <div className="text-base font-semibold">{title}</div>
      {children && <div className="max-w-md text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
