'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useWhen } from '@/components/sends/when'
import { Field, fieldControl } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import {
  type AnsweredRows,
  type AnsweredSource,
  type AnswerPeople,
  readScopeParam,
  scopeParam,
} from '@/lib/domain/answer-people'
import type { AnswerCondition } from '@/lib/domain/audience-rule'
import { useAnsweredRows, useAnsweredSources } from './answer-reads'

type AnswerPickerProps = {
  value: AnswerPeople | null
  /** `said` is what both are called now; null until that is known. */
  onChange: (value: AnswerPeople | null, said: AnswerCondition['said'] | null) => void
  /** Where a control is to be led to. */
  id?: string
}

/** Which Send or template, and what people did with it: chose a row, typed, answered at all, or only read it. */
export function AnswerPicker({ value, onChange, id: givenId }: AnswerPickerProps) {
  const t = useTranslations('answerPeople.picker')
  const generated = useId()
  const id = givenId ?? generated
  const sources = useAnsweredSources()
  const rows = useAnsweredRows(value?.scope ?? null)
  const sourceWords = useSourceWords()
  const found = rows.data?.source
  const isListed = value && sources.data?.some(({ scope }) => scopeParam(scope) === scopeParam(value.scope))
  const listed = [...(value && !isListed && found ? [found] : []), ...(sources.data ?? [])]
  const options = (of: AnsweredSource[]) =>
    of.map((source) => (
      <option key={scopeParam(source.scope)} value={scopeParam(source.scope)}>
        {sourceWords(source)}
      </option>
    ))
  const sends = listed.filter(({ scope }) => 'sendId' in scope)
  const templates = listed.filter(({ scope }) => 'templateId' in scope)
  const problem = sources.isError || rows.isError ? t('unread') : rows.data === null ? t('gone') : null
  const isEmpty = sources.data && listed.length === 0
  const hint = isEmpty ? t('none') : t('sourceHint')

  const chooseSource = (param: string) => {
    const source = listed.find(({ scope }) => scopeParam(scope) === param)
    const scope = readScopeParam(param)
    if (!scope || !source) return onChange(null, null)
    onChange({ scope, did: 'replied', rowId: null }, { source: source.name, at: source.at, row: null })
  }
  const chooseDid = (choice: string) => {
    if (!value || !rows.data) return
    const rowId = choice.startsWith(ROW) ? choice.slice(ROW.length) : null
    const did = rowId === null ? (choice as Exclude<AnswerPeople['did'], 'chose'>) : 'chose'
    onChange({ ...value, did, rowId }, saidOf(rows.data, rowId))
  }
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))] gap-4">
      <Field id={`${id}-source`} label={t('source')} hint={hint} error={problem}>
        <Select
          {...fieldControl(`${id}-source`, { hint, error: problem })}
          className="w-full"
          value={value ? scopeParam(value.scope) : ''}
          onChange={(event) => chooseSource(event.target.value)}
        >
          {(!value || !listed.some(({ scope }) => scopeParam(scope) === scopeParam(value.scope))) && (
            <option value={value ? scopeParam(value.scope) : ''}>{value ? '…' : t('choose')}</option>
          )}
          {sends.length > 0 && <optgroup label={t('sends')}>{options(sends)}</optgroup>}
          {templates.length > 0 && <optgroup label={t('templates')}>{options(templates)}</optgroup>}
        </Select>
      </Field>
      {value && rows.data !== null && (
        <Field id={`${id}-did`} label={t('did')}>
          <Select
            id={`${id}-did`}
            className="w-full"
            value={value.rowId === null ? value.did : `${ROW}${value.rowId}`}
            onChange={(event) => chooseDid(event.target.value)}
          >
            <DidOptions rows={rows.data} value={value} />
          </Select>
        </Field>
      )}
    </div>
  )
}

const ROW = 'row:'

/** What a condition is called by what was read of its Send. */
export const saidOf = ({ source, rows }: AnsweredRows, rowId: string | null): AnswerCondition['said'] => ({
  source: source.name,
  at: source.at,
  row: rowId === null ? null : (rows.find(({ id }) => id === rowId)?.title ?? rowId),
})

function DidOptions({ rows, value }: { rows: AnsweredRows | undefined; value: AnswerPeople }) {
  const t = useTranslations('answerPeople.picker')
  const counted = (words: string, count: number | undefined) =>
    count === undefined ? words : t('counted', { words, count })
  const isKnown = value.rowId === null || rows?.rows.some(({ id }) => id === value.rowId)
  return (
    <>
      <option value="replied">{counted(t('replied'), rows?.replied)}</option>
      {!isKnown && <option value={`${ROW}${value.rowId}`}>{t('chose', { row: value.rowId ?? '' })}</option>}
      {rows?.rows.map(({ id, title, count }) => (
        <option key={id} value={`${ROW}${id}`}>
          {counted(t('chose', { row: title }), count)}
        </option>
      ))}
      <option value="typed">{counted(t('typed'), rows?.typed)}</option>
      <option value="readOnly">{counted(t('readOnly'), rows?.readOnly)}</option>
    </>
  )
}

/** "Menu, 23/11/2026 14:02", and that it was a rehearsal. */
function useSourceWords() {
  const t = useTranslations('answerPeople.picker')
  const { when } = useWhen()
  return ({ name, at, isRehearsal }: AnsweredSource): string => {
    if (at === null) return name
    return t(isRehearsal ? 'rehearsal' : 'sendAt', { name, when: when(at) })
  }
}
