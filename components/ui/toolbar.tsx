'use client'

import type { ComponentProps, FocusEvent, KeyboardEvent, MouseEvent, SyntheticEvent } from 'react'

type ToolbarProps = ComponentProps<'div'> & {
  orientation?: 'horizontal' | 'vertical'
  /** A press leaves the focus, and what is selected there, as it is. */
  keepsFocus?: boolean
}

const buttonsOf = (toolbar: HTMLElement) => [...toolbar.querySelectorAll('button')]

/** React also tells of what happens in a dialog that a button opened, wherever that lies in the page. */
const isInside = ({ currentTarget, target }: SyntheticEvent<HTMLElement>) =>
  target instanceof Node && currentTarget.contains(target)

const STEPS = { horizontal: ['ArrowLeft', 'ArrowRight'], vertical: ['ArrowUp', 'ArrowDown'] } as const

/**
 * Buttons that are one stop of the Tab key: arrows, Home and End go between them, and the one that had the focus last
 * gets it again. Give the first one `tabIndex` 0 and the others -1.
 */
export function Toolbar({ orientation = 'horizontal', keepsFocus, onKeyDown, onFocus, ...props }: ToolbarProps) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    onKeyDown?.(event)
    if (!isInside(event) || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
    const buttons = buttonsOf(event.currentTarget)
    const at = buttons.findIndex((button) => button.contains(document.activeElement))
    const [back, forth] = STEPS[orientation]
    const to =
      event.key === back
        ? at - 1
        : event.key === forth
          ? at + 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? -1
              : null
    if (to === null || at < 0) return
    event.preventDefault()
    buttons.at(to % buttons.length)?.focus()
  }
  // By hand: the buttons need not draw again for it.
  const keep = (event: FocusEvent<HTMLDivElement>) => {
    onFocus?.(event)
    if (!isInside(event)) return
    for (const button of buttonsOf(event.currentTarget)) button.tabIndex = button.contains(event.target) ? 0 : -1
  }
  const press = (event: MouseEvent<HTMLDivElement>) => {
    if (keepsFocus && isInside(event)) event.preventDefault()
  }
  return (
    <div role="toolbar" aria-orientation={orientation} onKeyDown={move} onFocus={keep} onMouseDown={press} {...props} />
  )
}
