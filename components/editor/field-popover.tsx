'use client'

import { type ReactNode, type RefObject, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'

/** `escaped`: by its key, to go on writing; `left`: by a press elsewhere, which has the focus. */
export type PopoverEnd = 'escaped' | 'left'

/** What opens beside the button of a field. */
export type FieldTool = {
  anchor: RefObject<HTMLButtonElement | null>
  align: 'start' | 'end'
  /** Writes it into the field. */
  onPick: (text: string) => void
  onClose: (how: PopoverEnd) => void
}

type FieldPopoverProps = Omit<FieldTool, 'onPick'> & {
  label: string
  /** Whether the first thing in it is a text to write in. */
  startsWithText?: boolean
  className?: string
  children: ReactNode
}

/** A keyboard on the screen would cover what was opened. */
export const hasCoarsePointer = () => window.matchMedia('(pointer: coarse)').matches

/** What a field's button opens beside it. Where the focus goes afterwards is for `onClose` to say. */
export function FieldPopover({
  anchor,
  align,
  label,
  startsWithText,
  onClose,
  className,
  children,
}: FieldPopoverProps) {
  const content = useRef<HTMLDivElement>(null)
  const end = useRef<PopoverEnd>('left')
  return (
    <Popover open onOpenChange={(open) => !open && onClose(end.current)}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        ref={content}
        align={align}
        aria-label={label}
        data-text-tool
        className={cn('flex flex-col', className)}
        onEscapeKeyDown={() => {
          end.current = 'escaped'
        }}
        onOpenAutoFocus={(event) => {
          if (!startsWithText || !hasCoarsePointer()) return
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
