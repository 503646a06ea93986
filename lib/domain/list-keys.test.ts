import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildDraft } from '@/lib/testing/wild-draft'
import { type ListDraft, newDraft, newRow, newSection } from './list-draft'
import { keepKeys } from './list-keys'
import { draftFingerprint } from './list-template'

const draftOf = (...sections: [title: string, ...rows: string[]][]): ListDraft =>
  newDraft({
    sections: sections.map(([title, ...rows]) =>
      newSection({ title, rows: rows.map((name) => newRow({ id: name && `id_${name}`, title: name })) }),
    ),
  })
/** The same texts with keys of their own, as code is read. */
const fresh = ({ sections, ...texts }: ListDraft) =>
  newDraft({
    ...texts,
    sections: sections.map(({ title, rows }) =>
      newSection({ title, rows: rows.map(({ key: _, ...row }) => newRow(row)) }),
    ),
  })
const keysOf = ({ sections }: ListDraft) => sections.map(({ key, rows }) => [key, ...rows.map((row) => row.key)])

describe('keys that are kept', () => {
  it('are all of them where nothing changed', () => {
    fc.assert(
      fc.property(wildDraft, (draft) => {
        expect(keysOf(keepKeys(fresh(draft), draft))).toEqual(keysOf(draft))
      }),
    )
  })

  it('are never two of one, and cost no text', () => {
    fc.assert(
      fc.property(wildDraft, wildDraft, (draft, before) => {
        const kept = keepKeys(draft, before)
        const keys = keysOf(kept).flat()
        expect(new Set(keys).size).toBe(keys.length)
        expect(draftFingerprint(kept)).toBe(draftFingerprint(draft))
      }),
    )
  })

  it('follow a row by its ID, its title, and then its place', () => {
    const before = draftOf(['', 'a', 'b', 'c'])
    const [section, a, b, c] = keysOf(before)[0] ?? []
    const now = fresh(before)
    const rows = now.sections[0]?.rows ?? []
    const [first, second, third] = rows
    if (first) first.title = 'Outro título'
    if (second) second.id = 'outro_id'
    if (third) Object.assign(third, { id: 'tudo', title: 'Tudo outro' })
    expect(keysOf(keepKeys(now, before))).toEqual([[section, a, b, c]])
    rows.reverse()
    const [[, , ...kept] = []] = keysOf(keepKeys(now, before))
    expect(kept).toEqual([b, a])
  })

  it('follow rows into another section, and a section by its title or its rows', () => {
    const before = draftOf(['Um', 'a', 'b'], ['Dois', 'c'], ['', 'd', 'e'])
    const now = fresh(draftOf(['', 'e', 'd'], ['Dois', 'a', 'c'], ['Novo nome', 'b']))
    const [[one, a, b] = [], [two, c] = [], [three, d, e] = []] = keysOf(before)
    expect(keysOf(keepKeys(now, before))).toEqual([
      [three, e, d],
      [two, a, c],
      [one, b],
    ])
  })

  it('are new ones for a row between two others', () => {
    const before = draftOf(['', 'a', 'b'])
    const [[, a, b] = []] = keysOf(before)
    const [[, ...kept] = []] = keysOf(keepKeys(fresh(draftOf(['', 'a', '', 'b'])), before))
    expect([kept[0], kept[2]]).toEqual([a, b])
    expect([a, b]).not.toContain(kept[1])
  })
})
