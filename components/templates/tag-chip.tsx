import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

const chip =
  'inline-flex h-6 max-w-full min-w-0 items-center gap-1 rounded-full border px-2 text-[0.8rem] font-medium transition-colors [&_svg]:size-3 [&_svg]:shrink-0'

const LOOKS = {
  plain: 'border-line text-muted',
  chosen: 'border-transparent bg-accent-soft text-accent',
} as const

type TagButtonProps = {
  tag: string
  label: string
  /** Chosen now, or not; absent where pressing does not choose. */
  pressed?: boolean
  icon?: ReactNode
  className?: string
  onPress: () => void
}

/** A tag that does something when it is pressed. */
export function TagButton({ tag, label, pressed, icon, className, onPress }: TagButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      onClick={onPress}
      className={cn(
        chip,
        pressed ? LOOKS.chosen : LOOKS.plain,
        'hover:border-line-strong/60 hover:text-text',
        className,
      )}
    >
      {icon}
      <span className="truncate">{tag}</span>
    </button>
  )
}

/** A tag that is there, with a way to take it away. */
export function TagWithRemove({ tag, label, onRemove }: { tag: string; label: string; onRemove: () => void }) {
  return (
    <span className={cn(chip, LOOKS.chosen, 'pr-0.5')}>
      <span className="truncate">{tag}</span>
      <button
        type="button"
        aria-label={label}
        onClick={onRemove}
        className="grid size-5 place-items-center rounded-full hover:bg-hover"
      >
        <X aria-hidden />
      </button>
    </span>
  )
}

/** How many tags there is no room for. */
export function TagRest({ text, label }: { text: string; label: string }) {
  return (
    <span className={cn(chip, LOOKS.plain)}>
      <span aria-hidden>{text}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
