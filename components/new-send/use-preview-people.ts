'use client'

import { useEffect, useMemo, useState } from 'react'
import { onDemand, useOnDemand } from '@/components/ui/on-demand'
import type { ListDraft } from '@/lib/domain/list-draft'
import type { RecipientListView, RecipientMapping } from '@/lib/domain/recipient-list'
import type { RecipientRowView } from '@/lib/domain/recipient-verdict'
import type { VariableValues } from '@/lib/domain/variable-values'
import { useListRows } from './list-reads'

/** A line of the list as the phone shows it. */
export type PreviewPerson = { line: number; name: string | null; phone: string | null; values: VariableValues }

/**
 * @property person null where there is none yet: then samples stand in
 * @property position among those who get it, from 1; null where the line was picked by hand, or nothing is judged yet
 * @property back,forth to the one before or after; null at the ends
 */
export type PreviewPeople = {
  person: PreviewPerson | null
  values: VariableValues
  position: number | null
  total: number | null
  back: (() => void) | null
  forth: (() => void) | null
  look: (row: RecipientRowView) => void
}

// It knows every country's phones, and no first sight of the page needs it.
const judging = onDemand(() => import('@/lib/domain/row-judge'))

type Input = {
  draft: ListDraft | null
  list: RecipientListView | undefined
  mapping: RecipientMapping | null
  values: VariableValues
  isJudged: boolean
}

/** The people of a list for the phone: once judged those who get it, before that its first lines as they came. */
export function usePreviewPeople({ draft, list, mapping, values, isJudged }: Input): PreviewPeople {
  const [at, setAt] = useState(0)
  const [picked, setPicked] = useState<RecipientRowView | null>(null)
  const counts = isJudged ? (list?.verdicts ?? null) : null
  const verdict = counts ? (counts.open > 0 ? 'open' : counts.unknown > 0 ? 'unknown' : null) : null
  const rows = useListRows(list?.id ?? null, list?.revision ?? 0, verdict)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = rows
  const listId = list?.id

  // Another list has other people.
  useEffect(() => {
    if (listId === undefined) return
    setAt(0)
    setPicked(null)
  }, [listId])

  const isWanted = draft !== null && mapping !== null && list !== undefined
  useEffect(() => {
    if (isWanted) judging.want()
  }, [isWanted])
  const judge = useOnDemand(judging)
  const toPerson = useMemo(() => {
    if (!draft || !mapping || !judge) return null
    const read = judge.rowJudge(draft, mapping, values)
    return (cells: string[], line: number): PreviewPerson => ({ line, ...read(cells) })
  }, [draft, mapping, values, judge])

  const people = useMemo((): PreviewPerson[] => {
    if (!toPerson || !list) return []
    const judged = verdict ? rows.data?.pages.flatMap((page) => page.rows) : undefined
    if (judged) return judged.map((row) => toPerson(row.cells, row.line))
    return list.firstRows.map((cells, i) => toPerson(cells, i + 1)).slice(mapping?.hasHeader ? 1 : 0)
  }, [list, mapping?.hasHeader, toPerson, verdict, rows.data])

  useEffect(() => {
    if (verdict && at >= people.length - 5 && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [verdict, at, people.length, hasNextPage, isFetchingNextPage, fetchNextPage])

  const now = Math.min(at, Math.max(0, people.length - 1))
  const pickedPerson = picked && toPerson ? toPerson(picked.cells, picked.line) : null
  const go = (to: number) => () => {
    setPicked(null)
    setAt(to)
  }
  const total = verdict && counts ? counts[verdict] : null
  return {
    person: pickedPerson ?? people[now] ?? null,
    values,
    position: pickedPerson || total === null ? null : now + 1,
    total,
    back: pickedPerson ? go(now) : now > 0 ? go(now - 1) : null,
    forth: pickedPerson ? go(now) : now < people.length - 1 ? go(now + 1) : null,
    look: setPicked,
  }
}
