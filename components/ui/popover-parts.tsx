'use client'

import { Popover as Primitive } from 'radix-ui'
import { type ComponentProps, type ReactNode, type RefObject, useRef } from 'react'
import { cn } from './cn'
import { floatingClass } from './floating'

// What floats once it is open. Fetched by popover.tsx, which alone imports it.

type RootProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  anchor: RefObject<HTMLButtonElement | null>
  children: ReactNode
}

export function Root({ anchor, children, ...props }: RootProps) {
  return (
    <Primitive.Root {...props}>
      <Primitive.Anchor virtualRef={anchor as RefObject<HTMLButtonElement>} />
      {children}
    </Primitive.Root>
  )
}

export function Content({
  className,
  sideOffset = 6,
  onCloseAutoFocus,
  onInteractOutside,
  anchor,
  ...props
}: ComponentProps<typeof Primitive.Content> & { anchor: RefObject<HTMLButtonElement | null> }) {
  const isLeft = useRef(false)
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          floatingClass,
          'max-h-(--radix-popover-content-available-height) w-96 max-w-[calc(100vw-1rem)]',
          className,
        )}
        onInteractOutside={(event) => {
          onInteractOutside?.(event)
          if (event.defaultPrevented) return
          // The button closes it by itself.
          if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault()
          else isLeft.current = true
        }}
        onCloseAutoFocus={(event) => {
          onCloseAutoFocus?.(event)
          if (!event.defaultPrevented && !isLeft.current) anchor.current?.focus()
          event.preventDefault()
          isLeft.current = false
        }}
        {...props}
      />
    </Primitive.Portal>
  )
}

export const Close = (props: ComponentProps<typeof Primitive.Close>) => <Primitive.Close {...props} />
