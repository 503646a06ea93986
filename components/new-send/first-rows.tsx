'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import type { RecipientListView, RecipientMapping } from '@/lib/domain/recipient-list'
import type { UsedVariable } from '@/lib/domain/variables'

const SHOWN = 5

type FirstRowsProps = { list: RecipientListView; mapping: RecipientMapping | null; used: UsedVariable[] }

/** The first lines as they came, each column under what it is taken for. */
export function FirstRows({ list: { columns, firstRows }, mapping, used }: FirstRowsProps) {
  const t = useTranslations('newSend.mapping')
  const names = useTranslations('variables.names')
  const takenFor = (column: number) =>
    [
      mapping?.phone === column && t('phone'),
      mapping?.name === column && t('name'),
      ...used.map(({ name }) => mapping?.variables[name] === column && names(name)),
    ].filter((word, i, words) => word && words.indexOf(word) === i)
  const rows = firstRows.slice(0, SHOWN + (mapping?.hasHeader ? 1 : 0))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section aria-label={t('firstRows')} tabIndex={0} className="overflow-x-auto rounded-xl border">
      <table className="w-full border-collapse text-left text-[0.8667rem]">
        <thead>
          <tr className="border-b bg-sunken align-bottom">
            <th scope="col" className="w-10 px-3 py-2 font-medium text-muted">
              <span className="sr-only">{t('line')}</span>
            </th>
            {columns.map((_, i) => {
              const words = takenFor(i)
              return (
                <th key={i} scope="col" className="max-w-56 min-w-24 px-3 py-2 font-medium">
                  <span className={cn('block truncate', words.length > 0 ? 'text-accent' : 'text-muted')}>
                    {words.length > 0 ? words.join(', ') : t('unused')}
                  </span>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line} className="border-b last:border-b-0">
              <th scope="row" className="px-3 py-1.5 text-right font-normal text-muted tabular-nums">
                {line + 1}
              </th>
              {columns.map((_, i) => (
                <td
                  key={i}
                  className={cn(
                    'max-w-56 truncate px-3 py-1.5 tabular-nums',
                    mapping?.hasHeader && line === 0 && 'font-medium text-muted',
                    takenFor(i).length === 0 && 'text-muted',
                  )}
                >
                  {row[i] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
