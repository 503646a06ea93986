import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildDraft } from '@/lib/testing/wild-draft'
import { type ListDraft, listDraftSchema, newDraft, newRow, newSection } from './list-draft'
import type { Finding, FixId, RuleId } from './list-finding'
import { applyFix } from './list-fixes'
import { checkDraft } from './list-rules'

type RowTexts = { id?: string; title: string; description?: string }
const section = (title: string, ...rows: RowTexts[]) =>
  newSection({ title, rows: rows.map((row, r) => newRow({ id: `${title}_${r}`, ...row })) })
const draftOf = (...sections: ListDraft['sections']) => newDraft({ body: 'Escolha', button: 'Ver', sections })
const oneRow = (row: RowTexts) => draftOf(section('S', row))

const findingOf = (draft: ListDraft, code: RuleId, at?: string): Finding => {
  const found = checkDraft(draft).find((finding) => finding.code === code && (!at || finding.path.join('.') === at))
  if (!found) throw new Error(`No finding ${code} at ${at}`)
  return found
}

/** Which fix is offered for the first finding of that rule, and the draft that it leaves. */
const repaired = (draft: ListDraft, code: RuleId, at?: string): [FixId | undefined, ListDraft] => {
  const finding = findingOf(draft, code, at)
  return [finding.fix, applyFix(draft, finding)]
}
const titles = (draft: ListDraft) => draft.sections.map(({ title }) => title)
const rowTexts = (draft: ListDraft) =>
  draft.sections.flatMap(({ rows }) => rows.map(({ id, title, description }) => ({ id, title, description })))

describe('a text that is too long', () => {
  it('is cut at a word', () => {
    const [fix, draft] = repaired({ ...oneRow({ title: 'Um' }), button: 'Ver todas as opções disponíveis' }, 'tooLong')
    expect(fix).toBe('cut')
    expect(draft.button).toBe('Ver todas as opções')
  })

  it('only by the spaces around it loses just these', () => {
    const [fix, draft] = repaired({ ...oneRow({ title: 'Um' }), button: `Ver${' '.repeat(20)}` }, 'tooLong')
    expect([fix, draft.button]).toEqual(['trim', 'Ver'])
  })

  it('as a row title moves its last words to an empty description', () => {
    const [fix, draft] = repaired(oneRow({ title: 'Smartphone X de 128 GB azul' }), 'tooLong')
    expect(fix).toBe('moveOverflow')
    expect(rowTexts(draft)).toEqual([{ id: 'S_0', title: 'Smartphone X de 128 GB', description: 'azul' }])
  })

  it('as a row title moves its last words before what the description says', () => {
    const row = { title: 'Smartphone X de 128 GB azul', description: 'R$ 1.999,00' }
    const [, draft] = repaired(oneRow(row), 'tooLong')
    expect(rowTexts(draft)[0]?.description).toBe('azul · R$ 1.999,00')
  })

  it.each<[string, RowTexts]>([
    ['the description has no room', { title: 'Smartphone X de 128 GB azul', description: 'x'.repeat(66) }],
    ['the title has no space', { title: 'Otorrinolaringologistasespecialistas' }],
  ])('as a row title is cut where %s', (_why, row) => {
    const [fix, draft] = repaired(oneRow(row), 'tooLong')
    expect(fix).toBe('cut')
    expect(rowTexts(draft)[0]?.title.length).toBeLessThanOrEqual(24)
    expect(rowTexts(draft)[0]?.description).toBe(row.description ?? '')
  })

  it('as an ID is cut, and stays unique', () => {
    const id = 'x'.repeat(200)
    const draft = draftOf(section('S', { id, title: 'Um' }, { id: `${id}y`, title: 'Dois' }))
    const [fix, cut] = repaired(draft, 'tooLong')
    expect(fix).toBe('cut')
    expect(rowTexts(cut)[1]?.id).toBe(`${'x'.repeat(198)}_2`)
  })
})

describe('an ID', () => {
  it('that is missing is made from the title', () => {
    const [fix, draft] = repaired(oneRow({ id: ' ', title: 'Opção única' }), 'required')
    expect([fix, rowTexts(draft)[0]?.id]).toEqual(['makeId', 'opcao_unica'])
  })

  it('that is there twice gets a number in the lower row', () => {
    const draft = draftOf(section('A', { id: 'a', title: 'Um' }), section('B', { id: 'a', title: 'Dois' }))
    const [fix, unique] = repaired(draft, 'duplicateRowId')
    expect([fix, rowTexts(unique).map(({ id }) => id)]).toEqual(['makeIdUnique', ['a', 'a_2']])
  })

  it('that loses its spaces stays unique', () => {
    const draft = draftOf(section('S', { id: 'a', title: 'Um' }, { id: ' a', title: 'Dois' }))
    const [fix, trimmed] = repaired(draft, 'edgeSpaces')
    expect([fix, rowTexts(trimmed).map(({ id }) => id)]).toEqual(['trim', ['a', 'a_2']])
  })

  it('cannot be made for a row without a title', () => {
    expect(findingOf(oneRow({ id: '', title: '', description: 'x' }), 'required', 'sections.0.rows.0.id').fix).toBe(
      undefined,
    )
  })
})

describe('a text', () => {
  it.each<[string, string, RuleId, FixId, string]>([
    ['loses the spaces around it', '  Oi ', 'edgeSpaces', 'trim', 'Oi'],
    ['of spaces alone is emptied', ' \n ', 'onlySpaces', 'clear', ''],
    ['of several lines becomes one', 'a \r\n\n b\nc', 'lineBreak', 'joinLines', 'a b c'],
    ['keeps its words when its marks go', '1. *a _b_* ~c~ ```d```', 'marks', 'dropMarks', '1. a b c d'],
    ['loses marks that others had hidden', '*`*a*`*', 'marks', 'dropMarks', 'a'],
    ['loses what no phone can show', 'a\0b\ud83dc', 'invalid', 'dropBroken', 'abc'],
  ])('%s', (_what, header, code, fix, left) => {
    const [offered, draft] = repaired({ ...oneRow({ title: 'Um' }), header }, code)
    expect([offered, draft.header]).toEqual([fix, left])
  })
})

describe('a repeated row title', () => {
  it('gets the first free number', () => {
    const draft = draftOf(section('S', { title: 'Fone' }, { title: 'fone 2' }, { title: 'Fone' }))
    const [fix, numbered] = repaired(draft, 'equalTitles')
    expect([fix, rowTexts(numbered).map(({ title }) => title)]).toEqual(['numberTitle', ['Fone', 'fone 2', 'Fone 3']])
  })

  it('is cut at a word where the number needs its room', () => {
    const title = 'Consulta de boletos novo'
    const [, numbered] = repaired(draftOf(section('S', { title }, { title })), 'equalTitles')
    expect(rowTexts(numbered)[1]?.title).toBe('Consulta de boletos 2')
  })

  it('that is too long is cut or moved first', () => {
    const title = 'Otorrinolaringologistasespecialistas'
    expect(findingOf(draftOf(section('S', { title }, { title })), 'equalTitles').fix).toBe(undefined)
  })
})

describe('a missing section title', () => {
  const untitled = draftOf(section('Opções 2', { title: 'Um' }), section('', { title: 'Dois' }))

  it('is made up, unlike any other, in the words that are given', () => {
    const [fix, named] = repaired(untitled, 'sectionTitleRequired')
    expect([fix, titles(named)]).toEqual(['nameSection', ['Opções 2', 'Opções 3']])
    const finding = findingOf(untitled, 'sectionTitleRequired')
    expect(titles(applyFix(untitled, finding, { section: 'Options' }))).toEqual(['Opções 2', 'Options 2'])
  })

  it('is not needed where all lack one and become one', () => {
    const draft = draftOf(section('', { id: 'a', title: 'Um' }), section(' ', { id: 'b', title: 'Dois' }))
    const [fix, merged] = repaired(draft, 'sectionTitleRequired')
    expect([fix, merged.sections.length]).toEqual(['mergeSections', 1])
    expect(rowTexts(merged).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(merged.sections[0]?.key).toBe(draft.sections[0]?.key)
  })

  it('is not made up for a section that holds nothing: it goes', () => {
    const [fix, left] = repaired(draftOf(section('A', { title: 'Um' }), newSection()), 'sectionTitleRequired')
    expect([fix, titles(left)]).toEqual(['dropSection', ['A']])
  })
})

describe('sections', () => {
  it('past the tenth are merged into it', () => {
    const draft = draftOf(...Array.from({ length: 12 }, (_, s) => section(`S${s}`, { title: `Opção ${s}` })))
    const [fix, merged] = repaired(draft, 'tooManySections')
    expect([fix, merged.sections.length]).toEqual(['mergeSections', 10])
    expect(merged.sections[9]?.rows.map(({ title }) => title)).toEqual(['Opção 9', 'Opção 10', 'Opção 11'])
    expect(rowTexts(merged)).toEqual(rowTexts(draft))
  })

  it('without rows go, but for the last one', () => {
    const [fix, left] = repaired(draftOf(section('A', { title: 'Um' }), section('B')), 'noRows')
    expect([fix, titles(left)]).toEqual(['dropSection', ['A']])
    expect(findingOf(draftOf(section('A')), 'noRows').fix).toBe(undefined)
  })
})

describe('a row without any text', () => {
  it('goes where another is beside it', () => {
    const draft = draftOf(section('A', { title: 'Um' }, { id: '', title: '' }))
    const [fix, left] = repaired(draft, 'required', 'sections.0.rows.1.title')
    expect([fix, rowTexts(left).length]).toEqual(['dropRow', 1])
  })

  it('stays as the place to type where it is the only one', () => {
    expect(findingOf(draftOf(newSection()), 'required', 'sections.0.rows.0.title').fix).toBe(undefined)
    expect(findingOf(draftOf(section('A', { title: 'Um' }), newSection({ title: 'B' })), 'required').fix).toBe(
      undefined,
    )
  })
})

describe('a fix', () => {
  const count = (draft: ListDraft, code: RuleId) => checkDraft(draft).filter((finding) => finding.code === code).length

  it('leaves fewer findings of its rule, a draft of the right shape, and what it was given as it was', () => {
    fc.assert(
      fc.property(wildDraft, (draft) => {
        const before = structuredClone(draft)
        for (const finding of checkDraft(draft)) {
          const fixed = applyFix(draft, finding)
          if (finding.fix) expect(count(fixed, finding.code)).toBeLessThan(count(draft, finding.code))
          else expect(fixed).toBe(draft)
          expect(listDraftSchema.safeParse(fixed).success).toBe(true)
        }
        expect(draft).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })

  it('of a finding that is no longer true changes nothing', () => {
    const soundDraft = draftOf(section('A', { title: 'Um' }, { title: 'Dois' }), section('B', { title: 'Três' }))
    fc.assert(
      fc.property(wildDraft, (draft) => {
        for (const finding of checkDraft(draft)) expect(applyFix(soundDraft, finding)).toBe(soundDraft)
      }),
    )
  })
})
