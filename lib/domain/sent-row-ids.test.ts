import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListDraft, newDraft, newRow, newSection } from './list-draft'
import { moveSection, removeRow } from './list-edits'
import { sentIdChanges, withSentIds } from './sent-row-ids'

const draft = newDraft({
  sections: [
    newSection({
      title: 'Audio',
      rows: [newRow({ id: 'fone', title: 'Fone' }), newRow({ id: 'caixa', title: 'Caixa' })],
    }),
    newSection({ title: 'Mais', rows: [newRow({ id: 'capa', title: 'Capa' })] }),
  ],
})
const withIds = (...ids: string[]): ListDraft => {
  const left = [...ids]
  return {
    ...draft,
    sections: draft.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({ ...row, id: left.shift() ?? row.id })),
    })),
  }
}

describe('row IDs that were sent', () => {
  it('tells which of them a change would change, and no other', () => {
    const after = withIds('fones', 'caixa_2', 'capa')
    expect(sentIdChanges(draft, after, ['fone', 'capa'])).toEqual([{ from: 'fone', to: 'fones', title: 'Fone' }])
    expect(sentIdChanges(draft, after, [])).toEqual([])
  })

  it('takes neither a row that is gone, nor one that moved or was renamed, for a changed ID', () => {
    expect(sentIdChanges(draft, removeRow(draft, 0, 0).draft, ['fone'])).toEqual([])
    const moved = moveSection(draft, 1, -1).draft
    const renamed = { ...moved, sections: moved.sections.map((section) => ({ ...section, title: 'x' })) }
    expect(sentIdChanges(draft, renamed, ['fone', 'caixa', 'capa'])).toEqual([])
  })

  it('sees an ID that another row has taken over', () => {
    expect(sentIdChanges(draft, withIds('caixa', 'fone'), ['fone'])).toEqual([
      { from: 'fone', to: 'caixa', title: 'Fone' },
    ])
  })

  it('sees an emptied ID', () => {
    expect(sentIdChanges(draft, withIds(''), ['fone'])).toEqual([{ from: 'fone', to: '', title: 'Fone' }])
  })

  it('puts them back and leaves the rest as it became', () => {
    const after = { ...withIds('fones', 'caixa_2', 'capa'), body: 'Novo' }
    expect(withSentIds(draft, after, ['fone'])).toEqual({ ...withIds('fone', 'caixa_2', 'capa'), body: 'Novo' })
    expect(withSentIds(draft, draft, ['fone'])).toBe(draft)
  })

  it('leaves nothing to ask once they are back', () => {
    const ids = fc.array(fc.constantFrom('fone', 'caixa', 'capa', 'x', 'y', ''), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(ids, fc.subarray(['fone', 'caixa', 'capa']), (next, sent) => {
        const kept = withSentIds(draft, withIds(...next), sent)
        expect(sentIdChanges(draft, kept, sent)).toEqual([])
        for (const id of sent) expect(JSON.stringify(kept)).toContain(`"id":"${id}"`)
      }),
    )
  })
})
