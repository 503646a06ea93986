'use client'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { type ComponentProps, type ReactNode, useRef } from 'react'
import { buttonClass } from './button'
import { cn } from './cn'

export const Dialog = Primitive.Root
export const DialogTrigger = Primitive.Trigger
export const DialogClose = Primitive.Close

const SIZES = { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-3xl', xl: 'sm:max-w-5xl' } as const

type DialogContentProps = Omit<ComponentProps<typeof Primitive.Content>, 'title'> & {
  title: ReactNode
  description?: ReactNode
  closeLabel: string
  size?: keyof typeof SIZES
  /** Stays in sight under a body that scrolls. */
  footer?: ReactNode
}

/** A dialog that fills a small screen and floats over a large one; head and foot stay, the body scrolls. */
export function DialogContent({
  title,
  description,
  closeLabel,
  size = 'md',
  footer,
  className,
  children,
  onOpenAutoFocus,
  onCloseAutoFocus,
  ...props
}: DialogContentProps) {
  const opener = useRef<HTMLElement | null>(null)
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-black/45" />
      <Primitive.Content
        {...(!description && { 'aria-describedby': undefined })}
        className={cn(
          'fixed z-50 flex animate-rise flex-col bg-raised shadow-float outline-none',
          'inset-x-0 bottom-0 max-h-[calc(100dvh-1rem)] rounded-t-2xl',
          'sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[min(90dvh,56rem)] sm:w-[calc(100vw-2rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl sm:border',
          SIZES[size],
          className,
        )}
        onOpenAutoFocus={(event) => {
          opener.current = openerOf(document.activeElement)
          onOpenAutoFocus?.(event)
        }}
        onCloseAutoFocus={(event) => {
          onCloseAutoFocus?.(event)
          if (event.defaultPrevented || !opener.current?.isConnected) return
          event.preventDefault()
          opener.current.focus()
        }}
        {...props}
      >
        <div className={cn('flex items-start gap-4 px-5 py-4', children ? 'border-b' : null)}>
          <div className="grid gap-1">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            {description && <Primitive.Description className="text-muted">{description}</Primitive.Description>}
          </div>
          <Primitive.Close className={cn(buttonClass('quiet', 'icon-sm'), '-mr-1.5 ml-auto')} aria-label={closeLabel}>
            <X aria-hidden />
          </Primitive.Close>
        </div>
        {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>}
        {footer && <div className="flex flex-wrap items-center justify-end gap-2 border-t px-5 py-3">{footer}</div>}
      </Primitive.Content>
    </Primitive.Portal>
  )
}

/** Radix gives the focus back to a dialog's trigger alone; ours open from code too, and from menus that are gone by then. */
function openerOf(active: Element | null): HTMLElement | null {
  const trigger = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  const opener = trigger ? document.getElementById(trigger) : active
  return opener instanceof HTMLElement && opener !== document.body ? opener : null
}
