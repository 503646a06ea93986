'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { PeriodChoices } from '@/components/sends/period-choices'
import { StatusIcon } from '@/components/sends/status-chip'
import { CONTACT_WINDOWS } from '@/lib/domain/contact-window'
import type { GatewayKind } from '@/lib/domain/gateway'
import type { MessageFilters } from '@/lib/domain/message-filters'
import type { MessageFilterName } from '@/lib/domain/message-query'
import { SHOWN_STATUSES } from '@/lib/domain/shown-status'
import { ChoiceList } from './choice-list'
import { CodeChoices } from './code-choices'
import type { MessageFilterOptions } from './filter-words'
import type { FilterChange } from './message-address'
import { RowChoices } from './row-choices'
import { SendChoices } from './send-choices'

type FilterChoicesProps = {
  name: MessageFilterName
  filters: MessageFilters
  options: MessageFilterOptions
  onChange: (change: FilterChange) => void
  onDone: () => void
}

const GATEWAYS: readonly GatewayKind[] = ['vectalk', 'sandbox']

/** What a filter can be set to, as it stands in its chip's popover. */
export function FilterChoices({ name, filters, options, onChange, onDone }: FilterChoicesProps) {
  const t = useTranslations('messages.filters')
  const status = useTranslations('status')
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>('[aria-pressed="true"], input') ?? null
    ;(first ?? root.current?.querySelector<HTMLElement>('button'))?.focus()
  }, [])
  const choose = (change: FilterChange) => {
    onChange(change)
    onDone()
  }
  return (
    <div ref={root} className="grid gap-2">
      {name === 'status' && (
        <ChoiceList
          label={t('names.status')}
          value={filters.status}
          options={SHOWN_STATUSES.map((id) => ({ id, name: status(id), icon: <StatusIcon status={id} /> }))}
          onChoose={(status) => choose({ status })}
        />
      )}
      {name === 'code' && <CodeChoices value={filters.code} onChoose={(code) => choose({ code })} />}
      {name === 'template' && (
        <ChoiceList
          label={t('names.template')}
          value={filters.template}
          options={options.templates}
          onChoose={(template) => choose({ template })}
        />
      )}
      {name === 'tag' && (
        <ChoiceList
          label={t('names.tag')}
          value={filters.tag}
          options={options.tags.map((tag) => ({ id: tag, name: tag }))}
          onChoose={(tag) => choose({ tag })}
        />
      )}
      {name === 'sender' && (
        <ChoiceList
          label={t('names.sender')}
          value={filters.sender}
          options={options.senders}
          onChoose={(sender) => choose({ sender })}
        />
      )}
      {name === 'period' && (
        <div className="grid gap-3 p-1">
          <PeriodChoices from={filters.from} to={filters.to} onChange={onChange} />
        </div>
      )}
      {name === 'replied' && (
        <ChoiceList
          label={t('names.replied')}
          value={filters.replied}
          options={(['yes', 'no'] as const).map((id) => ({ id, name: t(`repliedChoices.${id}`) }))}
          onChoose={(replied) => choose({ replied })}
        />
      )}
      {name === 'send' && <SendChoices value={filters.send} onChoose={(send) => choose({ send, row: null })} />}
      {name === 'row' && <RowChoices send={filters.send} value={filters.row} onChoose={(row) => choose({ row })} />}
      {name === 'window' && (
        <ChoiceList
          label={t('names.window')}
          value={filters.window}
          options={CONTACT_WINDOWS.map((id) => ({ id, name: t(`windowChoices.${id}`) }))}
          onChoose={(window) => choose({ window })}
        />
      )}
      {name === 'gateway' && (
        <ChoiceList
          label={t('names.gateway')}
          value={filters.gateway}
          options={GATEWAYS.map((id) => ({ id, name: t(`gateways.${id}`) }))}
          onChoose={(gateway) => choose({ gateway })}
        />
      )}
    </div>
  )
}
