'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { newUuid } from '@/components/editor/browser-store'
import { cutName } from '@/components/editor/use-saving'
import { compareLibraryAction, importTemplatesAction } from '@/lib/actions/template-library'
import { type ActionResult, fail } from '@/lib/domain/action-result'
import { type EntryFate, type ImportItem, type ImportOutcome, judgeEntry, toParts } from '@/lib/domain/library-import'
import {
  type BadEntry,
  LIBRARY_LIMITS,
  type LibraryEntry,
  type LibraryFile,
  readLibraryFile,
} from '@/lib/domain/template-library-file'

export type Choice = 'skip' | 'copy' | 'replace'

/** An entry and what it is to the library; a copy's id is made once, so that a second press makes no second copy. */
export type Judged = { entry: LibraryEntry; fate: EntryFate; copyId: string; copyName: string }

export type FileProblem = (LibraryFile & { ok: false }) | { code: 'tooBig' } | { code: 'unread' }
export type Failure = 'offline' | 'signedOut' | 'other'

export type Preview = { fileName: string; exportedAt: string | null; judged: Judged[]; bad: BadEntry[] }
export type Done = { outcomes: { name: string; outcome: ImportOutcome }[]; skipped: number }

export type ImportStep =
  | { kind: 'choose'; problem?: FileProblem; failure?: Failure }
  | { kind: 'reading' | 'comparing' }
  | { kind: 'preview'; preview: Preview; failure?: Failure }
  | { kind: 'writing'; preview: Preview; done: number; total: number }
  | { kind: 'done'; done: Done }

const toFailure = (code: string): Failure => (code === 'offline' || code === 'signedOut' ? code : 'other')

async function inParts<Item, Result>(
  items: Item[],
  act: (part: Item[]) => Promise<ActionResult<Result[]>>,
  onPart: (results: Result[]) => void,
): Promise<Failure | null> {
  for (const part of toParts(items)) {
    const result = await act(part).catch(() => fail('offline'))
    if (!result.ok) return toFailure(result.error.code)
    onPart(result.data)
  }
  return null
}

/** A file of a library on its way in: read here, compared there, and written only once it was confirmed. */
export function useLibraryImport() {
  const t = useTranslations('editor')
  const [step, setStep] = useState<ImportStep>({ kind: 'choose' })
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const wanted = useRef(0)

  const read = async (file: File | undefined) => {
    if (!file) return
    const mine = ++wanted.current
    const stop = (problem: FileProblem) => mine === wanted.current && setStep({ kind: 'choose', problem })
    if (file.size > LIBRARY_LIMITS.bytes) return stop({ code: 'tooBig' })
    setStep({ kind: 'reading' })
    const text = await file.text().catch(() => null)
    if (text === null) return stop({ code: 'unread' })
    const library = readLibraryFile(text)
    if (!library.ok) return stop(library)

    if (mine !== wanted.current) return
    setStep({ kind: 'comparing' })
    const compared = library.entries.map((entry) => ({
      entry,
      copyName: cutName(t('copyName', { name: entry.name })),
    }))
    const fileIds = new Set(library.entries.map(({ id }) => id))
    const judged: Judged[] = []
    const failure = await inParts(
      compared,
      (part) => compareLibraryAction({ compared: part }),
      (matches) => {
        for (const one of matches) {
          const next = compared[judged.length]
          if (next) judged.push({ ...next, fate: judgeEntry(next.entry, one, fileIds), copyId: newUuid() })
        }
      },
    )
    if (mine !== wanted.current) return
    if (failure) return setStep({ kind: 'choose', failure })
    setChoices(new Map())
    setStep({
      kind: 'preview',
      preview: { fileName: file.name, exportedAt: library.exportedAt, judged, bad: library.bad },
    })
  }

  const choiceOf = (id: string): Choice => choices.get(id) ?? 'skip'

  const toItem = ({ entry, fate, copyId, copyName }: Judged): ImportItem | null => {
    if (fate.kind === 'new') return { entry, as: { kind: 'list', id: entry.id, name: entry.name } }
    if (fate.kind === 'same') return null
    switch (choiceOf(entry.id)) {
      case 'skip':
        return null
      case 'copy':
        return { entry, as: { kind: 'list', id: copyId, name: copyName } }
      case 'replace': {
        const { id, version, sentRowIds } = fate.match
        return { entry, as: { kind: 'version', id, version, acknowledgedRowIds: sentRowIds } }
      }
    }
  }

  const itemsOf = ({ judged }: Preview) => judged.map(toItem).filter((item) => item !== null)

  /** @param onWritten hears of each part that is in, the last one or not */
  const write = async (preview: Preview, onWritten: () => void) => {
    const items = itemsOf(preview)
    const outcomes: Done['outcomes'] = []
    setStep({ kind: 'writing', preview, done: 0, total: items.length })
    const failure = await inParts(
      items,
      (part) => importTemplatesAction({ items: part }),
      (part) => {
        for (const outcome of part) outcomes.push({ name: items[outcomes.length]?.entry.name ?? '', outcome })
        setStep({ kind: 'writing', preview, done: outcomes.length, total: items.length })
        onWritten()
      },
    )
    if (failure) return setStep({ kind: 'preview', preview, failure })
    const skipped = preview.judged.filter(
      (one) => one.fate.kind === 'differs' && choiceOf(one.entry.id) === 'skip',
    ).length
    setStep({ kind: 'done', done: { outcomes, skipped } })
  }

  return {
    step,
    read,
    write,
    choiceOf,
    countOf: (preview: Preview) => itemsOf(preview).length,
    choose: (ids: string[], choice: Choice) =>
      setChoices((before) => new Map([...before, ...ids.map((id) => [id, choice] as const)])),
  }
}

export type LibraryImport = ReturnType<typeof useLibraryImport>
