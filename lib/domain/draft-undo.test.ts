import { describe, expect, it } from 'vitest'
import { undoChange } from './draft-undo'
import { type ListDraft, newDraft, newRow, newSection } from './list-draft'
import { addRow, removeRow } from './list-edits'
import { fixAll } from './list-fix-all'
import { applyFix } from './list-fixes'
import { checkDraft } from './list-rules'

const spaced = () =>
  newDraft({
    header: ' Loja ',
    body: 'Escolha:',
    button: 'Ver',
    sections: [
      newSection({ title: 'Um', rows: [newRow({ id: 'a', title: ' Fone ' }), newRow()] }),
      newSection({ title: '', rows: [newRow()] }),
    ],
  })

const titleOf = (draft: ListDraft, s: number, r: number) => draft.sections[s]?.rows[r]?.title

describe('taking a change back', () => {
  it('gives the very draft before it when nothing happened since', () => {
    const before = spaced()
    const after = fixAll(before).draft
    expect(after.sections).toHaveLength(1)
    expect(undoChange(after, before, after)).toEqual(before)
  })

  it('keeps what was typed since', () => {
    const before = spaced()
    const after = fixAll(before).draft
    const undone = undoChange({ ...after, body: 'Escolha uma:' }, before, after)
    expect(undone).toEqual({ ...before, body: 'Escolha uma:' })
  })

  it('keeps rows that came or went since, and takes back only the texts', () => {
    const before = spaced()
    const after = fixAll(before).draft
    const undone = undoChange(addRow(after, 0).draft, before, after)
    expect(undone.header).toBe(' Loja ')
    expect(undone.sections[0]?.rows).toHaveLength(2)
    expect(titleOf(undone, 0, 0)).toBe(' Fone ')
    expect(undoChange(removeRow(after, 0, 0).draft, before, after).sections[0]?.rows).toEqual([])
  })

  it('gives merged sections their rows back, with what was typed into them since', () => {
    const before = newDraft({
      body: 'Escolha:',
      button: 'Ver',
      sections: [
        newSection({ rows: [newRow({ id: 'a', title: 'A' })] }),
        newSection({ rows: [newRow({ id: 'b', title: 'B' })] }),
      ],
    })
    const finding = checkDraft(before).find(({ fix }) => fix === 'mergeSections')
    const after = finding ? applyFix(before, finding) : before
    expect(after.sections).toHaveLength(1)
    const now = structuredClone(after)
    const [, row] = now.sections[0]?.rows ?? []
    if (row) row.title = 'B de bola'
    const undone = undoChange(now, before, after)
    expect(undone.sections).toHaveLength(2)
    expect(titleOf(undone, 1, 0)).toBe('B de bola')
    expect(titleOf(undone, 0, 0)).toBe('A')
  })
})
