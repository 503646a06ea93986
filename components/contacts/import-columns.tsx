'use client'

import { useTranslations } from 'next-intl'
import { FirstRows } from '@/components/new-send/first-rows'
import { Alert } from '@/components/ui/alert'
import { Field, fieldControl } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { FIELD_LIMIT } from '@/lib/domain/contact-field'
import type { RecipientListView, RecipientMapping } from '@/lib/domain/recipient-list'
import { TagsInput } from './tags-input'
import type { ImportChange, ImportForm } from './use-contacts-import'

type ImportColumnsProps = { list: RecipientListView; form: ImportForm; onChange: (change: ImportChange) => void }

const BLANK: Omit<RecipientMapping, 'phone'> = { name: null, variables: {}, hasHeader: false }

/** Which column is what, which of the others are kept, and what all of them are tagged with. */
export function ImportColumns({ list, form, onChange }: ImportColumnsProps) {
  const t = useTranslations('contacts.importing')
  const { mapping, kept, tags, problem } = form
  const isNamed = (column: string) => column.trim() !== '' && !/^\d+$/.test(column.trim())
  const map = (change: Partial<RecipientMapping>) => {
    const phone = change.phone ?? mapping?.phone
    if (phone !== undefined) onChange({ mapping: { ...BLANK, ...mapping, ...change, phone } })
  }
  const options = list.columns.map((column, i) => (
    <option key={i} value={i}>
      {isNamed(column) ? column : t('column', { number: i + 1 })}
    </option>
  ))
  const phoneError = problem === 'phone' ? t('choosePhone') : undefined
  const others = list.columns.flatMap((column, i) =>
    isNamed(column) && i !== mapping?.phone && i !== mapping?.name ? [{ column, i }] : [],
  )
  return (
    <div className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="import-phone" label={t('phone')} error={phoneError}>
          <Select
            {...fieldControl('import-phone', { error: phoneError })}
            className="w-full"
            value={mapping?.phone ?? ''}
            onChange={(event) => map({ phone: Number(event.target.value) })}
          >
            {!mapping && <option value="">{t('choose')}</option>}
            {options}
          </Select>
        </Field>
        <Field id="import-name" label={t('name')}>
          <Select
            id="import-name"
            className="w-full"
            value={mapping?.name ?? ''}
            disabled={!mapping}
            onChange={(event) => map({ name: event.target.value === '' ? null : Number(event.target.value) })}
          >
            <option value="">{t('noColumn')}</option>
            {options}
          </Select>
        </Field>
        <div className="flex items-center gap-3 sm:col-span-2">
          <Switch
            id="import-header"
            checked={mapping?.hasHeader ?? false}
            disabled={!mapping}
            onCheckedChange={(hasHeader) => map({ hasHeader })}
          />
          <label htmlFor="import-header">{t('hasHeader')}</label>
        </div>
      </div>
      <FirstRows list={list} mapping={mapping && { ...mapping, variables: {} }} used={[]} />
      {mapping?.hasHeader && others.length > 0 && (
        <fieldset className="grid gap-2">
          <legend className="text-[0.8667rem] font-medium">{t('keep')}</legend>
          <p className="text-[0.8667rem] text-muted">{t('keepHint')}</p>
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {others.map(({ column, i }) => (
              <label key={i} className="flex min-h-8 max-w-full cursor-pointer items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-(--accent)"
                  checked={kept.includes(i)}
                  onChange={() =>
                    onChange({ kept: kept.includes(i) ? kept.filter((one) => one !== i) : [...kept, i].sort() })
                  }
                />
                <span className="truncate">{column}</span>
              </label>
            ))}
          </div>
          {problem !== null && problem !== 'phone' && (
            <Alert role="alert" tone="danger">
              {t('fieldFailed', { label: problem.label, max: FIELD_LIMIT })}
            </Alert>
          )}
        </fieldset>
      )}
      <TagsInput label={t('tags')} hint={t('tagsHint')} tags={tags} onChange={(next) => onChange({ tags: next })} />
    </div>
  )
}
