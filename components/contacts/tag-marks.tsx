import { useTranslations } from 'next-intl'

const SHOWN = 3
const mark = 'max-w-40 truncate rounded-full border px-2 py-px text-[0.8rem] font-medium text-muted'

/** The tags of a person, as many as a line has room for. */
export function TagMarks({ tags }: { tags: string[] }) {
  const t = useTranslations('templates.tags')
  const rest = tags.slice(SHOWN)
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1">
      {tags.slice(0, SHOWN).map((tag) => (
        <span key={tag} className={mark}>
          {tag}
        </span>
      ))}
      {rest.length > 0 && (
        <span className={mark} title={rest.join(', ')}>
          <span aria-hidden>{t('more', { count: rest.length })}</span>
          <span className="sr-only">{t('moreLabel', { count: rest.length, tags: rest.join(', ') })}</span>
        </span>
      )}
    </span>
  )
}
