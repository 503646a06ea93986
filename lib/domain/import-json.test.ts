import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonPath, lineAndColumn, readJson } from './import-json'

function broken(text: string) {
  const read = readJson(text)
  if (read.ok) throw new Error(`read as ${JSON.stringify(read.value)}`)
  const { at, path, expected, found } = read.problem
  return { expected, found, path, ...lineAndColumn(text, at) }
}

describe('reading JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space)
        expect(readJson(text)).toMatchObject({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  it('refuses what JSON.parse refuses, and says where', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', ',', '}', ']', ':', '\\', 'x', '0', '\n'),
        (json, n, put) => {
          const at = n % (json.length + 1)
          const text = json.slice(0, at) + put + json.slice(at + 1)
          let isJson = true
          try {
            JSON.parse(text)
          } catch {
            isJson = false
          }
          const read = readJson(text)
          expect(read.ok).toBe(isJson)
          if (!read.ok) expect(read.problem.at).toBeLessThanOrEqual(text.length)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('takes the spaces that pages and chats put in place of spaces', () => {
    expect(readJson('\ufeff{\u00a0"a":\u2003[1,\u200b 2] }')).toMatchObject({ ok: true, value: { a: [1, 2] } })
  })

  it('holds a key named __proto__ as any other', () => {
    const read = readJson('{"__proto__": {"a": 1}}')
    expect(read.ok && Object.keys(read.value as object)).toEqual(['__proto__'])
  })

  it('tells keys that are there twice, of which the last one counts', () => {
    expect(readJson('{"a": 1, "b": [{"c": 1, "c": 2}], "a": 3}')).toMatchObject({
      value: { a: 3, b: [{ c: 2 }] },
      repeated: [['b', 0, 'c'], ['a']],
    })
  })

  it('knows the place of a value, or of the nearest one around it', () => {
    const text = '{\n  "a": [10,\n    {"b": true}]\n}'
    const read = readJson(text)
    const placeOf = (path: JsonPath) => read.ok && lineAndColumn(text, read.placeOf(path))
    expect(placeOf(['a', 1, 'b'])).toEqual({ line: 3, column: 11 })
    expect(placeOf(['a', 1, 'gone', 4])).toEqual({ line: 3, column: 5 })
    expect(placeOf(['gone'])).toEqual({ line: 1, column: 1 })
  })

  it.each([
    ['a comma that is missing between keys', '{\n  "to": "55"\n  "type": 1\n}', 'commaOrBrace', '"type": 1', 3, 3],
    ['a comma that is missing between items', '["a" "b"]', 'commaOrBracket', '"b"]', 1, 6],
    ['a comma before the end', '{"a": [1, 2,\n]}', 'noTrailingComma', ',', 1, 12],
    ['a colon that is missing', '{"a" 1}', 'colon', '1', 1, 6],
    ['a key without quotes', '{ to: "55" }', 'quotedKey', 'to', 1, 3],
    ['single quotes', "{ 'to': 1 }", 'doubleQuotes', "'", 1, 3],
    ['curly quotes around a value', '{ "to": “55” }', 'doubleQuotes', '“', 1, 9],
    ['a value that is missing', '{ "to": }', 'value', '}', 1, 9],
    ['a word that is no value', '{ "to": phone }', 'value', 'phone', 1, 9],
    ["Python's None", '[None]', 'value', 'None', 1, 2],
    ['a key that is missing', '{ 12: 1 }', 'key', '12', 1, 3],
    ['a text that goes on over the line', '{ "body": "Oi\n tudo" }', 'closingQuote', '', 1, 14],
    ['a text that never ends', '["Oi', 'closingQuote', '', 1, 5],
    ['a lone backslash', '["C:\\dados"]', 'escape', '\\', 1, 5],
    ['a tab inside a text', '["a\tb"]', 'escape', '', 1, 4],
    ['a comment', '{\n // quem recebe\n "to": 1 }', 'noComment', '/', 2, 2],
    ['an end that is missing', '{ "a": { "b": 1 }', 'commaOrBrace', '', 1, 18],
    ['more after the end', '{} {}', 'end', '{', 1, 4],
    ['depth without end', '['.repeat(200), 'lessDeep', '[', 1, 101],
  ])('says where and what was expected: %s', (_, text, expected, found, line, column) => {
    expect(broken(text)).toMatchObject({ expected, found, line, column })
  })

  it('says in which value it broke', () => {
    expect(broken('{"action": {"sections": [{"rows": [{"id": "a"}, {"id": x}]}]}}').path).toEqual([
      'action',
      'sections',
      0,
      'rows',
      1,
      'id',
    ])
  })

  it('counts lines whatever ends them', () => {
    expect(lineAndColumn('a\r\nb\rc\nd', 7)).toEqual({ line: 4, column: 1 })
  })
})
