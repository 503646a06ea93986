import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

type FieldProps = {
  /** The control's own id: label, hint and error tie themselves to it. */
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Quieter than an error, and never in the way. */
  warning?: ReactNode
  /** Under the error or the warning: what can be done about it. */
  remedy?: ReactNode
  /** Right of the label: a counter, an "optional", a link. */
  aside?: ReactNode
  hideLabel?: boolean
  className?: string
  children: ReactNode
}

/** What a control inside a Field carries, so that hint and error are read with it. */
export const fieldControl = (id: string, { hint, error }: { hint?: unknown; error?: unknown }) => ({
  id,
  'aria-invalid': error ? (true as const) : undefined,
  'aria-describedby': cn(error ? `${id}-error` : null, hint ? `${id}-hint` : null) || undefined,
})

/** A labelled control with its hint and its error under it. Spread `fieldControl(id, …)` on the control. */
export function Field({ id, label, hint, error, warning, remedy, aside, hideLabel, className, children }: FieldProps) {
  return (
    <div className={cn('grid content-start gap-1.5', className)}>
      <div className={cn('flex items-baseline justify-between gap-3', hideLabel && !aside && 'sr-only')}>
        <label htmlFor={id} className={cn('text-[0.8667rem] font-medium', hideLabel && 'sr-only')}>
          {label}
        </label>
        {aside}
      </div>
      {children}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-[0.8667rem] text-danger">
          <CircleAlert aria-hidden className="mt-[0.15rem] size-3.5 shrink-0" />
          <span>{error}</span>
        </p>
      )}
      {warning && (
        <p id={`${id}-warning`} className="flex items-start gap-1.5 text-[0.8667rem] text-warning">
          <TriangleAlert aria-hidden className="mt-[0.15rem] size-3.5 shrink-0" />
          <span>{warning}</span>
        </p>
      )}
      {remedy}
      {hint && (
        <p id={`${id}-hint`} className="text-[0.8667rem] text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
