'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mayRetry, readJson } from '@/components/sends/read-json'
import { createContactFieldAction } from '@/lib/actions/contact-fields'
import { saveListAsContactsAction } from '@/lib/actions/recipient-lists'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import { type ContactFieldView, isSameLabel } from '@/lib/domain/contact-field'
import type { RecipientListView, RecipientMapping } from '@/lib/domain/recipient-list'
import { useContactAct } from './contact-act'

export type Imported = { created: number; updated: number; skipped: number }

/**
 * What is chosen for a file.
 * @property kept the columns that become fields, from 0
 */
export type ImportForm = {
  mapping: RecipientMapping | null
  kept: number[]
  tags: string[]
  problem: 'phone' | { label: string } | null
}
export type ImportChange = Partial<Omit<ImportForm, 'problem'>>

const QUICK_MS = 600

/** A file that was uploaded, asked for again until it is read. */
export const useFileList = (id: string | null) =>
  useQuery({
    queryKey: ['contacts', 'file', id],
    queryFn: ({ signal }) => readJson<RecipientListView>(`/api/recipient-lists/${id}`, signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => (!state.data || state.data.state === 'reading' ? QUICK_MS : false),
    retry: mayRetry,
  })

/** The columns of a read file on their way to be contacts: guessed, mended, written. */
export function useContactsImport(list: RecipientListView | undefined) {
  const [chosen, setChosen] = useState<ImportChange & { of?: string }>({})
  const [problem, setProblem] = useState<ImportForm['problem']>(null)
  const [done, setDone] = useState<Imported | null>(null)
  const { data: fields = [] } = useQuery({
    queryKey: ['contacts', 'fields'],
    queryFn: ({ signal }) => readJson<ContactFieldView[]>('/api/contacts/fields', signal),
  })
  const { run, isBusy, notice } = useContactAct((error) => {
    const label = error.params?.label
    if (typeof label === 'string') setProblem({ label })
    return typeof label === 'string'
  })
  // What was chosen for another file says nothing about this one.
  const own: ImportChange = chosen.of === list?.id ? chosen : { tags: chosen.tags }
  const known = (list?.columns ?? []).flatMap((column, i) =>
    fields.some(({ label }) => isSameLabel(label, column)) ? [i] : [],
  )
  const mapping = own.mapping === undefined ? (list?.mapping ?? null) : own.mapping
  const form: ImportForm = {
    mapping,
    kept: (own.kept ?? known).filter((column) => column !== mapping?.phone && column !== mapping?.name),
    tags: own.tags ?? [],
    problem,
  }

  /** The keys under which the kept columns are, of which new ones are made. */
  const makeFields = async (columns: string[]): Promise<ActionResult<Record<string, number>, string>> => {
    const keys: Record<string, number> = {}
    const made = [...fields]
    for (const column of form.kept) {
      const label = (columns[column] ?? '').trim()
      const there = made.find((field) => isSameLabel(field.label, label))
      if (there) {
        keys[there.key] = column
        continue
      }
      const result = await createContactFieldAction({ label })
      if (!result.ok) return result.error.code === 'signedOut' ? result : fail('field', { params: { label } })
      made.push(result.data)
      keys[result.data.key] = column
    }
    return succeed(keys)
  }

  const save = async () => {
    if (!list) return
    if (!form.mapping) return setProblem('phone')
    const { phone, name, hasHeader } = form.mapping
    setProblem(null)
    await run<Imported>(
      async () => {
        const keys = await makeFields(list.columns)
        if (!keys.ok) return keys
        return saveListAsContactsAction({
          listId: list.id,
          tags: form.tags,
          mapping: { phone, name, hasHeader },
          fields: keys.data,
        })
      },
      (imported) => setDone(imported),
    )
  }

  return {
    form,
    change: (change: ImportChange) => {
      setProblem(null)
      setChosen({ ...own, ...change, of: list?.id })
    },
    save,
    isBusy,
    notice,
    done,
  }
}
