import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListDraft, newDraft, newRow, newSection, parseDraftAsMessage } from './list-draft'
import { countRows, findProblems, problemKey, roomForRows } from './list-problems'

const sound = (more: Partial<ListDraft> = {}): ListDraft =>
  newDraft({ body: 'a', button: 'b', sections: [newSection({ rows: [newRow({ id: '1', title: 'c' })] })], ...more })

describe('the problems of a draft', () => {
  it('are none where it can be sent', () => {
    expect(findProblems(sound())).toEqual([])
  })

  it('of an empty one are its missing texts, in the order of the form', () => {
    expect(findProblems(newDraft()).map(({ code, path }) => `${problemKey(path)} ${code}`)).toEqual([
      'body required',
      'button required',
      'sections.0.rows.0.title required',
      'sections.0.rows.0.id required',
    ])
  })

  it('say by how much a text is too long, in UTF-16 units', () => {
    expect(findProblems(sound({ header: '👋'.repeat(31) }))).toEqual([
      { code: 'tooLong', severity: 'blocks', path: ['header'], params: { max: 60, over: 2 }, fix: 'cut' },
    ])
    const title = newSection({ title: 'x'.repeat(30), rows: [newRow({ id: '1', title: 'c' })] })
    expect(findProblems(sound({ sections: [title] }))).toEqual([
      { code: 'tooLong', severity: 'blocks', path: ['sections', 0, 'title'], params: { max: 24, over: 6 }, fix: 'cut' },
    ])
  })

  it('name the id that is there twice, at the second row', () => {
    const rows = [newRow({ id: 'a', title: 'c' }), newRow({ id: 'a', title: 'd' })]
    expect(findProblems(sound({ sections: [newSection({ rows })] }))).toEqual([
      expect.objectContaining({ code: 'duplicateRowId', path: ['sections', 0, 'rows', 1, 'id'], params: { id: 'a' } }),
    ])
  })

  it('count rows over all sections', () => {
    const sections = [0, 1].map((s) =>
      newSection({ title: `${s}`, rows: Array.from({ length: 6 }, (_, r) => newRow({ id: `${s}${r}`, title: 'c' })) }),
    )
    expect(findProblems(sound({ sections }))).toEqual([
      { code: 'tooManyRows', severity: 'blocks', path: ['sections'], params: { max: 10, total: 12 } },
    ])
    expect(countRows({ sections })).toBe(12)
    expect(roomForRows(sound({ sections }))).toBe(0)
  })

  it('tell empty sections and none at all apart', () => {
    expect(findProblems(sound({ sections: [] })).map(({ code }) => code)).toEqual(['noSections'])
    expect(findProblems(sound({ sections: [newSection({ rows: [] })] })).map(({ code }) => code)).toEqual(['noRows'])
    const many = Array.from({ length: 11 }, (_, i) =>
      newSection({ title: `${i}`, rows: [newRow({ id: `${i}`, title: 'c' })] }),
    )
    expect(findProblems(sound({ sections: many })).map(({ code }) => code)).toEqual(['tooManySections', 'tooManyRows'])
  })

  it('are not the warnings', () => {
    expect(findProblems(sound({ button: ' 👀 ' }))).toEqual([])
  })

  it('are told for whatever the schema refuses, and only then', () => {
    const text = fc.oneof(fc.constantFrom('', ' ', 'a', 'x'.repeat(30)), fc.string({ unit: 'binary' }))
    const row = fc.record({ id: text, title: text, description: text }).map(newRow)
    const section = fc.record({ title: text, rows: fc.array(row, { maxLength: 6 }) }).map(newSection)
    const draft = fc.record({
      header: text,
      body: text,
      footer: text,
      button: text,
      sections: fc.array(section, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(draft, (made) => {
        const problems = findProblems(made)
        expect(problems.length === 0).toBe(parseDraftAsMessage(made).success)
        for (const { code } of problems) expect(code).toMatch(/^[a-zA-Z]+$/)
      }),
    )
  })
})
