import { LoaderCircle } from 'lucide-react'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const VARIANTS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover shadow-card',
  secondary: 'bg-surface text-text border border-line-strong/45 hover:bg-hover shadow-card',
  ghost: 'text-text hover:bg-hover',
  danger: 'bg-danger text-on-accent hover:bg-danger-hover shadow-card',
  quiet: 'text-muted hover:text-text hover:bg-hover',
  link: 'text-accent underline underline-offset-4 decoration-accent/40 hover:decoration-accent !px-0 !h-auto',
} as const

const SIZES = {
  sm: 'h-8 gap-1.5 px-2.5 text-[0.8667rem] rounded-md',
  md: 'h-9 gap-2 px-3.5 text-[0.9333rem] rounded-lg',
  lg: 'h-11 gap-2 px-5 text-base rounded-lg',
  icon: 'size-9 rounded-lg',
  'icon-sm': 'size-8 rounded-md',
} as const

export type ButtonProps = ComponentProps<'button'> & {
  variant?: keyof typeof VARIANTS
  size?: keyof typeof SIZES
  /** Shows a spinner and ignores presses, but keeps its focus and its name. */
  busy?: boolean
  asChild?: boolean
}

/** The look of a button for anything that is none (`<summary>`, a link drawn by a library). */
export const buttonClass = (variant: keyof typeof VARIANTS = 'secondary', size: keyof typeof SIZES = 'md') =>
  cn(
    'inline-flex shrink-0 items-center justify-center whitespace-nowrap font-medium transition-colors select-none',
    'disabled:opacity-55 disabled:pointer-events-none aria-disabled:opacity-55 aria-disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0',
    // A clipped icon is a layer to the painter, and there are a hundred in sight.
    '[&_svg]:overflow-visible',
    VARIANTS[variant],
    SIZES[size],
  )

export function Button({
  variant,
  size,
  busy,
  asChild,
  className,
  children,
  onClick,
  type = 'button',
  ...props
}: ButtonProps) {
  const blocked = busy || props['aria-disabled'] === true || props['aria-disabled'] === 'true'
  const classes = cn(buttonClass(variant, size), className)
  if (asChild)
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    )
  return (
    <button
      type={blocked && type === 'submit' ? 'button' : type}
      className={classes}
      aria-busy={busy || undefined}
      onClick={blocked ? (event) => event.preventDefault() : onClick}
      {...props}
    >
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  )
}
