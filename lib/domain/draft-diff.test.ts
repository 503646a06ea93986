import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildDraft } from '@/lib/testing/wild-draft'
import { type DraftChange, diffDrafts, longestRising } from './draft-diff'
import { type ListDraft, newDraft, newKey, newRow, newSection } from './list-draft'
import { moveRow, moveRowToSection, moveSection, placeRow, removeRow } from './list-edits'
import { countRows } from './list-problems'
import { draftFingerprint } from './list-template'

/** Sections by title, each with its rows' titles; a row's ID is its title in small letters. */
const draftOf = (sections: Record<string, string[]>, texts: Partial<ListDraft> = {}): ListDraft =>
  newDraft({
    ...texts,
    sections: Object.entries(sections).map(([title, rows]) =>
      newSection({ title, rows: rows.map((row) => newRow({ title: row, id: row.toLowerCase() })) }),
    ),
  })

/** The same texts as they come back from JSON or a line of text: every key is another. */
const rekeyed = (draft: ListDraft): ListDraft => ({
  ...draft,
  sections: draft.sections.map((section) => ({
    ...section,
    key: newKey(),
    rows: section.rows.map((row) => ({ ...row, key: newKey() })),
  })),
})

const withRow = (
  draft: ListDraft,
  s: number,
  r: number,
  texts: Partial<ListDraft['sections'][number]['rows'][number]>,
) => ({
  ...draft,
  sections: draft.sections.map((section, i) =>
    i === s ? { ...section, rows: section.rows.map((row, j) => (j === r ? { ...row, ...texts } : row)) } : section,
  ),
})

function told(change: DraftChange): string {
  switch (change.kind) {
    case 'text':
      return `${change.field} ${change.how}`
    case 'sectionAdded':
    case 'sectionRemoved':
      return `${change.kind} ${change.section.title}+${change.rows}`
    case 'sectionRenamed':
      return `sectionRenamed ${change.from}>${change.to}`
    case 'sectionMoved':
      return `sectionMoved ${change.section.title}`
    case 'rowMovedTo':
      return `rowMovedTo ${change.row.title}: ${change.from.title}>${change.to.title}`
    case 'rowRenamed':
    case 'rowId':
      return `${change.kind} ${change.from}>${change.to}`
    case 'rowDescription':
      return `rowDescription ${change.row.title} ${change.how}`
    default:
      return `${change.kind} ${change.row.title}`
  }
}
const diff = (before: ListDraft, after: ListDraft) => diffDrafts(before, after).map(told)

const shop = () => draftOf({ Audio: ['Fone', 'Caixa', 'Cabo'], Acessórios: ['Capa', 'Película'] }, { body: 'Escolha:' })

describe('what changed between two drafts', () => {
  it('tells texts that came, went and became others', () => {
    const before = shop()
    expect(diff(before, { ...before, header: 'Loja', body: 'Escolha já:' })).toEqual(['header added', 'body changed'])
    expect(diff({ ...before, footer: 'Até já' }, before)).toEqual(['footer removed'])
  })

  it('tells a row that was renamed, described or given another ID, each for itself', () => {
    const before = shop()
    const after = withRow(before, 0, 0, { title: 'Fone Bluetooth', description: 'R$ 299', id: 'fone_bt' })
    expect(diff(before, after)).toEqual([
      'rowRenamed Fone>Fone Bluetooth',
      'rowDescription Fone Bluetooth added',
      'rowId fone>fone_bt',
    ])
  })

  it('leads to the field in each draft', () => {
    const before = shop()
    const moved = moveRow(before, 0, 0, 1).draft
    expect(diffDrafts(before, withRow(moved, 0, 1, { id: 'x' })).at(-1)).toMatchObject({
      kind: 'rowId',
      before: ['sections', 0, 'rows', 0, 'id'],
      after: ['sections', 0, 'rows', 1, 'id'],
    })
  })

  it('calls moved only what moved, not what made way', () => {
    const before = shop()
    expect(diff(before, placeRow(before, { s: 0, r: 2 }, { s: 0, r: 0 }).draft)).toEqual(['rowMoved Cabo'])
    const [audio] = before.sections
    const grown = { ...before, sections: before.sections.map((section) => ({ ...section })) }
    grown.sections[0] = { ...grown.sections[0], rows: [newRow({ title: 'Rádio' }), ...(audio?.rows ?? [])] } as never
    expect(diff(before, grown)).toEqual(['rowAdded Rádio'])
    expect(diff(before, removeRow(before, 0, 0).draft)).toEqual(['rowRemoved Fone'])
  })

  it('tells a row that went over to another section', () => {
    const before = shop()
    expect(diff(before, moveRowToSection(before, 0, 0, 1).draft)).toEqual(['rowMovedTo Fone: Audio>Acessórios'])
  })

  it('tells a section that moved, was renamed, came or went, with the rows that it brought or took', () => {
    const before = shop()
    expect(diff(before, moveSection(before, 1, -1).draft)).toHaveLength(1)
    expect(diff(before, { ...before, sections: before.sections.slice(0, 1) })).toEqual(['sectionRemoved Acessórios+2'])
    const renamed = before.sections.map((section, s) => (s === 0 ? { ...section, title: 'Som' } : section))
    expect(diff(before, { ...before, sections: renamed })).toEqual(['sectionRenamed Audio>Som'])
    const added = [newSection({ title: 'Novo', rows: [newRow({ title: 'A' })] }), ...before.sections]
    expect(diff(before, { ...before, sections: added })).toEqual(['sectionAdded Novo+1'])
  })

  it('knows rows and sections again whose keys are others, by ID, by title, and by a like text in the same place', () => {
    const before = shop()
    expect(diff(before, rekeyed(before))).toEqual([])
    expect(diff(before, rekeyed(withRow(before, 0, 0, { title: 'Headset' })))).toEqual(['rowRenamed Fone>Headset'])
    expect(diff(before, rekeyed(withRow(before, 0, 0, { id: 'x' })))).toEqual(['rowId fone>x'])
    expect(diff(before, rekeyed(withRow(before, 1, 1, { title: 'Películas', id: 'peliculas' })))).toEqual([
      'rowRenamed Película>Películas',
      'rowId película>peliculas',
    ])
    expect(diff(before, rekeyed(withRow(before, 0, 0, { title: 'Teclado', id: 'teclado' })))).toEqual([
      'rowAdded Teclado',
      'rowRemoved Fone',
    ])
    expect(diff(before, rekeyed(moveSection(before, 1, -1).draft))).toHaveLength(1)
  })

  it('follows ID and title where keys were dealt out by place', () => {
    const before = shop()
    const swapped = withRow(withRow(before, 0, 0, { id: 'caixa', title: 'Caixa' }), 0, 1, { id: 'fone', title: 'Fone' })
    expect(diff(before, swapped)).toHaveLength(1)
    expect(diff(before, swapped)[0]).toMatch(/^rowMoved /)
  })

  it('does not take two rows that exchanged their IDs for moved ones', () => {
    const before = shop()
    const swapped = withRow(withRow(before, 0, 0, { id: 'caixa' }), 0, 1, { id: 'fone' })
    expect(diff(before, swapped)).toEqual(['rowId fone>caixa', 'rowId caixa>fone'])
  })
})

describe('for any two drafts', () => {
  const sum = (changes: DraftChange[], kind: 'Added' | 'Removed', of: 'row' | 'section') =>
    changes.reduce((count, change) => {
      if (change.kind === `${of}${kind}`) return count + 1
      return of === 'row' && change.kind === `section${kind}` && 'rows' in change ? count + change.rows : count
    }, 0)

  it('there are changes exactly where they read otherwise', () => {
    fc.assert(
      fc.property(wildDraft, wildDraft, (a, b) => {
        expect(diffDrafts(a, b).length === 0).toBe(draftFingerprint(a) === draftFingerprint(b))
        expect(diffDrafts(a, a)).toEqual([])
        expect(diffDrafts(a, rekeyed(a))).toEqual([])
      }),
    )
  })

  it('what came less what went is the difference in rows and sections', () => {
    fc.assert(
      fc.property(wildDraft, wildDraft, (a, b) => {
        const changes = diffDrafts(a, b)
        if (changes.length === 0) return
        expect(countRows(a) + sum(changes, 'Added', 'row') - sum(changes, 'Removed', 'row')).toBe(countRows(b))
        expect(a.sections.length + sum(changes, 'Added', 'section') - sum(changes, 'Removed', 'section')).toBe(
          b.sections.length,
        )
      }),
    )
  })

  it('the way back has as many changes, and what came on one way goes on the other', () => {
    fc.assert(
      fc.property(wildDraft, wildDraft, (a, b) => {
        const [there, back] = [diffDrafts(a, b), diffDrafts(b, a)]
        const kinds = (changes: DraftChange[]) =>
          changes.map(({ kind }) => kind.replace(/Added|Removed/, 'Gone')).sort()
        expect(kinds(there)).toEqual(kinds(back))
        expect(sum(there, 'Added', 'row')).toBe(sum(back, 'Removed', 'row'))
      }),
    )
  })

  it('every change leads to a place that is there', () => {
    const reaches = (draft: ListDraft, path: (string | number)[]) => {
      let value: unknown = draft
      for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step]
      return typeof value === 'string'
    }
    fc.assert(
      fc.property(wildDraft, wildDraft, (a, b) => {
        for (const { before, after } of diffDrafts(a, b)) {
          expect(before !== null || after !== null).toBe(true)
          expect(before === null || reaches(a, before)).toBe(true)
          expect(after === null || reaches(b, after)).toBe(true)
        }
      }),
    )
  })

  it('one move of one row is one change', () => {
    const places = fc.tuple(fc.nat(2), fc.nat(2)).filter(([from, to]) => from !== to)
    fc.assert(
      fc.property(places, ([from, to]) => {
        const before = shop()
        const { draft } = placeRow(before, { s: 0, r: from }, { s: 0, r: to })
        expect(diff(before, draft)).toHaveLength(1)
        expect(diff(before, rekeyed(draft))).toHaveLength(1)
      }),
    )
  })
})

describe('the longest rising part', () => {
  it('rises, and no other rises longer', () => {
    const brute = (numbers: number[]) => {
      const best = numbers.map(() => 1)
      numbers.forEach((number, i) => {
        for (let j = 0; j < i; j++) {
          if ((numbers[j] ?? 0) < number) best[i] = Math.max(best[i] ?? 1, (best[j] ?? 1) + 1)
        }
      })
      return Math.max(0, ...best)
    }
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 20 }), (numbers) => {
        const places = [...longestRising(numbers)].sort((a, b) => a - b)
        const values = places.map((place) => numbers[place] ?? 0)
        expect(values).toEqual([...values].sort((a, b) => a - b))
        expect(values).toHaveLength(brute(numbers))
      }),
    )
  })
})
