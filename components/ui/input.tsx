import type { ComponentProps } from 'react'
import { cn } from './cn'

export const fieldClass =
  'w-full min-w-0 rounded-lg border border-line-strong/70 bg-surface px-3 text-text shadow-card transition-colors ' +
  'hover:border-line-strong focus-visible:border-accent focus-visible:outline-offset-0 ' +
  'aria-invalid:border-danger aria-invalid:focus-visible:outline-danger [&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-muted'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(fieldClass, 'h-9', className)} {...props} />
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(fieldClass, 'block min-h-20 py-2 leading-relaxed', className)} {...props} />
}
