'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { fold } from '@/lib/domain/fold'
import { PROVIDER_ERROR_CODES } from '@/lib/domain/provider-error'
import { ChoiceList, type ListChoice } from './choice-list'

type CodeChoicesProps = { value: number | undefined; onChoose: (code: number) => void }

/** The provider's codes with what they mean, found by either; a number that is in no list can be asked for too. */
export function CodeChoices({ value, onChoose }: CodeChoicesProps) {
  const t = useTranslations('messages.filters')
  const errors = useTranslations('providerErrors')
  const [text, setText] = useState('')
  const wanted = fold(text.trim())
  const known: ListChoice<string>[] = PROVIDER_ERROR_CODES.map((code) => ({
    id: String(code),
    name: String(code),
    note: errors(`${code}.title`),
  }))
  const fitting = known.filter(({ name, note }) => fold(`${name} ${note}`).includes(wanted))
  const isOther = /^\d{1,9}$/.test(wanted) && !known.some(({ id }) => id === wanted)
  const options = isOther
    ? [...fitting, { id: String(Number(wanted)), name: t('codeUse', { code: wanted }), note: t('codeOther') }]
    : fitting
  return (
    <ChoiceList
      label={t('names.code')}
      value={value === undefined ? undefined : String(value)}
      options={options}
      search={{ label: t('find'), text, onType: setText }}
      onChoose={(code) => onChoose(Number(code))}
    />
  )
}
