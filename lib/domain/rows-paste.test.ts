import { describe, expect, it } from 'vitest'
import { newDraft, newRow, newSection } from './list-draft'
import { pasteRows, roomForPaste } from './rows-paste'

const row = (title: string, description = '', id = '') => ({ title, description, id })
const draft = newDraft({
  sections: [newSection({ rows: [newRow(row('Vendas', 'Fale com a gente', 'vendas')), newRow()] }), newSection()],
})
const titles = (of: typeof draft) => of.sections.map(({ rows }) => rows.map(({ title }) => title))

describe('pasting rows', () => {
  it('fills the blank row in which they are pasted, and goes on after it', () => {
    const { edit } = pasteRows(draft, { s: 0, r: 1, rows: [row('Suporte'), row('Vendas')], replaces: true })
    expect(titles(edit.draft)).toEqual([['Vendas', 'Suporte', 'Vendas'], ['']])
    expect(edit.draft.sections[0]?.rows.map(({ id }) => id)).toEqual(['vendas', 'suporte', 'vendas_2'])
    expect(edit.draft.sections[0]?.rows[1]?.key).toBe(draft.sections[0]?.rows[1]?.key)
    expect(edit.focus).toEqual(['sections', 0, 'rows', 2, 'title'])
  })

  it('keeps the ID of a row whose title is replaced, unless another is pasted', () => {
    const at = { s: 0, r: 0, replaces: true }
    const renamed = pasteRows(draft, { ...at, rows: [row('Comercial')] }).edit.draft
    expect(renamed.sections[0]?.rows[0]).toMatchObject(row('Comercial', 'Fale com a gente', 'vendas'))
    const named = pasteRows(draft, { ...at, rows: [row('Comercial', 'Loja', 'com')] }).edit.draft
    expect(named.sections[0]?.rows[0]).toMatchObject(row('Comercial', 'Loja', 'com'))
  })

  it('leaves a row with words alone, and puts them after it', () => {
    const { edit } = pasteRows(draft, { s: 0, r: 0, rows: [row('A'), row('B')], replaces: false })
    expect(titles(edit.draft)).toEqual([['Vendas', 'A', 'B', ''], ['']])
  })

  it('is undone without touching what was written since', () => {
    const { edit, undo } = pasteRows(draft, { s: 0, r: 1, rows: [row('A'), row('B')], replaces: true })
    const later = {
      ...edit.draft,
      header: 'Depois',
      sections: [...edit.draft.sections, newSection({ title: 'Nova' })],
    }
    const back = undo?.(later).draft
    expect(back).toEqual({ ...draft, header: 'Depois', sections: [...draft.sections, later.sections[2]] })
  })

  it('changes nothing where there is no such row', () => {
    expect(pasteRows(draft, { s: 4, r: 0, rows: [row('A')], replaces: true }).edit.draft).toBe(draft)
  })

  it('counts how many still fit', () => {
    const rows = Array.from({ length: 9 }, (_, i) => row(`${i}`))
    expect(roomForPaste(draft, { s: 0, r: 1, rows, replaces: true })).toBe(8)
    expect(roomForPaste(draft, { s: 0, r: 1, rows, replaces: false })).toBe(7)
    expect(roomForPaste(draft, { s: 0, r: 1, rows: rows.slice(0, 3), replaces: true })).toBe(3)
    const over = pasteRows(draft, { s: 0, r: 0, rows, replaces: false }).edit.draft
    expect(roomForPaste(over, { s: 0, r: 0, rows, replaces: false })).toBe(0)
  })
})
