'use client'

import { type ReactNode, type RefObject, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'

/** `escaped`: by its key, to go on writing; `left`: by a press elsewhere, which has the focus. */
export type PopoverEnd = 'escaped' | 'left'

type FieldPopoverProps = {
  anchor: RefObject<HTMLButtonElement | null>
  label: string
  onClose: (how: PopoverEnd) => void
  className?: string
  children: ReactNode
}

/** A keyboard on the screen would cover what was opened. */
export const hasCoarsePointer = () => window.matchMedia('(pointer: coarse)').matches

/** What a field's button opens beside it. Where the focus goes afterwards is for `onClose` to say. */
export function FieldPopover({ anchor, label, onClose, className, children }: FieldPopoverProps) {
  const content = useRef<HTMLDivElement>(null)
  const end = useRef<PopoverEnd>('left')
  return (
    <Popover open onOpenChange={(open) => !open && onClose(end.current)}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        ref={content}
        align="end"
        aria-label={label}
        data-text-tool
        className={cn('flex flex-col', className)}
        onEscapeKeyDown={() => {
          end.current = 'escaped'
        }}
        onInteractOutside={(event) => {
          // Its own button closes it by itself.
          if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault()
        }}
        onOpenAutoFocus={(event) => {
          if (!hasCoarsePointer()) return
          event.preventDefault()
          content.current?.focus()
        }}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        {children}
      </PopoverContent>
    </Popover>
  )
}
