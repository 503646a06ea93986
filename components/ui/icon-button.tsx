'use client'

import { type ReactNode, type Ref, useId } from 'react'
import { Button, type ButtonProps } from './button'
import { Tooltip } from './tooltip'

type IconButtonProps = Omit<ButtonProps, 'children'> & {
  label: string
  icon: ReactNode
  /** Why it cannot be pressed now. It stays reachable, so that the reason can be read. */
  reason?: string | null
  ref?: Ref<HTMLButtonElement>
}

/** A button with an icon alone: named for readers, with its name, or why it is off, in a tooltip for eyes. */
export function IconButton({
  label,
  icon,
  reason,
  variant = 'quiet',
  size = 'icon-sm',
  ref,
  ...props
}: IconButtonProps) {
  const id = useId()
  return (
    <>
      <Tooltip text={reason ?? label}>
        <Button
          ref={ref}
          variant={variant}
          size={size}
          aria-label={label}
          aria-disabled={reason ? true : undefined}
          aria-describedby={reason ? id : undefined}
          {...props}
        >
          {icon}
        </Button>
      </Tooltip>
      {reason && (
        <span id={id} className="sr-only">
          {reason}
        </span>
      )}
    </>
  )
}
