import { defaultKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, ensureSyntaxTree, indentOnInput } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState } from '@codemirror/state'
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view'
import { type CodeRead, readCode, toCode, toDraftPath } from '@/lib/domain/list-code'
import type { FieldPath } from '@/lib/domain/list-edits'
import type { Finding } from '@/lib/domain/list-finding'
import { keepKeys } from '@/lib/domain/list-keys'
import { draftFingerprint } from '@/lib/domain/list-template'
import { type Cell, createCell } from './cell'
import { codeChanges } from './code-changes'
import { toDiagnostics } from './code-findings'
import { codeIndent } from './code-indent'
import { brokenRange, pathAt, valueRange } from './code-places'
import type { CodeText } from './code-text'
import { codeTheme } from './code-theme'
import type { CodeWords } from './code-words'
import type { Editor, Way } from './editor'
import { findKey, isMac } from './keys'

/** Milliseconds without a key before anything is said of what stands there: half a word is no mistake yet. */
const PAUSE = 600

/** Written by the editor, not by the person in front of it. */
const fromOutside = Annotation.define<boolean>()

/** What is told of the code: what was read of it, once the typing pauses, and whether broken code can come back. */
export type CodeStatus = { read: CodeRead; hasLeft: boolean }

export type CodeField = {
  status: Cell<CodeStatus>
  /** Puts the caret where the code breaks. */
  showFault: () => void
  /** What the draft says, in place of broken code, which is held. */
  goBack: () => void
  bringBack: () => void
  throwAway: () => void
  destroy: () => void
}

type CodeFieldOptions = {
  editor: Editor
  parent: HTMLElement
  /** Where what floats over the code hangs: a part of the page, and not of what scrolls. */
  around: HTMLElement
  kept: CodeText
  words: CodeWords
  /** The id of what tells the status. */
  describedBy: string
  travel: (way: Way) => void
  onFix: (finding: Finding) => void
}

/**
 * The code of the draft, written in both ways: what is typed and can be read becomes the draft at once, and whatever
 * else changes the draft changes the code. Steps are the editor's: CodeMirror keeps no history of its own.
 */
export function createCodeField(options: CodeFieldOptions): CodeField {
  const { editor, parent, around, kept, words, describedBy, travel, onFix } = options
  const present = () => editor.history.get().present
  /** Of the draft that the code says, or said when it could last be read. */
  let known = draftFingerprint(present())
  let pause: ReturnType<typeof setTimeout> | undefined
  /** Broken code was left by a step back: a step forth brings it back, as long as nothing else happened. */
  let leftAt: unknown = null

  const textFor = () => {
    const { own } = kept.get()
    return own?.of === known ? own.text : toCode(present())
  }
  const first = textFor()
  let read = readCode(first)
  const status = createCell<CodeStatus>({ read, hasLeft: kept.get().left !== null })

  const tell = () => {
    clearTimeout(pause)
    status.set({ read, hasLeft: kept.get().left !== null })
    const { list, warnings } = editor.problems.get()
    const showsAll = editor.shown.get().all
    // The marks need the whole tree, which is made in pieces: a list is small.
    ensureSyntaxTree(view.state, view.state.doc.length, 200)
    const found = { read, findings: [...list, ...warnings], showsAll, words, onFix }
    view.dispatch(setDiagnostics(view.state, toDiagnostics(view.state, found)))
  }
  const tellAfterPause = () => {
    clearTimeout(pause)
    // What is right again is said at once.
    if (read.ok) status.set({ read, hasLeft: kept.get().left !== null })
    pause = setTimeout(tell, PAUSE)
  }

  const typed = (isPasted: boolean) => {
    const text = view.state.doc.toString()
    read = readCode(text)
    leftAt = null
    if (!read.ok) {
      kept.set({ own: { text, of: known } })
      return tellAfterPause()
    }
    const draft = keepKeys(read.draft, present())
    const isNew = draftFingerprint(draft) !== known
    known = draftFingerprint(draft)
    kept.set({ own: text === toCode(draft) ? null : { text, of: known } })
    if (isNew) editor.setDraft(draft, { code: 'code' }, isPasted ? 'pasted' : 'typed')
    tellAfterPause()
  }

  const write = (text: string) => {
    const changes = codeChanges(view.state.doc.toString(), text)
    read = readCode(text)
    const last = changes.at(-1)
    const grown = changes.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0)
    view.dispatch({
      changes,
      annotations: fromOutside.of(true),
      ...(last && view.hasFocus && { selection: { anchor: last.to + grown }, scrollIntoView: true }),
    })
  }

  const hear = () => {
    const now = draftFingerprint(present())
    if (now === known) return
    if (!read.ok) kept.set({ left: view.state.doc.toString() })
    known = now
    leftAt = null
    write(textFor())
    // The rules look at the draft after the history has it: until then they speak of another one.
    tellAfterPause()
  }

  const goBack = () => {
    if (read.ok) return
    kept.set({ own: null, left: view.state.doc.toString() })
    write(toCode(present()))
    tell()
    leftAt = editor.history.get()
    editor.say(words.wentBack)
    view.focus()
  }
  const bringBack = () => {
    const { left } = kept.get()
    if (left === null) return
    kept.set({ own: { text: left, of: known }, left: null })
    write(left)
    tell()
    leftAt = null
    editor.say(words.broughtBack)
    view.focus()
  }
  const step = (way: Way) => {
    if (way === 'undo' && !read.ok) goBack()
    else if (way === 'redo' && leftAt === editor.history.get()) bringBack()
    else travel(way)
    return true
  }

  const select = (from: number, to: number) => {
    view.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    })
    view.focus()
  }
  const show = (path: FieldPath) => {
    if (!read.ok) return false
    const { from, to } = valueRange(view.state, read.placeOf(path))
    select(from, to)
    return true
  }

  const mark = (state: EditorState) =>
    editor.at.set(view.hasFocus && read.ok ? toDraftPath(pathAt(state, state.selection.main.head)) : null)

  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: first,
      extensions: [
        // Before all other keys. CodeMirror's own names of keys would take Ctrl Shift Z for Ctrl Z where Caps Lock is on.
        EditorView.domEventHandlers({
          keydown: (event) => {
            const name = findKey(event, isMac())?.entry.name
            if (name !== 'undo' && name !== 'redo') return false
            event.preventDefault()
            return step(name)
          },
        }),
        keymap.of([...lintKeymap.filter(({ key }) => key === 'F8'), ...defaultKeymap]),
        lineNumbers(),
        lintGutter(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        bracketMatching(),
        indentOnInput(),
        json(),
        codeTheme,
        codeIndent,
        EditorView.lineWrapping,
        tooltips({ parent: around }),
        EditorState.phrases.of({ 'Control character': words.special }),
        EditorView.contentAttributes.of(() => ({
          tabindex: '0',
          'aria-label': words.label,
          'aria-describedby': describedBy,
          'aria-invalid': read.ok ? 'false' : 'true',
          spellcheck: 'false',
          autocapitalize: 'off',
        })),
        EditorView.domEventHandlers({
          // The browser's menu, or a shaken phone.
          beforeinput: (event) => {
            const way = event.inputType === 'historyUndo' ? 'undo' : event.inputType === 'historyRedo' ? 'redo' : null
            if (!way) return false
            event.preventDefault()
            return step(way)
          },
        }),
        EditorView.updateListener.of((update) => {
          const own = update.transactions.filter((one) => one.docChanged && !one.annotation(fromOutside))
          if (own.length) typed(own.some((one) => one.isUserEvent('input.paste') || one.isUserEvent('input.drop')))
          if (update.docChanged || update.selectionSet || update.focusChanged) mark(update.state)
        }),
      ],
    }),
  })

  const stops = [
    editor.history.subscribe(hear),
    editor.problems.subscribe(tellAfterPause),
    editor.shown.subscribe(tellAfterPause),
  ]
  editor.code.set({ show })
  tell()

  return {
    status,
    showFault: () => {
      if (read.ok) return
      const { fault } = read
      const { from, to } = brokenRange(view.state, fault.at, 'found' in fault ? fault.found.length : 1)
      select(from, to)
    },
    goBack,
    bringBack,
    throwAway: () => {
      kept.set({ left: null })
      tell()
      view.focus()
    },
    destroy: () => {
      clearTimeout(pause)
      for (const stop of stops) stop()
      editor.code.set(null)
      editor.at.set(null)
      view.destroy()
    },
  }
}
