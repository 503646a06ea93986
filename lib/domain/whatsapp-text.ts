/** A piece within a line. */
export type WhatsAppInline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: WhatsAppInline[] }
  | { kind: 'code'; text: string }
  /** The only piece that may hold line breaks. */
  | { kind: 'mono'; text: string }
  /** `href` is always http or https. */
  | { kind: 'link'; text: string; href: string }

/** `marker` is what stood before the text and is not drawn as typed: '> ', '- ', '* ' or '12. '. */
export type WhatsAppItem = { marker: string; children: WhatsAppInline[] }

/** Neighbouring lines of one kind. A block's lines, and the blocks themselves, stand one below the other. */
export type WhatsAppBlock =
  | { kind: 'lines'; lines: WhatsAppInline[][] }
  | { kind: 'quote' | 'bullets' | 'numbers'; items: WhatsAppItem[] }

type Mark = 'bold' | 'italic' | 'strike'
const MARKS: Record<string, Mark> = { '*': 'bold', _: 'italic', '~': 'strike' }
const MARKERS: Record<Mark, string> = { bold: '*', italic: '_', strike: '~' }
const FENCE = '```'

const WORD = /[\p{L}\p{N}]/u
const LINK_START = /(?:https?:\/\/|www\.)/giy
const LINK_RUN = /[^\s<>"`]+/y
const LINK_TAIL = ".,;:!?'*_~)]}"

/**
 * A text as WhatsApp draws it: *bold*, _italic_, ~strike~, `code`, ```mono```, quotes, lists and links. A marker counts
 * only where it hugs its text and stands at a word's edge, and only within a line. In linear time, for any string.
 * Source: WhatsApp Help Center, "How to format your messages"; the edge cases as its apps show them.
 */
export function parseWhatsAppText(text: string): WhatsAppBlock[] {
  const blocks: WhatsAppBlock[] = []
  for (const line of splitLines(text.replace(/\r\n?/g, '\n'))) {
    const { kind, marker } = lineStart(line)
    const children = parseInline(marker ? dropStart(line, marker.length) : line)
    const last = blocks.at(-1)
    if (kind === 'lines') {
      if (last?.kind === 'lines') last.lines.push(children)
      else blocks.push({ kind, lines: [children] })
    } else if (last?.kind === kind) last.items.push({ marker, children })
    else blocks.push({ kind, items: [{ marker, children }] })
  }
  return blocks
}

const inlineText = (pieces: WhatsAppInline[]): string =>
  pieces.map((piece) => ('children' in piece ? inlineText(piece.children) : piece.text)).join('')

/** The text with its marks drawn off: as a quote or a notification shows it. */
export const toPlainText = (text: string): string =>
  parseWhatsAppText(text)
    .flatMap((block) =>
      block.kind === 'lines'
        ? block.lines.map(inlineText)
        : block.items.map((item) => (block.kind === 'numbers' ? item.marker : '') + inlineText(item.children)),
    )
    .join('\n')

/** A line's raw strings, and the mono pieces between them, which are not looked into any more. */
type Raw = string | { kind: 'mono'; text: string }

function splitLines(text: string): Raw[][] {
  const lines: Raw[][] = [[]]
  const add = (raw: string) => {
    const [first = '', ...rest] = raw.split('\n')
    lines.at(-1)?.push(first)
    for (const line of rest) lines.push([line])
  }
  let from = 0
  let open = text.indexOf(FENCE)
  while (open >= 0) {
    const close = text.indexOf(FENCE, open + FENCE.length)
    if (close < 0) break
    const inside = text.slice(open + FENCE.length, close)
    if (inside.trim()) {
      add(text.slice(from, open))
      lines.at(-1)?.push({ kind: 'mono', text: inside })
      from = close + FENCE.length
      open = text.indexOf(FENCE, from)
    } else open = close
  }
  add(text.slice(from))
  return lines
}

function lineStart([first, ...rest]: Raw[]): { kind: WhatsAppBlock['kind']; marker: string } {
  const start = typeof first === 'string' ? /^(?:(> )|([-*] )|(\d{1,3}\. ))(.*)/.exec(first) : null
  const [, quote, bullet, number, behind = ''] = start ?? []
  const marker = quote ?? bullet ?? number
  // A marker with nothing behind it is still being typed.
  if (!marker || (!behind.trim() && rest.length === 0)) return { kind: 'lines', marker: '' }
  return { kind: quote ? 'quote' : bullet ? 'bullets' : 'numbers', marker }
}

const dropStart = ([first, ...rest]: Raw[], length: number): Raw[] =>
  typeof first === 'string' ? [first.slice(length), ...rest] : rest

/** What is open at a point of the line. Each mark opens once at a time, so it is never more than three deep. */
type Frame = { mark: Mark | null; children: WhatsAppInline[] }

function parseInline(line: Raw[]): WhatsAppInline[] {
  const root: Frame = { mark: null, children: [] }
  const stack: Frame[] = [root]
  const top = () => stack.at(-1) ?? root
  const put = (piece: WhatsAppInline) => {
    const last = top().children.at(-1)
    if (piece.kind !== 'text') top().children.push(piece)
    else if (last?.kind === 'text') last.text += piece.text
    else if (piece.text) top().children.push(piece)
  }
  /** The innermost mark turns out to be an ordinary character. */
  const spill = () => {
    const frame = stack.pop()
    if (!frame?.mark) return
    put({ kind: 'text', text: MARKERS[frame.mark] })
    for (const child of frame.children) put(child)
  }

  for (const raw of line) {
    if (typeof raw !== 'string') put(raw)
    else
      for (const piece of tokens(raw)) {
        if (piece.kind !== 'marker') put(piece)
        else if (piece.canClose && stack.some((frame) => frame.mark === piece.mark)) {
          while (top().mark !== piece.mark) spill()
          const children = stack.pop()?.children ?? []
          put({ kind: piece.mark, children })
        } else if (piece.canOpen && !stack.some((frame) => frame.mark === piece.mark)) {
          stack.push({ mark: piece.mark, children: [] })
        } else put({ kind: 'text', text: MARKERS[piece.mark] })
      }
  }
  while (stack.length > 1) spill()
  return root.children
}

type Token = WhatsAppInline | { kind: 'marker'; mark: Mark; canOpen: boolean; canClose: boolean }

function* tokens(text: string): Generator<Token> {
  let plain = 0
  let noLinkBefore = 0
  let noCodeFrom = text.length
  let at = 0
  while (at < text.length) {
    const char = text.charAt(at)
    let token: Token | null = null
    let length = 1
    const mark = MARKS[char]
    if (mark) {
      const before = text.charAt(at - 1)
      const after = text.charAt(at + 1)
      token = {
        kind: 'marker',
        mark,
        canOpen: !isWordBefore(text, at) && after.trim() !== '' && after !== char,
        canClose: before.trim() !== '' && !isWordAt(text, at + 1),
      }
    } else if (char === '`' && at < noCodeFrom) {
      const close = text.indexOf('`', at + 1)
      if (close < 0) noCodeFrom = at
      else if (text.slice(at + 1, close).trim()) {
        token = { kind: 'code', text: text.slice(at + 1, close) }
        length = close + 1 - at
      }
    } else if (at >= noLinkBefore && /[hw]/i.test(char) && !isWordBefore(text, at)) {
      LINK_START.lastIndex = at
      if (LINK_START.test(text)) {
        LINK_RUN.lastIndex = at
        const run = LINK_RUN.exec(text)?.[0] ?? ''
        // Looked at once, whatever comes of it, else "http://http://…" would take quadratic time.
        noLinkBefore = at + run.length
        const link = toLink(run)
        if (link) {
          token = link
          length = link.text.length
        }
      }
    }
    if (token) {
      if (plain < at) yield { kind: 'text', text: text.slice(plain, at) }
      yield token
      plain = at + length
    }
    at += length
  }
  if (plain < text.length) yield { kind: 'text', text: text.slice(plain) }
}

const isWordAt = (text: string, at: number) => WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 32))

function isWordBefore(text: string, at: number): boolean {
  const low = text.charCodeAt(at - 1)
  return isWordAt(text, low >= 0xdc00 && low <= 0xdfff ? at - 2 : at - 1)
}

function toLink(run: string): Extract<WhatsAppInline, { kind: 'link' }> | null {
  // "(see https://a.com/b_(c))": the address keeps the brackets that it opened.
  let unopened = run.split(')').length - run.split('(').length
  let end = run.length
  for (; end > 0 && LINK_TAIL.includes(run.charAt(end - 1)); end--) {
    if (run.charAt(end - 1) !== ')') continue
    if (unopened <= 0) break
    unopened -= 1
  }
  const text = run.slice(0, end)
  const href = /^www\./i.test(text) ? `https://${text}` : text
  try {
    const url = new URL(href)
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
    return isWeb && /[^.]\.[^.]/.test(url.hostname) ? { kind: 'link', text, href: url.href } : null
  } catch {
    return null
  }
}
