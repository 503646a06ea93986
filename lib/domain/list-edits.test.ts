import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListDraft, listDraftSchema, newDraft, newRow, newSection } from './list-draft'
import {
  addRow,
  addRowBlock,
  addSection,
  addSectionBlock,
  duplicateRow,
  duplicateSection,
  duplicateSectionBlock,
  type Edit,
  moveRow,
  moveRowToSection,
  moveSection,
  placeRow,
  placeSection,
  removeRow,
  removeSection,
} from './list-edits'
import { countRows } from './list-problems'

/** A draft of sections by their rows' titles; a row's ID is its title. */
const draftOf = (...sections: string[][]): ListDraft =>
  newDraft({
    sections: sections.map((rows, s) =>
      newSection({ title: `S${s}`, rows: rows.map((title) => newRow({ title, id: title })) }),
    ),
  })

const titles = (draft: ListDraft) => draft.sections.map((section) => section.rows.map((row) => row.title).join(''))

function deepFreeze<T>(value: T): T {
  if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

const at = (draft: ListDraft, path: (string | number)[]) => {
  let value: unknown = draft
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step]
  return value
}

describe('rows', () => {
  it('go over into the neighbour section past an edge', () => {
    const draft = draftOf(['a', 'b'], ['c'])
    expect(moveRow(draft, 0, 1, 1)).toMatchObject({ focus: ['sections', 1, 'rows', 0, 'title'] })
    expect(titles(moveRow(draft, 0, 1, 1).draft)).toEqual(['a', 'bc'])
    expect(titles(moveRow(draft, 1, 0, -1).draft)).toEqual(['abc', ''])
  })

  it('swap within their section otherwise, and keep their identity', () => {
    const draft = draftOf(['a', 'b'], ['c'])
    const moved = moveRow(draft, 0, 0, 1).draft
    expect(titles(moved)).toEqual(['ba', 'c'])
    expect(moved.sections[0]?.rows[1]).toBe(draft.sections[0]?.rows[0])
    expect(moved.sections[1]).toBe(draft.sections[1])
  })

  it('stay where they are at the ends of the message', () => {
    const draft = draftOf(['a'], ['b'])
    expect(moveRow(draft, 0, 0, -1).draft).toBe(draft)
    expect(moveRow(draft, 1, 0, 1).draft).toBe(draft)
  })

  it('go to the end of the section they are sent to', () => {
    const draft = draftOf(['a', 'b'], ['c'], ['d'])
    expect(titles(moveRowToSection(draft, 0, 0, 2).draft)).toEqual(['b', 'c', 'da'])
    expect(moveRowToSection(draft, 0, 0, 0).draft).toBe(draft)
    expect(moveRowToSection(draft, 0, 0, 9).draft).toBe(draft)
  })

  it('are placed within their section, where the others make way', () => {
    const draft = draftOf(['a', 'b', 'c'], ['d'])
    const placed = placeRow(draft, { s: 0, r: 0 }, { s: 0, r: 2 })
    expect(titles(placed.draft)).toEqual(['bca', 'd'])
    expect(placed.focus).toEqual(['sections', 0, 'rows', 2, 'title'])
    expect(placed.draft.sections[1]).toBe(draft.sections[1])
    expect(titles(placeRow(draft, { s: 0, r: 2 }, { s: 0, r: 0 }).draft)).toEqual(['cab', 'd'])
  })

  it('are placed in another section, an empty one too', () => {
    const draft = draftOf(['a', 'b'], ['c', 'd'], [])
    expect(titles(placeRow(draft, { s: 0, r: 1 }, { s: 1, r: 1 }).draft)).toEqual(['a', 'cbd', ''])
    expect(titles(placeRow(draft, { s: 0, r: 1 }, { s: 1, r: 2 }).draft)).toEqual(['a', 'cdb', ''])
    expect(titles(placeRow(draft, { s: 0, r: 0 }, { s: 2, r: 0 }).draft)).toEqual(['b', 'cd', 'a'])
  })

  it('stay where they are when placed there, or where no row can be', () => {
    const draft = draftOf(['a', 'b'], ['c'])
    const from = { s: 0, r: 1 }
    for (const to of [from, { s: 0, r: 2 }, { s: 1, r: 2 }, { s: 1, r: -1 }, { s: 1, r: 0.5 }, { s: 2, r: 0 }]) {
      expect(placeRow(draft, from, to).draft).toBe(draft)
    }
    expect(placeRow(draft, { s: 0, r: 2 }, { s: 1, r: 0 }).draft).toBe(draft)
  })

  it('are added where asked, with the focus on their title', () => {
    const draft = draftOf(['a', 'b'])
    const { draft: added, focus } = addRow(draft, 0, 1)
    expect(added.sections[0]?.rows.map((row) => row.title)).toEqual(['a', '', 'b'])
    expect(focus).toEqual(['sections', 0, 'rows', 1, 'title'])
    expect(addRow(draft, 0).focus).toEqual(['sections', 0, 'rows', 2, 'title'])
  })

  it('are duplicated with a key and an ID of their own', () => {
    const { draft, focus } = duplicateRow(draftOf(['a', 'b']), 0, 0)
    expect(draft.sections[0]?.rows.map((row) => row.id)).toEqual(['a', 'a_2', 'b'])
    expect(focus).toEqual(['sections', 0, 'rows', 1, 'title'])
  })

  it('leave the focus on their neighbour when removed, and on the section when they were its last', () => {
    const draft = draftOf(['a', 'b'])
    expect(removeRow(draft, 0, 0).focus).toEqual(['sections', 0, 'rows', 0, 'title'])
    expect(removeRow(draft, 0, 1).focus).toEqual(['sections', 0, 'rows', 0, 'title'])
    expect(removeRow(draftOf(['a']), 0, 0).focus).toEqual(['sections', 0, 'title'])
  })
})

describe('sections', () => {
  it('are duplicated after themselves with rows of their own', () => {
    const draft = draftOf(['a', 'b'], ['c'])
    const { draft: copied, focus } = duplicateSection(draft, 0)
    expect(copied.sections.map((section) => section.rows.map((row) => row.id))).toEqual([
      ['a', 'b'],
      ['a_2', 'b_2'],
      ['c'],
    ])
    expect(focus).toEqual(['sections', 1, 'title'])
  })

  it('swap with their neighbour', () => {
    const draft = draftOf(['a'], ['b'])
    expect(titles(moveSection(draft, 0, 1).draft)).toEqual(['b', 'a'])
    expect(moveSection(draft, 1, -1).focus).toEqual(['sections', 0, 'title'])
    expect(moveSection(draft, 1, 1).draft).toBe(draft)
  })

  it('are placed anywhere among the others', () => {
    const draft = draftOf(['a'], ['b'], ['c'])
    expect(titles(placeSection(draft, 0, 2).draft)).toEqual(['b', 'c', 'a'])
    expect(titles(placeSection(draft, 2, 0).draft)).toEqual(['c', 'a', 'b'])
    expect(placeSection(draft, 0, 2).focus).toEqual(['sections', 2, 'title'])
    expect(placeSection(draft, 1, 1).draft).toBe(draft)
    expect(placeSection(draft, 1, 3).draft).toBe(draft)
    expect(placeSection(draft, 3, 1).draft).toBe(draft)
  })

  it('never all go: the last one removed leaves a blank one', () => {
    const { draft, focus } = removeSection(draftOf(['a']), 0)
    expect(titles(draft)).toEqual([''])
    expect(draft.sections[0]?.title).toBe('')
    expect(focus).toEqual(['sections', 0, 'title'])
  })
})

describe('limits', () => {
  const full = draftOf([...'abcdefghij'])

  it('say why a row cannot be added', () => {
    expect(addRowBlock(draftOf([...'abcdefghi']))).toBeNull()
    expect(addRowBlock(full)).toBe('tooManyRows')
  })

  it('let ten rows be parted over a new section, which then begins empty', () => {
    expect(addSectionBlock(full)).toBeNull()
    expect(addSection(full).draft.sections[1]?.rows).toEqual([])
    expect(addSection(draftOf(['a'])).draft.sections[1]?.rows).toHaveLength(1)
  })

  it('say why a section cannot be added or duplicated', () => {
    const tenSections = newDraft({ sections: Array.from({ length: 10 }, () => newSection({ rows: [] })) })
    expect(addSectionBlock(tenSections)).toBe('tooManySections')
    expect(duplicateSectionBlock(tenSections, 0)).toBe('tooManySections')
    expect(duplicateSectionBlock(draftOf([...'abcdef']), 0)).toBe('tooManyRows')
    expect(duplicateSectionBlock(draftOf([...'abcde']), 0)).toBeNull()
  })
})

const index = fc.integer({ min: -1, max: 5 })
const place = fc.record({ s: index, r: index })
const by = fc.constantFrom<1 | -1>(1, -1)

/** An edit, and by how many rows it may change the count, given the draft before. */
type Step = { run: (draft: ListDraft) => Edit; change: (before: ListDraft, after: ListDraft) => boolean }
const sameRows = (before: ListDraft, after: ListDraft) => {
  const keys = (draft: ListDraft) => draft.sections.flatMap((section) => section.rows.map((row) => row.key)).sort()
  return JSON.stringify(keys(before)) === JSON.stringify(keys(after))
}
const grows = (most: (before: ListDraft) => number) => (before: ListDraft, after: ListDraft) => {
  const difference = countRows(after) - countRows(before)
  return difference === 0 || difference === most(before)
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ run: addSection, change: grows(() => 1) }),
  index.map<Step>((s) => ({
    run: (draft) => removeSection(draft, s),
    change: (before, after) =>
      before.sections.length === 1 || grows((draft) => -(draft.sections[s]?.rows.length ?? 0))(before, after),
  })),
  index.map<Step>((s) => ({
    run: (draft) => duplicateSection(draft, s),
    change: grows((draft) => draft.sections[s]?.rows.length ?? 0),
  })),
  fc.tuple(index, by).map<Step>(([s, d]) => ({ run: (draft) => moveSection(draft, s, d), change: sameRows })),
  fc.tuple(index, fc.option(index)).map<Step>(([s, place]) => ({
    run: (draft) => addRow(draft, s, place ?? undefined),
    change: grows(() => 1),
  })),
  fc.tuple(index, index).map<Step>(([s, r]) => ({ run: (draft) => removeRow(draft, s, r), change: grows(() => -1) })),
  fc.tuple(index, index).map<Step>(([s, r]) => ({ run: (draft) => duplicateRow(draft, s, r), change: grows(() => 1) })),
  fc.tuple(index, index, by).map<Step>(([s, r, d]) => ({ run: (draft) => moveRow(draft, s, r, d), change: sameRows })),
  fc.tuple(index, index, index).map<Step>(([s, r, t]) => ({
    run: (draft) => moveRowToSection(draft, s, r, t),
    change: sameRows,
  })),
  fc.tuple(index, index).map<Step>(([from, to]) => ({
    run: (draft) => placeSection(draft, from, to),
    change: sameRows,
  })),
  fc.tuple(place, place).map<Step>(([from, to]) => ({ run: (draft) => placeRow(draft, from, to), change: sameRows })),
)

it('any run of edits keeps the draft whole, its keys and IDs unique, and loses no row on a move', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let draft = deepFreeze(draftOf(['a', 'b', 'c'], ['d'], ['e', 'f']))
      for (const { run, change } of steps) {
        // Duplicating doubles; the editor stops it at ten rows, this test a little later.
        if (countRows(draft) > 40 || draft.sections.length > 20) break
        const { draft: next, focus } = run(draft)
        deepFreeze(next)
        expect(listDraftSchema.safeParse(next).success).toBe(true)
        expect(change(draft, next)).toBe(true)
        const rows = next.sections.flatMap((section) => section.rows)
        const keys = [...next.sections, ...rows].map((item) => item.key)
        expect(new Set(keys).size).toBe(keys.length)
        const ids = rows.map((row) => row.id).filter(Boolean)
        expect(new Set(ids).size).toBe(ids.length)
        if (next !== draft) expect(typeof at(next, focus)).toBe('string')
        draft = next
      }
    }),
    { numRuns: 300 },
  )
})

it('what was placed elsewhere goes back by being placed where it was', () => {
  const start = deepFreeze(draftOf(['a', 'b', 'c'], ['d'], [], ['e', 'f']))
  fc.assert(
    fc.property(place, place, (from, to) => {
      const placed = placeRow(start, from, to).draft
      if (placed !== start) expect(placeRow(placed, to, from).draft).toEqual(start)
    }),
  )
  fc.assert(
    fc.property(index, index, (from, to) => {
      const placed = placeSection(start, from, to).draft
      if (placed !== start) expect(placeSection(placed, to, from).draft).toEqual(start)
    }),
  )
})
