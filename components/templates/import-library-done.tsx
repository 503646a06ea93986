'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { ImportOutcome } from '@/lib/domain/library-import'
import type { Done } from './use-library-import'

const COUNTED = ['added', 'replaced', 'unchanged'] as const satisfies ImportOutcome[]

/** What came of each list of the file. */
export function ImportLibraryDone({ done: { outcomes, skipped } }: { done: Done }) {
  const t = useTranslations('templates.file')
  const of = (wanted: ImportOutcome) => outcomes.filter(({ outcome }) => outcome === wanted)
  const [changed, failed] = [of('changedSince'), of('failed')]
  const written = of('added').length + of('replaced').length
  const parts = [
    ...COUNTED.map((outcome) => ({ word: outcome, count: of(outcome).length })),
    { word: 'skipped' as const, count: skipped },
  ]
  return (
    <div className="grid gap-3" role="status">
      <Alert tone={written > 0 ? 'success' : 'info'} title={t('doneTitle', { count: written })}>
        {parts
          .filter(({ count }) => count > 0)
          .map(({ word, count }) => t(`done.${word}`, { count }))
          .join(' · ')}
      </Alert>
      {changed.length > 0 && (
        <Alert tone="warning" title={t('changedSince', { count: changed.length })}>
          {changed.map(({ name }) => name).join(', ')}
        </Alert>
      )}
      {failed.length > 0 && (
        <Alert tone="danger" title={t('failedLists', { count: failed.length })}>
          {failed.map(({ name }) => name).join(', ')}
        </Alert>
      )}
    </div>
  )
}
