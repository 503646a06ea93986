'use client'

import { Slot } from 'radix-ui'
import { type ComponentProps, createContext, type KeyboardEvent, type PointerEvent, useContext } from 'react'
import type * as Parts from './menu-parts'
import { onDemand, useOnDemand, useSoon } from './on-demand'
import { nameOpener, OpenerContext, type OpenerProps, useNewOpener, useOpener } from './opener'

// The button is all that a page needs at first; what opens is fetched when the page is at rest, or somebody comes near.
const wanted = onDemand(() => import('./menu-parts'))

const PartsContext = createContext<typeof Parts | null>(null)

function useParts(): typeof Parts {
  const parts = useContext(PartsContext)
  if (!parts) throw new Error('A part of a menu stands outside of its MenuContent')
  return parts
}

type MenuProps = OpenerProps & { children: ComponentProps<'div'>['children'] }

export function Menu({ children, ...props }: MenuProps) {
  useSoon(wanted)
  return <OpenerContext value={useNewOpener(props)}>{children}</OpenerContext>
}

export function MenuTrigger({
  asChild,
  onPointerDown,
  onKeyDown,
  onPointerEnter,
  onFocus,
  ...props
}: ComponentProps<'button'> & { asChild?: boolean }) {
  const opener = useOpener()
  const { open, setOpen } = opener
  const near = () => {
    wanted.want()
    opener.comeNear()
  }
  const Button = asChild ? Slot.Root : 'button'
  return (
    <Button
      {...(!asChild && { type: 'button' })}
      {...nameOpener(opener, 'menu')}
      onPointerEnter={(event: PointerEvent<HTMLButtonElement>) => {
        onPointerEnter?.(event)
        near()
      }}
      onFocus={(event) => {
        onFocus?.(event)
        near()
      }}
      onPointerDown={(event: PointerEvent<HTMLButtonElement>) => {
        onPointerDown?.(event)
        if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.currentTarget.disabled) return
        near()
        opener.byKeys.current = false
        setOpen(!open)
        // The focus goes into the menu: the press must not take it back to the button.
        if (!open) event.preventDefault()
      }}
      onKeyDown={(event: KeyboardEvent<HTMLButtonElement>) => {
        onKeyDown?.(event)
        if (event.defaultPrevented || !['Enter', ' ', 'ArrowDown'].includes(event.key)) return
        event.preventDefault()
        near()
        opener.byKeys.current = !open
        setOpen(event.key === 'ArrowDown' || !open)
      }}
      {...props}
    />
  )
}

export function MenuContent({ children, ...props }: Omit<ComponentProps<typeof Parts.Content>, 'anchor' | 'byKeys'>) {
  const opener = useOpener()
  const parts = useOnDemand(wanted)
  if (!parts || !opener.isNear) return null
  return (
    <PartsContext value={parts}>
      <parts.Root open={opener.open} onOpenChange={opener.setOpen} modal anchor={opener.button}>
        <parts.Content
          id={opener.contentId}
          aria-labelledby={opener.buttonId}
          anchor={opener.button}
          byKeys={opener.byKeys}
          {...props}
        >
          {children}
        </parts.Content>
      </parts.Root>
    </PartsContext>
  )
}

export function MenuItem(props: Parts.ItemProps) {
  const { Item } = useParts()
  return <Item {...props} />
}

export function MenuRadioGroup(props: ComponentProps<typeof Parts.RadioGroup>) {
  const { RadioGroup } = useParts()
  return <RadioGroup {...props} />
}

export function MenuRadioItem(props: ComponentProps<typeof Parts.RadioItem>) {
  const { RadioItem } = useParts()
  return <RadioItem {...props} />
}

export function MenuLabel(props: ComponentProps<typeof Parts.Label>) {
  const { Label } = useParts()
  return <Label {...props} />
}

export function MenuSeparator() {
  const { Separator } = useParts()
  return <Separator />
}
