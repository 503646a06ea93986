import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'

/** From this share of the limit on, a counter warns. */
export const NEAR = 0.9

/**
 * "12/24": grey, amber near the limit, red past it. A text with variables counts at its longest: "até 31/24". Read with
 * its field, and never by itself on each key.
 */
export function Counter({ id, length, worst, max }: { id: string; length: number; worst: number; max: number }) {
  const t = useTranslations()
  const isOpen = worst !== length
  return (
    <span
      id={id}
      className={cn(
        'text-[0.8rem] tabular-nums',
        worst > max ? 'font-semibold text-danger' : worst >= max * NEAR ? 'font-medium text-warning' : 'text-muted',
      )}
    >
      <span aria-hidden>{isOpen ? t('variables.menu.upTo', { length: worst, max }) : `${length}/${max}`}</span>
      <span className="sr-only">
        {isOpen ? t('variables.menu.worst', { length: worst, max }) : t('editor.count', { length, max })}
      </span>
    </span>
  )
}
