import { describe, expect, it } from 'vitest'
import { toParts } from './library-import'
import { messageToDraft } from './list-draft'
import { readyLists } from './ready-lists'
import { LIBRARY_LIMITS, libraryHead, readLibraryFile } from './template-library-file'

const at = '2026-11-22T12:00:00.000Z'
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [menu] = readyLists('pt-BR')
const draft = messageToDraft(menu?.message ?? { body: '', button: '', sections: [] })
const entry = (n: number, more: object = {}) => ({
  id: id(n),
  name: `Lista ${n}`,
  tags: ['Loja'],
  draft,
  createdAt: at,
  createdBy: 'Ana',
  changedAt: at,
  changedBy: null,
  archivedAt: null,
  sentRowIds: [],
  ...more,
})
const file = (lists: unknown, head: object = libraryHead(at)) => readLibraryFile(JSON.stringify({ ...head, lists }))

describe("a library's file", () => {
  it('is read as it was written', () => {
    expect(file([entry(1), entry(2)])).toEqual({ ok: true, entries: [entry(1), entry(2)], bad: [], exportedAt: at })
  })

  it('may begin with the mark that some editors put before a text', () => {
    expect(readLibraryFile(`\ufeff${JSON.stringify({ ...libraryHead(at), lists: [entry(1)] })}`)).toMatchObject({
      ok: true,
    })
  })

  it.each([
    ['nothing', '  ', { code: 'empty' }],
    ['broken JSON, and where', '{\n  "format": listazap', { code: 'json', line: 2, column: 13 }],
    ['some other JSON', '{"lists": []}', { code: 'notLibrary' }],
    ['a list of lists', '[]', { code: 'notLibrary' }],
  ])('is told from %s', (_, text, expected) => {
    expect(readLibraryFile(text)).toEqual({ ok: false, ...expected })
  })

  it('of a version to come is not guessed at', () => {
    expect(file([], { ...libraryHead(at), version: 2 })).toEqual({ ok: false, code: 'newerVersion' })
  })

  it('has its limits', () => {
    expect(file(Array.from({ length: LIBRARY_LIMITS.lists + 1 }, () => 0))).toEqual({ ok: false, code: 'tooMany' })
  })

  it.each([
    ['a text instead of a list', 'x', '', 'wrongType'],
    ['no draft', entry(2, { draft: undefined }), '.draft', 'missing'],
    ['a number for a title', entry(2, { draft: { ...draft, header: 3 } }), '.draft.header', 'wrongType'],
    ['a name that is too long', entry(2, { name: 'a'.repeat(121) }), '.name', 'tooLong'],
    ['eleven tags', entry(2, { tags: 'abcdefghijk'.split('') }), '.tags', 'tooMany'],
    ['an id that is none', entry(2, { id: '7' }), '.id', 'invalid'],
    ['no moment', entry(2, { changedAt: 'ontem' }), '.changedAt', 'invalid'],
    ['an id that was there before', entry(1), '.id', 'duplicateId'],
  ])('tells %s by its place and goes on', (_, bad, place, code) => {
    const read = file([entry(1), bad, entry(3)])
    expect(read).toMatchObject({ ok: true, bad: [{ place: `lists[1]${place}`, code }] })
    expect(read.ok && read.entries.map(({ name }) => name)).toEqual(['Lista 1', 'Lista 3'])
  })

  it('leads to the very row', () => {
    const [section] = draft.sections
    const rows = [section?.rows[0], { ...section?.rows[1], title: null }]
    const read = file([entry(1, { draft: { ...draft, sections: [{ ...section, rows }] } })])
    expect(read).toMatchObject({ bad: [{ place: 'lists[0].draft.sections[0].rows[1].title', name: 'Lista 1' }] })
  })

  it('may come without keys, or with one twice: each section and row gets its own', () => {
    const row = { id: 'a', title: 'A', description: '' }
    const sections = [
      { title: 'S', rows: [row, { ...row, key: 'k' }] },
      { key: 'k', title: 'T', rows: [row] },
    ]
    const read = file([entry(1, { draft: { ...draft, sections } })])
    const made = read.ok ? (read.entries[0]?.draft.sections ?? []) : []
    const keys = made.flatMap((section) => [section.key, ...section.rows.map(({ key }) => key)])
    expect(keys).toHaveLength(5)
    expect(new Set(keys).size).toBe(5)
  })
})

describe('parts for the server', () => {
  it('hold all, in order, and none too much', () => {
    const items = Array.from({ length: 250 }, (_, i) => ({ i, text: 'x'.repeat(i % 7 === 0 ? 50_000 : 10) }))
    const parts = toParts(items)
    expect(parts.flat()).toEqual(items)
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(100)
      expect(JSON.stringify(part).length).toBeLessThan(400_000)
    }
  })

  it('are none of nothing, and one of something huge', () => {
    expect(toParts([])).toEqual([])
    expect(toParts(['x'.repeat(900_000)])).toHaveLength(1)
  })
})
