import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'

/** From this share of the limit on, a counter warns. */
export const NEAR = 0.9

/** "12/24": grey, amber near the limit, red past it. Read with its field, and never by itself on each key. */
export function Counter({ id, length, max }: { id: string; length: number; max: number }) {
  const t = useTranslations('editor')
  return (
    <span
      id={id}
      className={cn(
        'text-[0.8rem] tabular-nums',
        length > max ? 'font-semibold text-danger' : length >= max * NEAR ? 'font-medium text-warning' : 'text-muted',
      )}
    >
      <span aria-hidden>
        {length}/{max}
      </span>
      <span className="sr-only">{t('count', { length, max })}</span>
    </span>
  )
}
