'use client'

import { MessageSquareText, PenLine, SearchX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { MessageFilters } from '@/lib/domain/message-filters'
import { isNarrowed } from '@/lib/domain/message-query'

type MessagesEmptyProps = { filters: MessageFilters; onClear: () => void; onTests: () => void }

/** Where there is nothing to list: why, and what leads on. */
export function MessagesEmpty({ filters, onClear, onTests }: MessagesEmptyProps) {
  const t = useTranslations('messages')
  const tests = !filters.tests && <Button onClick={onTests}>{t('empty.tests')}</Button>
  if (isNarrowed(filters))
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t('empty.noMatchTitle')}
        action={
          <>
            <Button onClick={onClear}>{t('filters.clear')}</Button>
            {tests}
          </>
        }
      >
        {t('empty.noMatchText')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<MessageSquareText aria-hidden />}
      title={t('empty.title')}
      action={
        <>
          <Link href="/compose" className={buttonClass('primary')}>
            <PenLine aria-hidden />
            {t('empty.action')}
          </Link>
          {tests}
        </>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}
