import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'

const SHOWN = 3
const mark = 'max-w-40 min-w-0 truncate rounded-full border px-2 py-px text-[0.8rem] font-medium text-muted'

type TagMarksProps = {
  tags: string[]
  /** All of them, on as many lines as they need; else the first ones, on one. */
  all?: boolean
}

/** The tags of a person. */
export function TagMarks({ tags, all }: TagMarksProps) {
  const t = useTranslations('templates.tags')
  const shown = all ? tags : tags.slice(0, SHOWN)
  const rest = tags.slice(shown.length)
  return (
    <span className={cn('flex min-w-0 items-center gap-1', all && 'flex-wrap')}>
      {shown.map((tag) => (
        <span key={tag} className={mark} title={tag}>
          {tag}
        </span>
      ))}
      {rest.length > 0 && (
        <span className={cn(mark, 'shrink-0')} title={rest.join(', ')}>
          <span aria-hidden>{t('more', { count: rest.length })}</span>
          <span className="sr-only">{t('moreLabel', { count: rest.length, tags: rest.join(', ') })}</span>
        </span>
      )}
    </span>
  )
}
