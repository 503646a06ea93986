'use client'

import { useTranslations } from 'next-intl'
import { usePeriodWords } from '@/components/sends/period-words'
import type { MessageFilters } from '@/lib/domain/message-filters'
import type { MessageFilterName } from '@/lib/domain/message-query'
import type { SendFilterOptions } from '@/lib/domain/send-view'

/** What the filters can be set to, as far as the server knows, and what stands for the ids in the address. */
export type MessageFilterOptions = SendFilterOptions & { tags: string[] }

/** What the address knows by id alone, and the messages in sight by name. */
export type KnownNames = { send: string | null; row: string | null }

const nameIn = (options: { id: string; name: string }[], id: string | undefined) =>
  options.find((option) => option.id === id)?.name

/** What a filter is set to, in as few words as a chip has room for; null where it is not set. */
export function useFilterWords(filters: MessageFilters, options: MessageFilterOptions, known: KnownNames) {
  const t = useTranslations('messages.filters')
  const status = useTranslations('status')
  const period = usePeriodWords()

  return (name: MessageFilterName): string | null => {
    switch (name) {
      case 'status':
        return filters.status ? status(filters.status) : null
      case 'code':
        return filters.code === undefined ? null : String(filters.code)
      case 'template':
        return filters.template ? (nameIn(options.templates, filters.template) ?? t('removed')) : null
      case 'tag':
        return filters.tag ?? null
      case 'sender':
        return filters.sender ? (nameIn(options.senders, filters.sender) ?? t('removed')) : null
      case 'period':
        return filters.from || filters.to ? period(filters) : null
      case 'replied':
        return filters.replied ? t(`replied.${filters.replied}`) : null
      case 'send':
        return filters.send ? known.send || t('oneSend') : null
      case 'row':
        return filters.row ? (known.row ?? filters.row) : null
      case 'window':
        return filters.window ? t(`windows.${filters.window}`) : null
      case 'gateway':
        return filters.gateway ? t(`gateways.${filters.gateway}`) : null
      case 'tests':
        return filters.tests ? t('tests') : null
    }
  }
}
