'use client'

import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { fieldAt, rowAt, sectionAt, withText } from '@/lib/domain/draft-field'
import {
  amend,
  changedPath,
  flush,
  type History,
  newHistory,
  record,
  redo,
  type StepName,
  undo,
} from '@/lib/domain/draft-history'
import type { ListDraft } from '@/lib/domain/list-draft'
import type { Edit, FieldPath } from '@/lib/domain/list-edits'
import { type Cell, createCell, useCell } from './cell'
import { createChecking } from './checking'
import { focusField, type TextName, toFieldPath } from './field-path'
import type { ProblemMap } from './problem-map'

const PAUSE = 900

type Shown = { all: boolean; left: ReadonlySet<string> }
export type EditorView = 'edit' | 'code' | 'preview'
export type Way = 'undo' | 'redo'

/** A step that was taken back or done again, and where it changed something. */
export type Travelled = { name: StepName; path: FieldPath }

const TEXT_STEPS = {
  typed: 'type',
  derived: 'type',
  pasted: 'pasteText',
  formatted: 'format',
  inserted: 'insert',
} as const
export type TextHow = keyof typeof TEXT_STEPS

/** The code as others see it: shows where a path leads to and puts the focus there; false where it knows no such place. */
export type CodeDoor = { show: (path: FieldPath) => boolean }

/** What every part of the editor works with. All writing goes through `setText`, `setDraft`, `edit`, `replace` and `travel`. */
export type Editor = {
  /** The draft as it is now: the history's present, which nobody ever writes into. */
  read: () => ListDraft
  /**
   * Writes a text. Of what is typed, all that comes without a pause is one step; what was pasted, formatted or inserted
   * is a step of its own; what follows from a text by itself belongs to the step before it.
   */
  setText: (name: TextName, text: string, how?: TextHow) => void
  /** Writes the whole as text that was typed, or pasted, made it: what is typed is one step up to a pause. */
  setDraft: (draft: ListDraft, step: StepName, how: 'typed' | 'pasted') => void
  /** Puts another draft in place of the whole: as a step, or with the history that belongs to it. */
  replace: (draft: ListDraft, step: StepName | History) => void
  /** Makes an edit as a step and puts the focus where it says; `focus: false` leaves that to the caller. */
  edit: (step: StepName, change: (draft: ListDraft) => Edit, options?: { focus?: boolean }) => Edit | null
  /** Every step back and forth. */
  history: Cell<History>
  /** Takes the newest step back, or does again what was taken back last; null where there is nothing. */
  travel: (way: Way) => Travelled | null
  /** What the rules say; of what is being typed, a moment later. */
  problems: Cell<ProblemMap>
  /** Which fields tell their problem: those that were left once, or all. By steady keys, as rows move. */
  shown: Cell<Shown>
  leave: (touchKey: string) => void
  showAllProblems: () => void
  /** The field that is being written in, for the phone to mark. */
  at: Cell<FieldPath | null>
  /** The field whose text has changed since it was entered: a space at its end may be followed by a word. */
  typed: Cell<TextName | null>
  /** Which of the three a small screen shows; where there is room, the phone is always there, beside form or code. */
  view: Cell<EditorView>
  /** The code, while it is there to be written in. */
  code: Cell<CodeDoor | null>
  goTo: (path: FieldPath) => void
  said: Cell<string>
  say: (text: string) => void
  /** Says it, where there is anything to say, once the typing pauses: the words are looked for only then. */
  sayAfterPause: (find: () => string | null) => void
}

/** Steps that took what they opened out of where it was held: taken back, nobody else has it. */
const OPENED: readonly StepName['code'][] = ['bringBack', 'takeOther']

function createEditor(first: ListDraft, onLeave: () => void): Editor {
  const shown = createCell<Shown>({ all: false, left: new Set() })
  const view = createCell<EditorView>('edit')
  const code = createCell<CodeDoor | null>(null)
  const said = createCell('')
  let pause: ReturnType<typeof setTimeout> | undefined
  const history = createCell(newHistory(first))
  const { problems, checkNow } = createChecking(history)
  const read = () => history.get().present
  // A reader speaks only what changed: the same words again need a trace that nobody hears.
  const say = (text: string) => said.set(said.get() === text ? `${text}\u00a0` : text)
  return {
    read,
    setText: (name, text, how = 'typed') => {
      const path = toFieldPath(name)
      const before = history.get()
      const draft = withText(before.present, path, text)
      const step: StepName = { code: TEXT_STEPS[how], field: fieldAt(draft, path)?.name }
      if (how === 'derived') history.set(amend(before, draft))
      else history.set(record(before, draft, step, how === 'typed' ? { typing: { group: name, at: Date.now() } } : {}))
    },
    setDraft: (draft, step, how) => {
      const typing = how === 'typed' ? { typing: { group: step.code, at: Date.now() } } : {}
      history.set(record(history.get(), draft, step, typing))
    },
    replace: (draft, step) => {
      shown.set({ all: false, left: new Set() })
      history.set('code' in step ? record(history.get(), draft, step) : { ...step, present: draft })
    },
    edit: (step, change, { focus = true } = {}) => {
      const before = read()
      const edit = change(before)
      if (edit.draft === before) return null
      const key = (rowAt(edit.draft, edit.focus) ?? sectionAt(edit.draft, edit.focus))?.key
      flushSync(() => history.set(record(history.get(), edit.draft, step, { key })))
      if (focus) focusField(edit.focus)
      return edit
    },
    history,
    travel: (way) => {
      const from = flush(history.get())
      const step = (way === 'undo' ? from.past : from.future).at(-1)
      if (!step) return null
      const to = way === 'undo' ? undo(from) : redo(from)
      if (way === 'undo' && OPENED.includes(step.name.code)) onLeave()
      flushSync(() => history.set(to))
      return { name: step.name, path: changedPath(from.present, to.present, step.key) }
    },
    problems,
    shown,
    leave: (touchKey) => {
      checkNow()
      const { all, left } = shown.get()
      if (!all && !left.has(touchKey)) shown.set({ all, left: new Set(left).add(touchKey) })
    },
    showAllProblems: () => {
      checkNow()
      shown.set({ ...shown.get(), all: true })
    },
    at: createCell<FieldPath | null>(null),
    typed: createCell<TextName | null>(null),
    view,
    code,
    goTo: (path) => {
      if (view.get() === 'code' && code.get()?.show(path)) return
      flushSync(() => view.set('edit'))
      for (let length = path.length; length > 0; length--) {
        if (focusField(path.slice(0, length), { travel: true })) return
      }
    },
    said,
    say,
    sayAfterPause: (find) => {
      clearTimeout(pause)
      pause = setTimeout(() => {
        const text = find()
        if (text !== null) say(text)
      }, PAUSE)
    },
  }
}

/**
 * The editor of a draft. `onChange` hears of every change, whoever made it; `onLeave`, of a present draft that a step back
 * is about to leave and that is held nowhere else.
 */
export function useNewEditor(first: ListDraft, onChange: () => void, onLeave: () => void): Editor {
  const [editor] = useState(() => createEditor(first, onLeave))
  useEffect(() => {
    let seen: ListDraft | null = null
    const look = () => {
      if (editor.read() === seen) return
      seen = editor.read()
      onChange()
    }
    look()
    return editor.history.subscribe(look)
  }, [editor, onChange])
  return editor
}

const EditorContext = createContext<Editor | null>(null)
export const EditorProvider = EditorContext

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('A part of the editor stands outside of it.')
  return editor
}

/** The whole draft: for what draws all of it. */
export const useDraft = (): ListDraft => useCell(useEditor().history, ({ present }) => present)

/** One text of the draft; '' where it is gone. */
export function useText(name: TextName): string {
  const path = useMemo(() => toFieldPath(name), [name])
  return useCell(useEditor().history, ({ present }) => fieldAt(present, path)?.text ?? '')
}

/** What is made of the draft alone, drawn anew only when it comes out different: it is not made again for anything else. */
export function useDraftValue<Value>(compute: (draft: ListDraft) => Value): Value {
  const { history } = useEditor()
  const [read] = useState(() => keepSame(history, compute))
  return useSyncExternalStore(history.subscribe, read, read)
}

function keepSame<Value>(history: Cell<History>, compute: (draft: ListDraft) => Value): () => Value {
  let draft = history.get().present
  let value = compute(draft)
  return () => {
    const { present } = history.get()
    if (present === draft) return value
    draft = present
    const next = compute(present)
    if (JSON.stringify(next) !== JSON.stringify(value)) value = next
    return value
  }
}
