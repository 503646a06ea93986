import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type PressableAreaProps = {
  label: string
  /** Absent where it is only looked at. */
  onPress: (() => void) | undefined
  className?: string
  children: ReactNode
}

/** An area that can be pressed anywhere, while its texts stay texts to readers. */
export const PressableArea = ({ label, onPress, className, children }: PressableAreaProps) => (
  <div className={cn('relative', className)}>
    {children}
    {onPress && (
      <button
        type="button"
        aria-label={label}
        onClick={onPress}
        className="absolute inset-0 rounded-[inherit] hover:bg-(--phone-mark) focus-visible:-outline-offset-2"
      />
    )}
  </div>
)
