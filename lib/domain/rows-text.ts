import { fold } from './fold'
import { type DraftRow, type DraftSection, type ListDraft, newRow, newSection } from './list-draft'
import { rowIdFrom } from './row-id'
import { maskVariables } from './variable-atoms'
import { readVariables } from './variables'

/** A row as a line of text says it. An absent ID or description is empty. */
export type TextRow = { title: string; description: string; id: string }

const BULLET = /^(?:[•‣◦▪●○☐☑]\s*|(?:[-*+–—·]|\[[ x]\]|\(?\d{1,3}[.)º°ª]|[a-z]\))\s+)/iu

const oneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ').trim()

/** Three cells are title, description and ID. Cells beyond them join the description: nothing that was pasted is lost. */
const toRow = ([title = '', description = '', id = '', ...more]: string[]): TextRow => ({
  title,
  description: [description, ...more].filter(Boolean).join(' · '),
  id,
})

const isBlank = ({ title, description, id }: TextRow) => !(title || description || id)

/** Cells of a spreadsheet range: tabs between them, a cell with line ends or quotes stands in double quotes. */
function readCells(text: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  // A cell in quotes, or anything up to the next tab or line end; then what ends it.
  const cell = /(?:"((?:[^"]|"")*)"(?=\t|\r|\n|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y
  while (cell.lastIndex < text.length) {
    const [, quoted, bare = '', end = ''] = cell.exec(text) ?? []
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === '\t' && cell.lastIndex < text.length) continue
    rows.push(cells)
    cells = []
  }
  return rows
}

const HEADINGS = [
  ['titulo', 'title', 'opcao', 'option', 'nome', 'name'],
  ['descricao', 'description'],
  ['id', 'codigo', 'code'],
]
const isHeading = (cells: string[]) => cells.length > 1 && cells.every((cell, i) => HEADINGS[i]?.includes(fold(cell)))

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' }

const ESCAPED = /\\([\\|#{nrt])/g
const readEscapes = (text: string) => text.replace(ESCAPED, (_, escaped: string) => ESCAPES[escaped] ?? escaped)

/**
 * Splits at `|`, save within a variable or where a backslash stands before it, and reads `\|`, `\\`, `\#`, `\{`, `\n`,
 * `\r` and `\t`.
 */
function splitLine(line: string): string[] {
  const cells = ['']
  for (const [part] of line.matchAll(/\\[\\|#{nrt]|\{\{(?:(?!\{\{|\}\}).)*\}\}|./gsu)) {
    if (part === '|') cells.push('')
    else cells[cells.length - 1] += readEscapes(part)
  }
  return cells.map((cell) => cell.replace(/^[ \t]+|[ \t]+$/g, ''))
}

const isTableRule = (line: string) => /^[\s|:-]+$/.test(line) && line.includes('--') && line.includes('|')

/**
 * What was pasted, as rows: a range of a spreadsheet, lines of `Título | Descrição | id`, or plain lines. Marks of a
 * list (-, •, 1.) and a line of headings are left out, blank lines skipped.
 */
export function parseRows(text: string): TextRow[] {
  const trimmed = text.replace(/^\ufeff/, '').trimEnd()
  const cells = trimmed.includes('\t')
    ? readCells(trimmed)
    : trimmed
        .split(/\r\n|\r|\n/)
        .filter((line) => !isTableRule(line))
        .map((line) => {
          // The frame of a table in Markdown.
          const bare = line.trim().replace(/^\|(.*)\|$/, '$1')
          return bare.includes('|') ? splitLine(bare) : [bare]
        })
  const rows = cells[0] && isHeading(cells[0]) ? cells.slice(1) : cells
  return rows
    .map(([first = '', ...more]) => toRow([first.trim().replace(BULLET, ''), ...more].map(oneLine)))
    .filter((row) => !isBlank(row))
}

/** Whether a paste into a row's title means rows, not a part of that title. */
export const isRowsText = (text: string): boolean =>
  text.trim().includes('\t') || parseRows(text).length > 1 || /\S[ \t]*\|[ \t]+\S/.test(maskVariables(text))

const escapeText = (text: string) =>
  text.replace(/\\/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')
const escapeCell = (text: string) => escapeText(text).replace(/\|/g, '\\|')

/** A fallback's bar stays as it is typed; what was never closed must not close with the cells behind it. */
function writeCell(text: string): string {
  let written = ''
  let from = 0
  for (const { start, end, problem } of readVariables(text)) {
    const isClosed = problem !== 'unclosed'
    written += escapeCell(text.slice(from, start))
    written += isClosed ? escapeText(text.slice(start, end)) : `\\${escapeCell(text.slice(start, end))}`
    from = end
  }
  return written + escapeCell(text.slice(from))
}

/** `Título | Descrição | id`; empty cells at the end are left out. */
export function rowToLine({ title, description, id }: TextRow): string {
  const cells = [title, description, id].map((cell) => writeCell(cell.trim()))
  while (cells.length > 1 && cells.at(-1) === '') cells.pop()
  return cells
    .join(' | ')
    .trim()
    .replace(/^#+(?=\s|$)/, '\\$&')
}

const toSectionLine = (title: string) => `# ${writeCell(title.trim())}`.trim()

/**
 * All rows as text, a line each, sections as `# Título`. A first section without a title needs no line of its own.
 * Rows in which nothing is written yet are left out.
 */
export function rowsToText(draft: ListDraft): string {
  const lines = draft.sections.map(({ title, rows }, s) => {
    const body = rows.map(rowToLine).filter(Boolean)
    return s === 0 && !title.trim() && body.length ? body : [toSectionLine(title), ...body]
  })
  const [first] = lines
  return lines.length === 1 && first?.length === 1 && first[0] === '#'
    ? ''
    : lines.map((section) => section.join('\n')).join('\n\n')
}

type TextSection = { line: string; title: string; rows: { line: string; row: TextRow }[] }

function readSections(text: string): TextSection[] {
  const sections: TextSection[] = []
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim()
    const mark = /^#+(?=\s|$)/.exec(line)?.[0]
    if (mark) {
      const title = splitLine(line.slice(mark.length)).join(' | ')
      sections.push({ line: toSectionLine(title), title, rows: [] })
    } else if (line) {
      if (!sections.length) sections.push({ line: '#', title: '', rows: [] })
      const row = toRow(line.includes('\t') && !line.includes('|') ? line.split('\t') : splitLine(line))
      if (!isBlank(row)) sections.at(-1)?.rows.push({ line: rowToLine(row), row })
    }
  }
  return sections
}

/** Takes from a pool the first one that fits; each is given once. */
const take = <T>(pool: T[], fits: (one: T) => boolean): T | undefined => {
  const at = pool.findIndex(fits)
  return at < 0 ? undefined : pool.splice(at, 1)[0]
}

/**
 * The way back from rowsToText. A line that reads as before is the very row of before; one that shares the ID, or else
 * the title, keeps its key, and an ID that the line does not name. New rows get an ID from their title.
 */
export function textToSections(text: string, previous: ListDraft): DraftSection[] {
  const read = readSections(text)
  const oldSections = previous.sections.map((section) => ({ section, line: toSectionLine(section.title) }))
  const pool = previous.sections.flatMap(({ rows }) => rows.map((row) => ({ row, line: rowToLine(row) })))

  // All that is unchanged finds its row before anything else may claim it.
  const lines = read.flatMap(({ rows }) => rows)
  const homes = new Map<TextSection['rows'][number], DraftRow>()
  const claim = (fits: (old: (typeof pool)[number], line: (typeof lines)[number]) => boolean) => {
    for (const line of lines) {
      const old = homes.has(line) ? undefined : take(pool, (one) => fits(one, line))
      if (old) homes.set(line, old.row)
    }
  }
  claim((old, line) => old.line === line.line)
  claim((old, { row }) => row.id !== '' && old.row.id.trim() === row.id)
  claim((old, { row }) => row.title !== '' && old.row.title.trim() === row.title)

  const taken = lines.map((line) => line.row.id || homes.get(line)?.id || '').filter(Boolean)
  const toDraftRow = (line: TextSection['rows'][number]): DraftRow => {
    const old = homes.get(line)
    if (old && rowToLine(old) === line.line) return old
    const row = old ? { ...old, ...line.row, id: line.row.id || old.id } : newRow(line.row)
    if (row.id || !row.title) return row
    const id = rowIdFrom(row.title, taken)
    taken.push(id)
    return { ...row, id }
  }

  const sections = read.map((section) => ({ section, old: take(oldSections, (one) => one.line === section.line) }))
  const made = sections.map(({ section, old: same }) => {
    const old = same ?? take(oldSections, () => true)
    const rows = section.rows.map(toDraftRow)
    const title = same ? same.section.title : section.title
    return old ? { key: old.section.key, title, rows } : newSection({ title, rows })
  })
  return made.length ? made : [newSection()]
}
