import { describe, expect, it } from 'vitest'
import { type ListDraft, newDraft, newRow, newSection } from './list-draft'
import { removeRow, removeSection } from './list-edits'
import { lostRow, lostSection, restoreRow, restoreSection } from './list-restore'

const draft = newDraft({
  sections: [
    newSection({ title: 'A', rows: [newRow({ title: 'a1' }), newRow({ title: 'a2' }), newRow({ title: 'a3' })] }),
    newSection({ title: 'B', rows: [newRow({ title: 'b1' })] }),
  ],
})
const titles = (of: ListDraft) => of.sections.map((section) => [section.title, ...section.rows.map((row) => row.title)])
const known = <T>(value: T | null): T => {
  if (value === null) throw new Error('nothing was there')
  return value
}

describe('taking a removal back', () => {
  it('puts a row back where it stood, and keeps what was typed since', () => {
    const removed = removeRow(draft, 0, 1).draft
    const typed = { ...removed, body: 'Digitado depois' }
    const { draft: back, focus } = restoreRow(typed, known(lostRow(draft, 0, 1)))
    expect(titles(back)).toEqual(titles(draft))
    expect(back.body).toBe('Digitado depois')
    expect(focus).toEqual(['sections', 0, 'rows', 1, 'title'])
  })

  it('finds the section of a row even after it has moved', () => {
    const removed = removeRow(draft, 0, 0).draft
    const moved = { ...removed, sections: removed.sections.toReversed() }
    expect(titles(restoreRow(moved, known(lostRow(draft, 0, 0))).draft)).toEqual([
      ['B', 'b1'],
      ['A', 'a1', 'a2', 'a3'],
    ])
  })

  it('gives a row whose section is gone to the last section', () => {
    const removed = removeSection(removeRow(draft, 0, 0).draft, 0).draft
    expect(titles(restoreRow(removed, known(lostRow(draft, 0, 0))).draft)).toEqual([['B', 'b1', 'a1']])
  })

  it('puts a section back with all its rows', () => {
    const { draft: back } = restoreSection(removeSection(draft, 0).draft, known(lostSection(draft, 0)))
    expect(back).toEqual(draft)
  })

  it('puts the last section back in place of the blank one that was left', () => {
    const one = newDraft({ sections: [newSection({ title: 'Só', rows: [newRow({ title: 'uma' })] })] })
    const { draft: back } = restoreSection(removeSection(one, 0).draft, known(lostSection(one, 0)))
    expect(titles(back)).toEqual([['Só', 'uma']])
  })
})
