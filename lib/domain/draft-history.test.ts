import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withText } from './draft-field'
import {
  amend,
  changedPath,
  flush,
  HISTORY_LIMITS,
  type History,
  historySize,
  newHistory,
  readHistory,
  record,
  redo,
  TYPING_PAUSE,
  undo,
} from './draft-history'
import { type ListDraft, newDraft, newRow, newSection } from './list-draft'
import { addRow, addSection, moveRow, moveSection, removeRow } from './list-edits'

const two = () =>
  newDraft({
    body: 'Escolha:',
    sections: [
      newSection({ title: 'Um', rows: [newRow({ title: 'A' }), newRow({ title: 'B' })] }),
      newSection({ title: 'Dois', rows: [newRow({ title: 'C' })] }),
    ],
  })

const type = (history: History, text: string, at: number, group = 'body') =>
  record(history, withText(history.present, [group], text), { code: 'type', field: 'body' }, { typing: { group, at } })

type Move =
  | { do: 'type'; text: string; at: number; group: 'body' | 'header' }
  | { do: 'edit'; edit: (draft: ListDraft) => ListDraft }
  | { do: 'amend'; text: string }
  | { do: 'undo' | 'redo' | 'flush' }

const edits = [
  (draft: ListDraft) => addRow(draft, 0).draft,
  (draft: ListDraft) => addSection(draft).draft,
  (draft: ListDraft) => removeRow(draft, 0, 0).draft,
  (draft: ListDraft) => moveRow(draft, 0, 0, 1).draft,
]
const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('type' as const),
      text: fc.oneof(fc.string(), fc.constant('x'.repeat(20_000))),
      at: fc.nat(5000),
      group: fc.constantFrom('body' as const, 'header' as const),
    }),
    fc.record({ do: fc.constant('edit' as const), edit: fc.constantFrom(...edits) }),
    fc.record({ do: fc.constant('amend' as const), text: fc.string() }),
    fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const, 'flush' as const) }),
  ),
  { maxLength: 250, size: 'max' },
)

function make(history: History, move: Move): History {
  switch (move.do) {
    case 'type':
      return type(history, move.text, move.at, move.group)
    case 'edit':
      return record(history, move.edit(history.present), { code: 'addRow' })
    case 'amend':
      return amend(history, withText(history.present, ['footer'], move.text))
    case 'undo':
      return undo(history)
    case 'redo':
      return redo(history)
    case 'flush':
      return flush(history)
  }
}
const after = (made: Move[]) => made.reduce(make, newHistory(two()))
const still = ({ past, present, future, made }: History) => ({ past, present, future, made })

describe('any history', () => {
  it('is as it was once a step is taken back and done again, and the other way about', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const history = after(made)
        if (history.past.length) expect(still(redo(undo(history)))).toEqual(still(history))
        else expect(undo(history)).toBe(history)
        if (history.future.length) expect(still(undo(redo(history)))).toEqual(still(history))
        else expect(redo(history)).toBe(history)
      }),
    )
  })

  it('gives back every draft that it has left, in their order', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const history = after(made)
        let back = history
        for (const { draft } of history.past.toReversed()) {
          back = undo(back)
          expect(back.present).toBe(draft)
        }
        for (let n = history.past.length; n > 0; n--) back = redo(back)
        expect(still(back)).toEqual(still(history))
      }),
    )
  })

  it('always has what was just written as its present, and the draft before it one step back', () => {
    fc.assert(
      fc.property(moves, fc.string({ minLength: 1 }), (made, text) => {
        const history = flush(after(made))
        const written = `${history.present.body}${text}`
        const next = type(history, written, 0)
        expect(next.present.body).toBe(written)
        expect(undo(next).present).toBe(history.present)
        expect(next.future).toEqual([])
      }),
    )
  })

  it('stays within its bounds, and keeps the newest step however big', () => {
    fc.assert(
      fc.property(moves, (made) => {
        let history = newHistory(two())
        for (const move of made) {
          history = make(history, move)
          expect(history.past.length + history.future.length).toBeLessThanOrEqual(HISTORY_LIMITS.steps)
          if (history.past.length > 1) expect(historySize(history)).toBeLessThanOrEqual(HISTORY_LIMITS.size)
        }
      }),
    )
    const big = newDraft({
      sections: Array.from({ length: 60 }, () => newSection({ rows: [newRow({ title: 'x'.repeat(20_000) })] })),
    })
    const history = record(newHistory(two()), big, { code: 'import' })
    expect(history.past).toHaveLength(1)
    expect(record(history, withText(big, ['body'], 'y'), { code: 'type' }).past).toHaveLength(1)
  })

  it('reads back as it was written down, with no typing going on', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const history = after(made)
        expect(readHistory(JSON.stringify(history))).toEqual({ ...history, open: null })
      }),
    )
    expect(readHistory('{"past":[]}')).toBeNull()
    expect(readHistory('not JSON')).toBeNull()
    expect(readHistory(null)).toBeNull()
  })

  it('gives each step an id of its own, whatever was taken back before', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const { past, future } = after(made)
        const ids = [...past, ...future].map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('typing', () => {
  it('is one step until it pauses', () => {
    let history = newHistory(newDraft())
    for (const [i, text] of ['O', 'Ol', 'Olá'].entries()) history = type(history, text, i * (TYPING_PAUSE - 1))
    expect(history.past).toHaveLength(1)
    history = type(history, 'Olá!', 2 * (TYPING_PAUSE - 1) + TYPING_PAUSE)
    expect(history.past).toHaveLength(2)
    expect(undo(history).present.body).toBe('Olá')
    expect(undo(undo(history)).present.body).toBe('')
  })

  it('is a step for each field, and another one after anything else', () => {
    const first = type(newHistory(newDraft()), 'a', 0)
    expect(type(first, 'b', 1, 'header').past).toHaveLength(2)
    expect(type(flush(first), 'ab', 1).past).toHaveLength(2)
    expect(type(redo(undo(first)), 'ab', 1).past).toHaveLength(2)
    expect(type(record(first, addRow(first.present, 0).draft, { code: 'addRow' }), 'ab', 1).past).toHaveLength(3)
  })
})

describe('a step', () => {
  it('is not made where nothing changed', () => {
    const history = newHistory(two())
    expect(record(history, structuredClone(history.present), { code: 'bulk' })).toBe(history)
  })

  it('takes along what follows from it by itself, and leaves what can be done again', () => {
    const typed = type(newHistory(newDraft()), 'a', 0)
    const amended = amend(typed, withText(typed.present, ['footer'], 'made'))
    expect(amended.past).toHaveLength(1)
    expect(undo(amended).present).toMatchObject({ body: '', footer: '' })
    const undone = undo(typed)
    expect(redo(amend(undone, withText(undone.present, ['footer'], 'made'))).present.body).toBe('a')
  })
})

describe('the place of a change', () => {
  it('is the first text that is other or new', () => {
    const draft = two()
    expect(changedPath(draft, withText(draft, ['sections', 1, 'title'], 'Três'))).toEqual(['sections', 1, 'title'])
    expect(changedPath(draft, addRow(draft, 0).draft)).toEqual(['sections', 0, 'rows', 2, 'title'])
  })

  it('is where a text was, when it is gone', () => {
    const draft = two()
    expect(changedPath(draft, removeRow(draft, 1, 0).draft)).toEqual(['sections', 1, 'rows', 0, 'title'])
  })

  it('is what moved, and of two that changed places the one that was meant', () => {
    const draft = two()
    const key = draft.sections[0]?.rows[1]?.key ?? null
    const up = moveRow(draft, 0, 1, -1).draft
    expect(changedPath(up, draft, key)).toEqual(['sections', 0, 'rows', 1, 'title'])
    expect(changedPath(draft, moveSection(draft, 0, 1).draft)).toEqual(['sections', 0, 'title'])
  })
})
