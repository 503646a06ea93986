/** A word of a command, and where each of its UTF-16 units stands in the command. */
type Word = { text: string; offsets: number[] }

export type CurlBody = {
  /** What the request carries: JSON, or a form's fields. */
  body: Word
  /** Whether a header or an option gives away who sends. */
  hasToken: boolean
}
export type CurlProblem = { code: 'curlNoBody' | 'curlFile' | 'curlQuote'; at: number; found: string }

const COMMAND = /^[ \t]*(?:[$>%] ?|PS [^>\n]*> ?)?curl(?:\.exe)?(?=[\s\\^`])/im
const HEREDOC = /<<-?[ \t]*(['"]?)([A-Za-z_]\w*)\1[^\n]*\n/
const STANDARD_INPUT = /[\s='"]@-['"]?\s/
const ANSI_C: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', e: '\x1b' }

const LINE_GOES_ON = /[\\`^][ \t]*(?:\r?\n|$)/y
const SLASHES = /(\\+)"/y

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A caret at a line's end or before a quote is cmd's, unless it stands in single quotes, which cmd does not know. */
function isForCmd(command: string): boolean {
  const caret = command.search(/\^[ \t]*\r?\n|\^"/)
  const single = command.indexOf("'")
  return caret >= 0 && (single < 0 || caret < single)
}

/** Whether a pasted text is a curl command rather than JSON. */
export const isCurl = (text: string): boolean => !/^\s*[[{"]/.test(text) && COMMAND.test(text)

/** What a curl command posts, as a POSIX shell or Windows' cmd would hand it over. Nothing in it is run or expanded. */
export function readCurl(text: string): ({ ok: true } & CurlBody) | { ok: false; problem: CurlProblem } {
  const start = COMMAND.exec(text)?.index ?? 0
  const heredoc = STANDARD_INPUT.test(text) ? HEREDOC.exec(text) : null
  const command = heredoc ? text.slice(0, heredoc.index) : text
  const words = isForCmd(command) ? cmdWords(command, start) : shellWords(command, start)
  if ('code' in words) return { ok: false, problem: words }

  const parts: Word[] = []
  let isForm = true
  let hasToken = false
  for (let i = 1; i < words.length; i++) {
    const word = words[i]
    if (!word) break
    // The next command of a longer script.
    if (/^curl(\.exe)?$/i.test(word.text)) break
    const option = dataOption(word)
    if (!option) {
      hasToken ||= /^(authorization|apikey|api-key|x-api-key)\s*:/i.test(word.text) || /^(-u|--user)$/.test(word.text)
      continue
    }
    if (option.name === 'json') isForm = false
    const value = option.value ?? words[i + 1]
    if (!option.value) i += 1
    if (!value) break
    if (value.text.startsWith('@') && option.name !== 'raw') {
      if (value.text !== '@-' || !heredoc) {
        return { ok: false, problem: { code: 'curlFile', at: value.offsets[0] ?? 0, found: value.text.slice(1) } }
      }
      parts.push(heredocBody(text, heredoc.index + heredoc[0].length, heredoc[2] ?? ''))
    } else {
      parts.push(value)
    }
  }
  const [first, ...rest] = parts
  if (!first) return { ok: false, problem: { code: 'curlNoBody', at: start, found: '' } }
  return { ok: true, body: rest.reduce((all, part) => join(all, part, isForm ? '&' : ''), first), hasToken }
}

const join = (a: Word, b: Word, by: string): Word => ({
  text: a.text + by + b.text,
  offsets: [...a.offsets, ...Array.from(by, () => b.offsets[0] ?? 0), ...b.offsets],
})

const sliceWord = (word: Word, from: number): Word => ({
  text: word.text.slice(from),
  offsets: word.offsets.slice(from),
})

/** `-d`, `--data-raw` and their like; `value` where it hangs on the option itself. */
function dataOption(word: Word): { name: 'data' | 'raw' | 'json'; value?: Word } | null {
  const long = /^--(data(?:-raw|-binary|-ascii|-urlencode)?|json)(=)?/.exec(word.text)
  if (long) {
    if (!long[2] && long[0].length < word.text.length) return null
    const name = long[1] === 'json' ? 'json' : long[1] === 'data-raw' ? 'raw' : 'data'
    return { name, ...(long[2] && { value: sliceWord(word, long[0].length) }) }
  }
  const short = /^-[sSkLgifvN]*d/.exec(word.text)
  if (!short) return null
  return { name: 'data', ...(short[0].length < word.text.length && { value: sliceWord(word, short[0].length) }) }
}

function heredocBody(text: string, from: number, delimiter: string): Word {
  const end = new RegExp(`^[ \\t]*${delimiter}[ \\t]*$`, 'm').exec(text.slice(from))
  const body = text.slice(from, end ? from + end.index : undefined)
  return {
    text: body,
    offsets: Array.from({ length: body.length }, (_, i) => from + i),
  }
}

/** Collects words unit by unit. */
function collector() {
  const words: Word[] = []
  let open: Word | null = null
  return {
    words,
    begin: () => {
      open ??= { text: '', offsets: [] }
    },
    add: (chars: string, at: number) => {
      open ??= { text: '', offsets: [] }
      open.text += chars
      for (let i = 0; i < chars.length; i++) open.offsets.push(at)
    },
    end: () => {
      if (open) words.push(open)
      open = null
    },
  }
}

/** bash, zsh and sh: '…', "…", $'…', and lines that go on after a backslash (or PowerShell's backtick). */
function shellWords(text: string, from: number): Word[] | CurlProblem {
  const { words, begin, add, end } = collector()
  let at = from
  const lineGoesOn = () => matchAt(LINE_GOES_ON, text, at)?.[0].length ?? 0

  while (at < text.length) {
    const char = text[at] ?? ''
    const skipped = lineGoesOn()
    if (skipped) {
      at += skipped
    } else if (/\s/.test(char)) {
      end()
      at += 1
    } else if (char === "'" || text.startsWith("$'", at)) {
      const isAnsi = char === '$'
      const opened = at
      at += isAnsi ? 2 : 1
      begin()
      while (text[at] !== "'") {
        if (at >= text.length) return { code: 'curlQuote', at: opened, found: isAnsi ? "$'" : "'" }
        const escaped = isAnsi && text[at] === '\\' ? ansiEscape(text, at) : null
        add(escaped?.text ?? text[at] ?? '', at)
        at += escaped?.length ?? 1
      }
      at += 1
    } else if (char === '"') {
      const opened = at
      at += 1
      begin()
      while (text[at] !== '"') {
        if (at >= text.length) return { code: 'curlQuote', at: opened, found: '"' }
        const next = text[at] === '\\' ? /^\\(\r?\n|["\\$`])/.exec(text.slice(at, at + 3))?.[1] : undefined
        if (next === undefined) add(text[at] ?? '', at)
        else if (!next.endsWith('\n')) add(next, at)
        at += next === undefined ? 1 : 1 + next.length
      }
      at += 1
    } else {
      const isEscape = char === '\\' && at + 1 < text.length
      add(isEscape ? (text[at + 1] ?? '') : char, at)
      at += isEscape ? 2 : 1
    }
  }
  end()
  return words
}

function ansiEscape(text: string, at: number): { text: string; length: number } {
  const [whole = '\\', code] =
    /^\\(u[\da-f]{1,4}|U[\da-f]{1,8}|x[\da-f]{1,2}|[0-7]{1,3}|.)/is.exec(text.slice(at, at + 10)) ?? []
  if (!code) return { text: whole, length: whole.length }
  const digits = /^[uUx]([\da-f]+)$/i.exec(code)?.[1]
  const point = digits ? Number.parseInt(digits, 16) : /^[0-7]+$/.test(code) ? Number.parseInt(code, 8) : null
  const char = point === null ? (ANSI_C[code] ?? code) : point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
  return { text: char, length: whole.length }
}

/** Windows: first cmd takes its carets away, then the program splits its line at quotes. */
function cmdWords(text: string, from: number): Word[] | CurlProblem {
  const line: Word = { text: '', offsets: [] }
  let isQuoted = false
  for (let at = from; at < text.length; at++) {
    if (text[at] === '^' && !isQuoted) {
      const lineEnd = matchAt(LINE_GOES_ON, text, at)?.[0]
      if (lineEnd) {
        at += lineEnd.length - 1
        // A second line end right behind stands for one that is meant.
        if (text[at + 1] !== '\n' && text[at + 1] !== '\r') continue
      }
      at += 1
      if (text[at] === '\r') at += 1
    } else if (text[at] === '"') {
      isQuoted = !isQuoted
    }
    if (at < text.length) {
      line.text += text[at]
      line.offsets.push(at)
    }
  }
  return argumentWords(line)
}

function argumentWords({ text, offsets }: Word): Word[] | CurlProblem {
  const { words, begin, add, end } = collector()
  let opened: number | null = null
  for (let at = 0; at < text.length; at++) {
    const place = offsets[at] ?? 0
    const slashes = matchAt(SLASHES, text, at)?.[1]?.length ?? 0
    if (slashes) {
      add('\\'.repeat(Math.floor(slashes / 2)), place)
      at += slashes - 1
      if (slashes % 2) {
        add('"', place)
        at += 1
      }
    } else if (text[at] === '"') {
      if (opened !== null && text[at + 1] === '"') {
        add('"', place)
        at += 1
      } else {
        begin()
        opened = opened === null ? place : null
      }
    } else if (opened === null && /\s/.test(text[at] ?? '')) {
      end()
    } else {
      add(text[at] ?? '', place)
    }
  }
  if (opened !== null) return { code: 'curlQuote', at: opened, found: '"' }
  end()
  return words
}
