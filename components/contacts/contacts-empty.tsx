'use client'

import { ContactRound, FileSpreadsheet, Plus, SearchX, Tag, Upload, UsersRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

type ContactsEmptyProps = { isFiltered: boolean; onClear: () => void; onNew: () => void; onImport: () => void }

/** What the list shows where nobody is in it, and the step that leads on. */
export function ContactsEmpty({ isFiltered, onClear, onNew, onImport }: ContactsEmptyProps) {
  const t = useTranslations('contacts')
  if (isFiltered)
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t('empty.noMatchTitle')}
        action={<Button onClick={onClear}>{t('filter.clear')}</Button>}
      >
        {t('empty.noMatchText')}
      </EmptyState>
    )
  const steps = [
    { text: t('empty.steps.import'), Icon: FileSpreadsheet },
    { text: t('empty.steps.tag'), Icon: Tag },
    { text: t('empty.steps.audience'), Icon: UsersRound },
  ]
  return (
    <div className="grid gap-4">
      <EmptyState
        icon={<ContactRound aria-hidden />}
        title={t('empty.title')}
        action={
          <>
            <Button variant="primary" onClick={onImport}>
              <Upload aria-hidden />
              {t('import')}
            </Button>
            <Button onClick={onNew}>
              <Plus aria-hidden />
              {t('new')}
            </Button>
          </>
        }
      >
        {t('empty.text')}
      </EmptyState>
      <ol className="grid gap-3 sm:grid-cols-3">
        {steps.map(({ text, Icon }, i) => (
          <li key={text} className="flex items-start gap-3 rounded-xl border bg-surface p-4 shadow-card">
            <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
            <span>
              <span className="mr-1 font-medium tabular-nums">{i + 1}.</span>
              {text}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
