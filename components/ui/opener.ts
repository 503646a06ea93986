'use client'

import { createContext, type RefObject, useContext, useId, useMemo, useRef, useState } from 'react'

export type OpenerProps = { open?: boolean; onOpenChange?: (open: boolean) => void }

/** What a button and what floats beside it know of each other. */
export type Opener = {
  open: boolean
  setOpen: (open: boolean) => void
  button: RefObject<HTMLButtonElement | null>
  buttonId: string
  contentId: string
  /** Whether keys have opened it and the focus has not gone in yet. */
  byKeys: RefObject<boolean>
  /** Whether somebody has come near: from then on what it opens is made ready. */
  isNear: boolean
  comeNear: () => void
}

export const OpenerContext = createContext<Opener | null>(null)

export function useOpener(): Opener {
  const opener = useContext(OpenerContext)
  if (!opener) throw new Error('It stands outside of its Menu or Popover')
  return opener
}

/** What the button carries, so that readers hear what it opens. */
export const nameOpener = ({ open, button, buttonId, contentId }: Opener, popup: 'menu' | 'dialog') => ({
  ref: button,
  id: buttonId,
  'aria-haspopup': popup,
  'aria-expanded': open,
  'aria-controls': open ? contentId : undefined,
  'data-state': open ? 'open' : 'closed',
})

/** The state of one button and what it opens; `open` and `onOpenChange` take it out of our hands. */
export function useNewOpener({ open: given, onOpenChange }: OpenerProps): Opener {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const byKeys = useRef(false)
  const [own, setOwn] = useState(false)
  const [isNear, setNear] = useState(false)
  const open = given ?? own
  return useMemo(
    () => ({
      open,
      setOpen: (next) => {
        setOwn(next)
        if (next !== open) onOpenChange?.(next)
      },
      button,
      byKeys,
      buttonId: `${id}-button`,
      contentId: `${id}-content`,
      isNear: isNear || open,
      comeNear: () => setNear(true),
    }),
    [open, onOpenChange, id, isNear],
  )
}
