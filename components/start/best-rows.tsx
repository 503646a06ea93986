import { Trophy } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { BestRow } from '@/lib/domain/start-page'
import { BEST_ROWS } from '@/lib/domain/start-page'
import { StartCard } from './start-card'

/** The rows that most of those who got them chose. */
export function BestRows({ rows }: { rows: BestRow[] }) {
  const t = useTranslations('start.best')
  const most = Math.max(...rows.map(({ chose, got }) => chose / got), 0.01)
  return (
    <StartCard
      id="best"
      title={t('title')}
      aside={
        <Link href="/choices" className="text-[0.8667rem] text-accent underline-offset-4 hover:underline">
          {t('all')}
        </Link>
      }
    >
      {rows.length === 0 ? (
        <p className="flex items-start gap-2.5 border-t px-4 py-3.5 text-[0.9333rem] text-muted">
          <Trophy aria-hidden className="mt-0.5 size-4.5 shrink-0" />
          {t('none', { got: BEST_ROWS.got })}
        </p>
      ) : (
        <ol aria-labelledby="best-title" className="grid grid-cols-1 gap-1 border-t px-2 py-2">
          {rows.map(({ source, rowId, title, chose, got }) => (
            <li
              key={`${source.templateId ?? source.sendId}-${rowId}`}
              className="relative grid grid-cols-1 gap-1 rounded-lg px-2 py-1.5 transition-colors focus-within:bg-hover hover:bg-hover"
            >
              <span className="flex items-baseline justify-between gap-3">
                <Link
                  href={source.templateId ? `/choices?template=${source.templateId}` : `/choices?send=${source.sendId}`}
                  className="truncate font-medium after:absolute after:inset-0"
                >
                  {title}
                </Link>
                <span className="shrink-0 font-semibold tabular-nums">{t('share', { share: chose / got })}</span>
              </span>
              <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-sunken">
                <span
                  className="block h-full rounded-full bg-accent"
                  style={{ width: `${(100 * chose) / got / most}%` }}
                />
              </span>
              <span className="flex justify-between gap-3 text-[0.8rem] text-muted">
                <span className="truncate">{source.name}</span>
                <span className="shrink-0 tabular-nums">{t('of', { chose, got })}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </StartCard>
  )
}
