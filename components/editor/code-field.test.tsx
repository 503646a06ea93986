import { EditorView } from '@codemirror/view'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CodeFault } from '@/lib/domain/list-code'
import { toCode } from '@/lib/domain/list-code'
import { newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import { type CodeField, createCodeField } from './code-field'
import { createCodeText } from './code-text'
import type { CodeWords } from './code-words'
import { type Editor, useNewEditor } from './editor'

const WORDS: CodeWords = {
  fault: ({ code }) => code,
  faultAt: ({ code }: CodeFault) => code,
  ignored: ({ code }) => code,
  ignoredAt: ({ code }) => code,
  finding: ({ code }) => code,
  fix: ({ fix }) => fix ?? '',
  label: 'Código',
  wentBack: 'De volta',
  broughtBack: 'De volta ao erro',
  special: 'Controle',
}

const first = newDraft({
  body: 'Escolha',
  button: 'Ver',
  sections: [newSection({ rows: [newRow({ id: 'a', title: 'A' }), newRow({ id: 'b', title: 'B' })] })],
})

const made: CodeField[] = []

// Happy-dom tells of a selection while it is being made, a browser afterwards: CodeMirror bears only the latter.
const hush = (event: Event) => event.stopImmediatePropagation()

function open() {
  let editor: Editor | undefined
  function Holder() {
    editor = useNewEditor(
      first,
      () => {},
      () => {},
    )
    return null
  }
  render(<Holder />)
  if (!editor) throw new Error('no editor')
  return { editor, ...openCode(editor) }
}

function openCode(editor: Editor) {
  const parent = document.body.appendChild(document.createElement('div'))
  const field = createCodeField({
    editor,
    parent,
    around: parent,
    kept: createCodeText('ana.compose'),
    words: WORDS,
    describedBy: 'status',
    travel: (way) => editor.travel(way),
    onFix: () => {},
  })
  made.push(field)
  const view = EditorView.findFromDOM(parent)
  if (!view) throw new Error('no code')
  const text = () => view.state.doc.toString()
  const change = (from: string, to: string, userEvent = 'input.type') => {
    const at = text().indexOf(from)
    act(() => view.dispatch({ changes: { from: at, to: at + from.length, insert: to }, userEvent }))
  }
  const press = (key: string, shiftKey = false) =>
    act(() => {
      const event = new KeyboardEvent('keydown', {
        key: shiftKey ? key.toUpperCase() : key,
        ctrlKey: true,
        shiftKey,
        bubbles: true,
        cancelable: true,
      })
      // By which CodeMirror knows the key under Shift.
      Object.defineProperty(event, 'keyCode', { value: key.toUpperCase().charCodeAt(0) })
      view.contentDOM.dispatchEvent(event)
    })
  return { field, view, text, change, press }
}

const faultOf = (field: CodeField) => {
  const { read } = field.status.get()
  return read.ok ? null : read.fault.code
}

describe('the code of the editor', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    document.addEventListener('selectionchange', hush)
    sessionStorage.clear()
  })
  afterEach(() => {
    for (const field of made.splice(0)) field.destroy()
    cleanup()
    document.removeEventListener('selectionchange', hush)
    vi.useRealTimers()
  })

  it('writes what can be read into the draft, as a step that typing goes on with, and keeps the keys of rows', () => {
    const { editor, change } = open()
    change('Escolha', 'Escolha u')
    change('Escolha u', 'Escolha um')
    vi.advanceTimersByTime(3000)
    change('"title": "B"', '"title": "Bê"')
    change('Escolha um', 'Colado', 'input.paste')
    expect(editor.read().body).toBe('Colado')
    expect(editor.read().sections[0]?.rows.map(({ key }) => key)).toEqual(first.sections[0]?.rows.map(({ key }) => key))
    expect(editor.history.get().past.map(({ name, draft }) => `${name.code}: ${draft.body}`)).toEqual([
      'code: Escolha',
      'code: Escolha um',
      'code: Escolha um',
    ])
  })

  it('makes no step of spaces and line breaks', () => {
    const { editor, text, change } = open()
    change('{', '{\n\n')
    expect(editor.history.get().past).toEqual([])
    expect(text()).toMatch(/^\{\n\n/)
  })

  it('leaves the draft alone while it is broken, and says so after a pause, and at once when it is mended', () => {
    const { editor, field, change } = open()
    change('"Escolha"', '"Escolha')
    expect(editor.read()).toEqual(first)
    expect(faultOf(field)).toBeNull()
    vi.advanceTimersByTime(700)
    expect(faultOf(field)).toBe('json')
    change('"Escolha', '"Escolham"')
    expect(faultOf(field)).toBeNull()
    expect(editor.read().body).toBe('Escolham')
  })

  it('follows the draft with the caret where it was', () => {
    const { editor, view, text } = open()
    const at = text().indexOf('"A"')
    view.dispatch({ selection: { anchor: at } })
    act(() => editor.setText('body', 'Escolha uma das opções'))
    expect(text()).toBe(toCode(editor.read()))
    expect(view.state.selection.main.head).toBe(text().indexOf('"A"'))
  })

  it('goes back over what is broken first and then step by step, and forth the same way', () => {
    const { editor, field, text, change, press } = open()
    act(() => editor.setText('body', 'Um'))
    change('"Um"', '"Um dois"')
    const broken = text().replace('"Um dois"', '"Um dois""')
    change('"Um dois"', '"Um dois""')
    press('z')
    expect(text()).toBe(toCode(editor.read()))
    expect(editor.read().body).toBe('Um dois')
    press('z', true)
    expect(text()).toBe(broken)
    press('z')
    press('z')
    expect(editor.read().body).toBe('Um')
    press('z')
    expect(editor.read().body).toBe('Escolha')
    expect(field.status.get().hasLeft).toBe(true)
    press('z', true)
    press('y')
    expect(text()).toContain('"Um dois"')
  })

  it('keeps broken code while the form is looked at, and offers it once the draft has moved on', () => {
    const { editor, field, text, change } = open()
    change('"Escolha"', '"Escolha')
    const broken = text()
    field.destroy()
    made.pop()
    const again = openCode(editor)
    expect(again.text()).toBe(broken)
    expect(faultOf(again.field)).toBe('json')

    act(() => editor.setText('button', 'Abrir'))
    expect(again.text()).toBe(toCode(editor.read()))
    expect(again.field.status.get().hasLeft).toBe(true)
    again.field.bringBack()
    expect(again.text()).toBe(broken)
    again.field.goBack()
    again.field.throwAway()
    expect(again.field.status.get().hasLeft).toBe(false)
    expect(sessionStorage.length).toBe(0)
  })

  it('leads to where a path stands, unless nobody can tell', () => {
    const { editor, view, change } = open()
    editor.view.set('code')
    editor.goTo(['sections', 0, 'rows', 1, 'title'])
    const { from, to } = view.state.selection.main
    expect(view.state.sliceDoc(from, to)).toBe('B')
    change('"B"', '"B')
    editor.goTo(['body'])
    expect(editor.view.get()).toBe('edit')
  })
})
