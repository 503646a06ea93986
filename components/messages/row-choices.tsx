'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { SendView } from '@/lib/domain/send-view'
import { ChoiceList } from './choice-list'
import { useChoicesRead } from './use-choices-read'

type RowChoicesProps = { send: string | undefined; value: string | undefined; onChoose: (row: string) => void }

/** The rows of the Send that is filtered by, or any row by its ID. */
export function RowChoices({ send, value, onChoose }: RowChoicesProps) {
  const t = useTranslations('messages.filters')
  const id = useId()
  const [typed, setTyped] = useState(value ?? '')
  const { data } = useChoicesRead<SendView>(send ? `/api/sends/${send}` : null)
  const rows = data?.message.sections.flatMap((section) => section.rows) ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed !== '') onChoose(typed)
  }
  return (
    <>
      {rows.length > 0 && (
        <ChoiceList
          label={t('names.row')}
          value={value}
          options={rows.map((row) => ({ id: row.id, name: row.title, note: row.id }))}
          onChoose={onChoose}
        />
      )}
      <form onSubmit={submit} className="grid gap-2 p-1">
        <Field id={id} label={t('rowId')} hint={send ? undefined : t('rowHint')}>
          <Input
            {...fieldControl(id, { hint: !send })}
            value={typed}
            maxLength={200}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Button type="submit" size="sm">
          {t('rowUse')}
        </Button>
      </form>
    </>
  )
}
