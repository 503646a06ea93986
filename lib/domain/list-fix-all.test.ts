import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildDraft } from '@/lib/testing/wild-draft'
import { type ListDraft, newDraft, newRow, newSection } from './list-draft'
import { fixAll, isSafeFix } from './list-fix-all'
import { findProblems } from './list-problems'
import { checkDraft } from './list-rules'

const hurried = (): ListDraft =>
  newDraft({
    header: '  ',
    body: 'Escolha:\n',
    button: ' Ver ',
    sections: [
      newSection({
        title: 'Celulares\ne mais',
        rows: [
          newRow({ id: 'a', title: 'Smartphone X de 128 GB azul', description: 'R$ 1.999,00' }),
          newRow(),
          newRow({ id: 'a', title: 'Fone Bluetooth' }),
          newRow({ title: 'Fone com fio', description: ' ' }),
        ],
      }),
      newSection(),
      newSection({ title: 'Caixas', rows: [newRow({ id: 'c', title: 'Caixa' })] }),
    ],
  })

describe('fixing all', () => {
  it('makes a hurried draft sendable and says what it did, at the places of that draft', () => {
    const { draft, applied } = fixAll(hurried())
    expect(findProblems(draft)).toEqual([])
    expect(applied.map(({ fix, path }) => `${fix} ${path.join('.')}`)).toEqual([
      'clear header',
      'clear sections.0.rows.3.description',
      'trim body',
      'trim button',
      'joinLines sections.0.title',
      'moveOverflow sections.0.rows.0.title',
      'makeId sections.0.rows.3.id',
      'makeIdUnique sections.0.rows.2.id',
      'dropRow sections.0.rows.1.title',
      'dropSection sections.1',
    ])
    expect(draft.sections.map(({ title, rows }) => [title, ...rows.map((row) => row.id)])).toEqual([
      ['Celulares e mais', 'a', 'a_2', 'fone_com_fio'],
      ['Caixas', 'c'],
    ])
  })

  it('leaves the very same draft where there is nothing to do', () => {
    const draft = newDraft({ body: 'a', button: 'b' })
    expect(fixAll(draft)).toEqual({ draft, applied: [] })
    expect(fixAll(draft).draft).toBe(draft)
  })

  it.each<[string, Partial<ListDraft>]>([
    ['cut a text', { button: 'Ver todas as opções disponíveis' }],
    ['take marks away', { header: '*Oi*' }],
    ['number a title', { sections: [newSection({ rows: ['a', 'b'].map((id) => newRow({ id, title: 'Fone' })) })] }],
    [
      'name a section',
      {
        sections: ['A', ''].map((title) =>
          newSection({ title, rows: [newRow({ id: `i${title}`, title: `t${title}` })] }),
        ),
      },
    ],
    ['merge sections', { sections: ['a', 'b'].map((id) => newSection({ rows: [newRow({ id, title: id })] })) }],
    ['take a titled section away', { sections: [newSection({ title: 'A', rows: [] }), newSection({ title: 'B' })] }],
    ['touch the spaces of an ID', { sections: [newSection({ rows: [newRow({ id: 'a ', title: 'Um' })] })] }],
  ])('does not %s: that is for a person to press', (_what, more) => {
    const draft = newDraft({ body: 'a', button: 'b', ...more })
    expect(checkDraft(draft).some(({ fix }) => fix !== undefined)).toBe(true)
    expect(fixAll(draft).applied).toEqual([])
  })

  it('leaves one section of several that hold nothing', () => {
    const draft = newDraft({ sections: [newSection(), newSection({ rows: [] })] })
    expect(fixAll(draft).draft.sections.length).toBeGreaterThan(0)
  })

  it('clears a title of spaces also where it is required only until an empty section is gone', () => {
    const spaces = newSection({ title: '  ', rows: [newRow({ id: 'a', title: 'Um' })] })
    const { draft } = fixAll(newDraft({ sections: [newSection(), spaces] }))
    expect(draft.sections.map(({ title }) => title)).toEqual([''])
  })

  it('leaves nothing safe to do: done again it changes nothing', () => {
    fc.assert(
      fc.property(wildDraft, (made) => {
        const { draft } = fixAll(made)
        expect(checkDraft(draft).filter((finding) => isSafeFix(draft, finding))).toEqual([])
        const again = fixAll(draft)
        expect(again.draft).toBe(draft)
        expect(again.applied).toEqual([])
      }),
    )
  })

  it('never adds a problem, and does all that it says', () => {
    fc.assert(
      fc.property(wildDraft, (made) => {
        const { draft, applied } = fixAll(made)
        expect(draft === made).toBe(applied.length === 0)
        expect(findProblems(draft).length).toBeLessThanOrEqual(findProblems(made).length)
      }),
    )
  })

  it('loses no word that a person wrote', () => {
    // IDs may get a number; broken characters and spaces are no words.
    const words = (draft: ListDraft) =>
      [
        draft.header,
        draft.body,
        draft.footer,
        draft.button,
        ...draft.sections.flatMap(({ title, rows }) => [title, ...rows.flatMap((row) => [row.title, row.description])]),
      ]
        .join(' ')
        .replace(/[\0\p{Surrogate}]/gu, '')
        .split(/\s+/)
        .filter((word) => word && word !== '·')
    fc.assert(
      fc.property(wildDraft, (made) => {
        expect(words(fixAll(made).draft)).toEqual(words(made))
      }),
    )
  })
})
