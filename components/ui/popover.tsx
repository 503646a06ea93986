'use client'

import { Slot } from 'radix-ui'
import {
  type ComponentProps,
  createContext,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useContext,
  useLayoutEffect,
} from 'react'
import { onDemand, useOnDemand, useSoon } from './on-demand'
import { nameOpener, OpenerContext, type OpenerProps, useNewOpener, useOpener } from './opener'
import type * as Parts from './popover-parts'

// As with a menu: the button is all that a page needs at first.
const wanted = onDemand(() => import('./popover-parts'))

const PartsContext = createContext<typeof Parts | null>(null)

export function Popover({ children, ...props }: OpenerProps & { children: ComponentProps<'div'>['children'] }) {
  useSoon(wanted)
  return <OpenerContext value={useNewOpener(props)}>{children}</OpenerContext>
}

export function PopoverTrigger({
  asChild,
  onClick,
  onPointerEnter,
  onFocus,
  ...props
}: ComponentProps<'button'> & { asChild?: boolean }) {
  const opener = useOpener()
  const near = () => {
    wanted.want()
    opener.comeNear()
  }
  const Button = asChild ? Slot.Root : 'button'
  return (
    <Button
      {...(!asChild && { type: 'button' })}
      {...nameOpener(opener, 'dialog')}
      onPointerEnter={(event: PointerEvent<HTMLButtonElement>) => {
        onPointerEnter?.(event)
        near()
      }}
      onFocus={(event) => {
        onFocus?.(event)
        near()
      }}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        onClick?.(event)
        if (event.defaultPrevented) return
        near()
        opener.setOpen(!opener.open)
      }}
      {...props}
    />
  )
}

/** Stands for the trigger where the button that opens it belongs to somebody else. */
export function PopoverAnchor({ virtualRef }: { virtualRef: RefObject<HTMLButtonElement | null> }) {
  const { button } = useOpener()
  useLayoutEffect(() => {
    button.current = virtualRef.current
  })
  return null
}

export function PopoverContent({ children, ...props }: Omit<ComponentProps<typeof Parts.Content>, 'anchor'>) {
  const opener = useOpener()
  const parts = useOnDemand(wanted)
  if (!parts || !opener.isNear) return null
  return (
    <PartsContext value={parts}>
      <parts.Root open={opener.open} onOpenChange={opener.setOpen} anchor={opener.button}>
        <parts.Content id={opener.contentId} anchor={opener.button} {...props}>
          {children}
        </parts.Content>
      </parts.Root>
    </PartsContext>
  )
}

export function PopoverClose(props: ComponentProps<typeof Parts.Close>) {
  const parts = useContext(PartsContext)
  return parts && <parts.Close {...props} />
}
