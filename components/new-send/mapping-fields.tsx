'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { RecipientListView, RecipientMapping } from '@/lib/domain/recipient-list'
import type { VariableValues } from '@/lib/domain/variable-values'
import type { UsedVariable, VariableName } from '@/lib/domain/variables'
import { FirstRows } from './first-rows'

type MappingFieldsProps = {
  list: RecipientListView
  mapping: RecipientMapping | null
  used: UsedVariable[]
  values: VariableValues
  /** Whether anybody is left out because a value is missing. */
  isMissing: boolean
  onMapping: (mapping: RecipientMapping) => void
  onValues: (values: VariableValues) => void
}

const BLANK: Omit<RecipientMapping, 'phone'> = { name: null, variables: {}, hasHeader: false }

/** Which column is what: the phone, the name, each variable of the message; guessed already, and easily mended. */
export function MappingFields({ list, mapping, used, values, isMissing, onMapping, onValues }: MappingFieldsProps) {
  const t = useTranslations('newSend.mapping')
  const names = useTranslations('variables.names')
  const id = useId()
  const { columns, firstRows } = list
  // Of contacts, and of who was written to, the phone and the name are known; a single column can be nothing but phones.
  const isPlain = columns.length <= 1 && mapping !== null
  const isKnown = isPlain || list.source === 'contacts' || list.source === 'send'
  const change = (next: Partial<RecipientMapping>) => {
    const phone = next.phone ?? mapping?.phone
    if (phone !== undefined) onMapping({ ...BLANK, ...mapping, ...next, phone })
  }
  const options = columns.map((column, i) => (
    <option key={i} value={i}>
      {/^\d+$/.test(column.trim()) || !column.trim() ? t('column', { number: i + 1 }) : column}
    </option>
  ))
  const example = (column: number | null | undefined) => {
    if (column === null || column === undefined) return null
    const cell = firstRows
      .slice(mapping?.hasHeader ? 1 : 0)
      .map((row) => row[column]?.trim())
      .find(Boolean)
    return cell ? t('example', { cell: cell.length > 40 ? `${cell.slice(0, 40)}…` : cell }) : t('allBlank')
  }
  const setVariable = (name: VariableName, column: string) => {
    const { [name]: _before, ...others } = mapping?.variables ?? {}
    change({ variables: column === '' ? others : { ...others, [name]: Number(column) } })
  }
  const phoneError = mapping === null ? t('phoneMissing') : null
  return (
    <div className="grid gap-4 border-t pt-4">
      {!isPlain && (!isKnown || used.length > 0) && (
        <div className="grid gap-0.5">
          <h3 className="font-medium">{t(isKnown ? 'titleKnown' : 'title')}</h3>
          <p className="text-[0.9333rem] text-muted">{t(isKnown ? 'textKnown' : 'text')}</p>
        </div>
      )}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
        {!isKnown && (
          <>
            <Field id={`${id}-phone`} label={t('phone')} hint={example(mapping?.phone)} error={phoneError}>
              <Select
                {...fieldControl(`${id}-phone`, { hint: example(mapping?.phone), error: phoneError })}
                className="w-full"
                value={mapping?.phone ?? ''}
                onChange={(event) => change({ phone: Number(event.target.value) })}
              >
                {mapping === null && <option value="">{t('choose')}</option>}
                {options}
              </Select>
            </Field>
            <Field id={`${id}-name`} label={t('name')} hint={example(mapping?.name)}>
              <Select
                {...fieldControl(`${id}-name`, { hint: example(mapping?.name) })}
                className="w-full"
                value={mapping?.name ?? ''}
                disabled={mapping === null}
                onChange={(event) => change({ name: event.target.value === '' ? null : Number(event.target.value) })}
              >
                <option value="">{t('none')}</option>
                {options}
              </Select>
            </Field>
          </>
        )}
        {used.map(({ name, fallback, isCovered }) => {
          const column = mapping?.variables[name]
          const fieldId = `${id}-${name}`
          const hint = column === undefined ? null : example(column)
          const isName = column === undefined && mapping?.name != null && (name === 'nome' || name === 'primeiro_nome')
          const takesValue = column === undefined || !!values[name] || (isMissing && !isCovered)
          const isBlank = !values[name]?.trim()
          const blankHint = fallback ? t('fallback', { fallback }) : t('needed')
          const stopsAll = isBlank && !isCovered && column === undefined && !isName
          return (
            <div key={name} className="grid content-start gap-1.5">
              {!isPlain && (
                <Field id={fieldId} label={t('variable', { name: names(name) })} hint={hint}>
                  <Select
                    {...fieldControl(fieldId, { hint })}
                    className="w-full"
                    value={column ?? ''}
                    disabled={mapping === null}
                    onChange={(event) => setVariable(name, event.target.value)}
                  >
                    <option value="">{t(isName ? 'fromName' : 'same')}</option>
                    {options}
                  </Select>
                </Field>
              )}
              {takesValue && (
                <Field
                  id={`${fieldId}-value`}
                  label={t(isPlain ? 'valueOf' : column === undefined && !isName ? 'valueFor' : 'valueElse', {
                    name: names(name),
                  })}
                  hideLabel={!isPlain && column === undefined && !isName}
                  hint={isBlank && !stopsAll ? blankHint : null}
                  warning={stopsAll ? t('neededByAll') : null}
                >
                  <Input
                    {...fieldControl(`${fieldId}-value`, { hint: isBlank && !stopsAll })}
                    value={values[name] ?? ''}
                    maxLength={2000}
                    autoComplete="off"
                    placeholder={fallback ?? undefined}
                    onChange={(event) => onValues({ ...values, [name]: event.target.value })}
                  />
                </Field>
              )}
            </div>
          )
        })}
      </div>
      {list.source !== 'contacts' && list.source !== 'send' && firstRows.length > 0 && (
        <>
          <FirstRows list={list} mapping={mapping} used={used} />
          <div className="flex items-center gap-3">
            <Switch
              id={`${id}-header`}
              checked={mapping?.hasHeader ?? false}
              disabled={mapping === null}
              onCheckedChange={(hasHeader) => change({ hasHeader })}
            />
            <label htmlFor={`${id}-header`} className="text-[0.9333rem]">
              {t('hasHeader')}
            </label>
          </div>
        </>
      )}
    </div>
  )
}
