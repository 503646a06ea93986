/** What should have stood where a JSON text breaks. */
export type JsonExpected =
  | 'value'
  | 'key'
  | 'quotedKey'
  | 'doubleQuotes'
  | 'colon'
  | 'commaOrBrace'
  | 'commaOrBracket'
  | 'noTrailingComma'
  | 'noComment'
  | 'closingQuote'
  | 'escape'
  | 'end'
  | 'lessDeep'

export type JsonPath = (string | number)[]

/**
 * Where a text stops being JSON. `at` is an index in it, `path` the value being read there, and `found` what stands
 * there, shortened; empty at the text's end.
 */
export type JsonProblem = { at: number; path: JsonPath; expected: JsonExpected; found: string }

export type JsonText =
  | {
      ok: true
      value: unknown
      /** Where the value of a path stands; for a path that is not in the text, the nearest one around it. */
      placeOf: (path: JsonPath) => number
      /** Keys that an object has twice; the last one counts, as everywhere. */
      repeated: JsonPath[]
    }
  | { ok: false; problem: JsonProblem }

const DEPTH = 100
const LITERALS: Record<string, unknown> = { true: true, false: false, null: null }

// Spaces that web pages and chats put where a space was: they look like one, so they count as one.
const SPACE = /[\s\u200b\u2060]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /[\p{L}\p{N}_$.+-]+/uy
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y
const OTHER_QUOTES = "'`‘’“”„«»"

class Broken extends Error {
  constructor(readonly problem: JsonProblem) {
    super(problem.expected)
  }
}

const pathKey = (path: JsonPath) => JSON.stringify(path)

/**
 * Reads JSON as JSON.parse does, and beyond it knows the place of each value, keys that are there twice, and for a
 * broken text the place and what was expected there: messages of JSON.parse differ between browsers and name neither.
 */
export function readJson(text: string): JsonText {
  const places = new Map<string, number>()
  const repeated: JsonPath[] = []
  const path: JsonPath = []
  let at = 0

  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0] ?? ''
  }
  const found = (from: number): string => {
    const char = text[from] ?? ''
    if (char === '"') return text.slice(from, from + 24).split('\n')[0] ?? char
    WORD.lastIndex = from
    return WORD.exec(text)?.[0].slice(0, 24) ?? String.fromCodePoint(text.codePointAt(from) ?? 32).trim()
  }
  const fail = (expected: JsonExpected, place = at): never => {
    throw new Broken({ at: place, path: [...path], expected, found: found(place) })
  }
  const space = () => {
    at += match(SPACE).length
    if (text.startsWith('//', at) || text.startsWith('/*', at)) fail('noComment')
  }

  const readString = (): string => {
    const start = at
    at += 1
    while (text[at] !== '"') {
      const char = text[at]
      if (char === undefined || char === '\n' || char === '\r') fail('closingQuote')
      if (char === '\\') {
        const escaped = match(ESCAPE)
        if (!escaped) fail('escape')
        at += escaped.length
      } else {
        if (char && char < ' ') fail('escape')
        at += 1
      }
    }
    at += 1
    return JSON.parse(text.slice(start, at)) as string
  }

  /** The parts of an object or array up to its closing sign; `read` takes one of them. */
  const readParts = (close: '}' | ']', separator: JsonExpected, read: () => void) => {
    if (path.length >= DEPTH) fail('lessDeep')
    at += 1
    space()
    if (text[at] === close) {
      at += 1
      return
    }
    for (;;) {
      read()
      space()
      if (text[at] === close) break
      if (text[at] !== ',') fail(separator)
      const comma = at
      at += 1
      space()
      if (text[at] === close) fail('noTrailingComma', comma)
    }
    at += 1
  }

  const readObject = (): unknown => {
    const entries = new Map<string, unknown>()
    readParts('}', 'commaOrBrace', () => {
      const char = text[at] ?? ''
      if (char !== '"') {
        if (OTHER_QUOTES.includes(char) && char) fail('doubleQuotes')
        fail(/[\p{L}_$]/u.test(char) ? 'quotedKey' : 'key')
      }
      const key = readString()
      path.push(key)
      space()
      if (text[at] !== ':') fail('colon')
      at += 1
      if (entries.has(key)) repeated.push([...path])
      entries.set(key, readValue())
      path.pop()
    })
    // Defines even __proto__ as a key like any other.
    return Object.fromEntries(entries)
  }

  const readArray = (): unknown => {
    const items: unknown[] = []
    readParts(']', 'commaOrBracket', () => {
      path.push(items.length)
      items.push(readValue())
      path.pop()
    })
    return items
  }

  const readValue = (): unknown => {
    space()
    places.set(pathKey(path), at)
    const char = text[at] ?? ''
    if (char === '{') return readObject()
    if (char === '[') return readArray()
    if (char === '"') return readString()
    const word = match(WORD)
    if (Object.hasOwn(LITERALS, word)) {
      at += word.length
      return LITERALS[word]
    }
    if (char && OTHER_QUOTES.includes(char)) fail('doubleQuotes')
    if (!word || match(NUMBER) !== word) fail('value')
    at += word.length
    return Number(word)
  }

  try {
    const value = readValue()
    space()
    if (at < text.length) fail('end')
    const placeOf = (wanted: JsonPath) => {
      for (let length = wanted.length; length > 0; length--) {
        const place = places.get(pathKey(wanted.slice(0, length)))
        if (place !== undefined) return place
      }
      return places.get(pathKey([])) ?? 0
    }
    return { ok: true, value, placeOf, repeated }
  } catch (error) {
    if (error instanceof Broken) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Line and column of an index, both from 1; columns count UTF-16 units, as text fields do. */
export function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
