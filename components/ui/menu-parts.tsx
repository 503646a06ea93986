'use client'

import { Check } from 'lucide-react'
import { Menu as Primitive } from 'radix-ui/internal'
import type { ComponentProps, ReactNode, RefObject } from 'react'
import { cn } from './cn'
import { floatingClass } from './floating'

// What stands in a menu once it is open. Fetched by menu.tsx, which alone imports it.

type RootProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  modal: boolean
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
  onFocus,
  anchor,
  byKeys,
  ...props
}: ComponentProps<typeof Primitive.Content> & {
  anchor: RefObject<HTMLButtonElement | null>
  byKeys: RefObject<boolean>
}) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(floatingClass, 'max-h-(--radix-popper-available-height) min-w-48', className)}
        onCloseAutoFocus={(event) => {
          onCloseAutoFocus?.(event)
          if (event.defaultPrevented) return
          event.preventDefault()
          anchor.current?.focus()
        }}
        onFocus={(event) => {
          onFocus?.(event)
          // Radix leads keys to the first item only where it was there to hear them: they may have come before it.
          if (!byKeys.current || event.target !== event.currentTarget) return
          byKeys.current = false
          event.currentTarget.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus()
        }}
        {...props}
      />
    </Primitive.Portal>
  )
}

const item =
  'flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1.5 outline-none select-none data-[highlighted]:bg-hover data-[disabled]:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted'

export type ItemProps = ComponentProps<typeof Primitive.Item> & { tone?: 'danger' }

export function Item({ className, tone, ...props }: ItemProps) {
  return (
    <Primitive.Item
      className={cn(item, tone === 'danger' && 'text-danger [&_svg]:text-danger', 'cursor-pointer', className)}
      {...props}
    />
  )
}

export function RadioItem({ className, children, ...props }: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem className={cn(item, 'cursor-pointer', className)} {...props}>
      {children}
      <Primitive.ItemIndicator className="ml-auto">
        <Check aria-hidden />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  )
}

export function Label({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return (
    <Primitive.Label className={cn('px-2.5 pt-2 pb-1 text-[0.8rem] font-medium text-muted', className)} {...props} />
  )
}

export const RadioGroup = (props: ComponentProps<typeof Primitive.RadioGroup>) => <Primitive.RadioGroup {...props} />

export const Separator = () => <Primitive.Separator className="my-1.5 h-px bg-line" />
