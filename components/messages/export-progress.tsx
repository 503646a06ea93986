'use client'

import { useTranslations } from 'next-intl'
import type { ExportRunView } from '@/lib/domain/message-export'

/** How many rows are written: of all where they were counted. */
export function ExportProgress({ run }: { run: ExportRunView | null }) {
  const t = useTranslations('messages.export')
  const share = run?.total ? Math.min(1, run.rows / run.total) : null
  const words = !run
    ? t('starting')
    : run.total
      ? t('progress', { rows: run.rows, total: run.total })
      : t('progressUnknown', { rows: run.rows })
  return (
    <div className="grid gap-1.5">
      <div
        role="progressbar"
        aria-label={t('progressLabel')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-full bg-sunken"
      >
        <span
          className="block h-full origin-left rounded-full bg-accent transition-transform duration-300 data-[unknown=true]:animate-pulse"
          data-unknown={share === null}
          style={{ transform: `scaleX(${share ?? 0.3})` }}
        />
      </div>
      <p className="text-[0.8667rem] text-muted tabular-nums">{words}</p>
      <p className="text-[0.8667rem] text-muted">{t('keepOpen')}</p>
    </div>
  )
}
