'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PeriodFilter } from '@/components/sends/period-filter'
import { useWhen } from '@/components/sends/when'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import type { ChoiceAddress, ChoiceOptions } from '@/lib/domain/choice'

type By = 'send' | 'template' | 'audience'

type ScopeBarProps = {
  address: ChoiceAddress
  options: ChoiceOptions
  /** Whether what was picked last is still on its way. */
  onGo: (address: ChoiceAddress) => void
}

const byOf = ({ send, template }: ChoiceAddress): By => (send ? 'send' : template ? 'template' : 'audience')

/** What it is about: a Send, a template, an audience; between days, and beside what. All of it stands in the address. */
export function ScopeBar({ address, options, onGo }: ScopeBarProps) {
  const t = useTranslations('choices.scope')
  const [by, setBy] = useState(byOf(address))
  const [told, setTold] = useState(address)
  if (told !== address) {
    setTold(address)
    setBy(byOf(address))
  }
  const { base, audience, from, to, send, template, version, compare } = address
  const bys = (['send', 'template', 'audience'] as const).filter(
    (one) => one === 'send' || (one === 'template' ? options.templates : options.audiences).length > 0,
  )
  // Of a kind that has but one, or of the one that was looked at before, there is nothing left to pick.
  const turnTo = (next: By) => {
    setBy(next)
    const [first] = next === 'send' ? options.sends : next === 'template' ? options.templates : options.audiences
    if (first) onGo(next === 'audience' ? { audience: audience ?? first.id, base } : { [next]: first.id, base })
  }
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2.5">
      {bys.length > 1 && (
        <Segmented
          label={t('by')}
          value={by}
          options={bys.map((value) => ({ value, label: t(`bys.${value}`) }))}
          onChange={turnTo}
        />
      )}
      {by === 'send' && (
        <SendPick
          id="choice-send"
          label={t('send')}
          value={send}
          options={options}
          onPick={(id) => onGo({ send: id, audience, base })}
        />
      )}
      {by === 'template' && (
        <>
          <Pick
            id="choice-template"
            label={t('template')}
            value={template}
            options={options.templates}
            onPick={(id) => id && onGo({ template: id, audience, from, to, base })}
          />
          <VersionPick
            id="choice-version"
            label={t('version')}
            any={t('anyVersion')}
            value={version}
            options={options}
            onPick={(picked) => onGo({ template, audience, from, to, base, ...(picked && { version: picked }) })}
          />
        </>
      )}
      {options.audiences.length > 0 && (
        <Pick
          id="choice-audience"
          label={t('audience')}
          any={by === 'audience' ? undefined : t('anyAudience')}
          value={audience}
          options={options.audiences}
          onPick={(id) => onGo({ ...address, audience: id ?? undefined })}
        />
      )}
      {by !== 'send' && (
        <PeriodFilter
          from={from}
          to={to}
          onChange={(period) => onGo({ ...address, from: period.from ?? undefined, to: period.to ?? undefined })}
          className="w-full sm:w-auto sm:min-w-42"
        />
      )}
      {by === 'send' && send && options.sends.length > 1 && (
        <SendPick
          id="choice-compare"
          label={t('compare')}
          any={t('noCompare')}
          value={compare && 'send' in compare ? compare.send : undefined}
          options={{ ...options, sends: options.sends.filter(({ id }) => id !== send) }}
          onPick={(id) => onGo({ ...address, compare: id ? { send: id } : undefined })}
        />
      )}
      {by === 'template' && version && options.versions.length > 1 && (
        <VersionPick
          id="choice-compare"
          label={t('compare')}
          any={t('noCompare')}
          value={compare && 'version' in compare ? compare.version : undefined}
          options={{ ...options, versions: options.versions.filter((one) => one.version !== version) }}
          onPick={(picked) => onGo({ ...address, compare: picked ? { version: picked } : undefined })}
        />
      )}
      {compare && (
        <Button variant="quiet" onClick={() => onGo({ ...address, compare: undefined })}>
          <X aria-hidden />
          {t('stopComparing')}
        </Button>
      )}
    </div>
  )
}

type PickProps = {
  id: string
  label: string
  /** What stands for no choice; without it one must be chosen. */
  any?: string
  value: string | undefined
  options: { id: string; name: string }[]
  onPick: (id: string | undefined) => void
}

const Pick = ({ id, label, any, value, options, onPick }: PickProps) => (
  <Field id={id} label={label} className="max-sm:w-full">
    <Select
      id={id}
      value={value ?? ''}
      onChange={(event) => onPick(event.target.value || undefined)}
      className="w-full text-[0.9333rem] sm:w-48"
    >
      {(any || !value) && <option value="">{any}</option>}
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </Select>
  </Field>
)

type SendPickProps = Omit<PickProps, 'options'> & { options: ChoiceOptions }

function SendPick({ options, ...props }: SendPickProps) {
  const t = useTranslations('choices.scope')
  const { when } = useWhen()
  const { id, label, any, value, onPick } = props
  return (
    <Field id={id} label={label} className="max-sm:w-full">
      <Select
        id={id}
        value={value ?? ''}
        onChange={(event) => onPick(event.target.value || undefined)}
        className="w-full text-[0.9333rem] sm:w-80"
      >
        {(any || !value) && <option value="">{any}</option>}
        {options.sends.map(({ id: sendId, sentAt, firstLine, people }) => (
          <option key={sendId} value={sendId}>
            {t('sendOption', { when: when(sentAt), text: firstLine.slice(0, 40), count: people })}
          </option>
        ))}
      </Select>
    </Field>
  )
}

type VersionPickProps = Omit<SendPickProps, 'value' | 'onPick'> & {
  value: number | undefined
  onPick: (version: number | undefined) => void
}

function VersionPick({ id, label, any, value, options, onPick }: VersionPickProps) {
  const t = useTranslations('choices.scope')
  return (
    <Field id={id} label={label} className="max-sm:w-full">
      <Select
        id={id}
        value={value ?? ''}
        onChange={(event) => onPick(Number(event.target.value) || undefined)}
        className="w-full text-[0.9333rem] sm:w-48"
      >
        <option value="">{any}</option>
        {options.versions.map(({ version, sends }) => (
          <option key={version} value={version}>
            {t('versionOption', { version, sends })}
          </option>
        ))}
      </Select>
    </Field>
  )
}
