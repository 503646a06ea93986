import { fold } from './fold'
import { repairPhone } from './phone-repair'
import type { RecipientMapping } from './recipient-list'
import { toVariableName, type VariableName } from './variables'

/** Column names as people write them, folded. The first list wins over the second. */
const PHONE_NAMES = [
  /^(?:whats ?app|wpp|zap|celular|cel|telefone celular|mobile|cell ?phone|wa_id)\b/,
  /^(?:telefone|fone|tel|phone|numero|number|contato|contact)\b/,
  /(?:whats|celular|telefone|fone|phone|mobile)/,
]
const PERSON_NAMES = [
  /^(?:nome completo|nome|name|full name|first name|primeiro nome)$/,
  /^(?:cliente|contato|pessoa|destinatario|customer|client|contact|person)$/,
  /^nome d[aeo]|\bnome\b|\bname\b/,
]
/** What else a column may be called that stands for a variable. */
const VARIABLE_ALIASES: Record<string, VariableName> = {
  name: 'nome',
  full_name: 'nome',
  nome_completo: 'nome',
  first_name: 'primeiro_nome',
  company: 'empresa',
  razao_social: 'empresa',
  loja: 'empresa',
  city: 'cidade',
  municipio: 'cidade',
  order: 'pedido',
  order_number: 'pedido',
  numero_do_pedido: 'pedido',
  n_pedido: 'pedido',
  n_do_pedido: 'pedido',
  no_do_pedido: 'pedido',
  num_pedido: 'pedido',
  protocol: 'protocolo',
  amount: 'valor',
  price: 'valor',
  preco: 'valor',
  total: 'valor',
  date: 'data',
  due_date: 'vencimento',
  data_de_vencimento: 'vencimento',
  agent: 'atendente',
  vendedor: 'atendente',
}

/** Of the cells that hold something, so many of ten must be phones. */
const MOST = 0.6
/** Where the column's name says it already. */
const SOME = 0.3

const toKey = (name: string) =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

/** Words that say nothing of what a column holds: "Nº do pedido" holds the "pedido". */
const EMPTY_WORDS = /^(?:n|no|num|numero|cod|codigo|id|d[aeo]s?|[aeo]s?|the|of)$/

/** The variable that a column is named after, in Portuguese or English; null where it is none. */
export function variableNamed(column: string): VariableName | null {
  const key = toKey(column)
  const telling = key.split('_').filter((word) => !EMPTY_WORDS.test(word))
  return toVariableName(column) ?? VARIABLE_ALIASES[key] ?? toVariableName(telling.join('_'))
}

const toWords = (name: string) =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const findNamed = (names: string[], patterns: RegExp[], isFree: (column: number) => boolean): number | null => {
  for (const pattern of patterns) {
    const at = names.findIndex((name, column) => isFree(column) && pattern.test(name))
    if (at >= 0) return at
  }
  return null
}

/** Something that a phone might be meant by: shortened by a spreadsheet, too, or one digit short. */
function isPhoneLike(cell: string): boolean {
  const read = repairPhone(cell)
  return read.ok || (read.reason !== 'empty' && /^\D{0,3}(?:\d\D{0,3}){8,15}$|^\d[.,]\d+e\+?\d+$/i.test(cell.trim()))
}

function shareOfPhones(rows: string[][], column: number): number {
  const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '')
  return cells.length > 0 ? cells.filter(isPhoneLike).length / cells.length : 0
}

/** A CPF has eleven digits as well: of two columns that look like phones the one whose numbers may be dialled is meant. */
function dialledShare(rows: string[][], column: number): number {
  const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
  return cells.length > 0 ? cells.filter((cell) => repairPhone(cell).ok).length / cells.length : 0
}

const hasWords = (cell: string) => /\p{L}{2}/u.test(cell)
const isNameLike = (cell: string) => hasWords(cell) && !/[\d@]/.test(cell)

const widthOf = (rows: string[][]) => rows.reduce((widest, row) => Math.max(widest, row.length), 0)

/**
 * Whether the first of these rows names the columns: it holds no phone though the others do in the same place, or it is
 * made of words that columns are called by.
 */
export function guessHasHeader(rows: string[][]): boolean {
  const [first, ...others] = rows
  if (!first) return false
  if (first.some((cell) => repairPhone(cell).ok)) return false
  const isNamed = first.some((cell) => {
    const words = toWords(cell)
    return PHONE_NAMES.some((one) => one.test(words)) || PERSON_NAMES.some((one) => one.test(words))
  })
  return isNamed || (others.length > 0 && first.some((_, column) => shareOfPhones(others, column) >= MOST))
}

/**
 * Which column is what, by their names, else by what they hold.
 * @param rows the first rows as they came, a header among them
 * @returns null where no column holds phones
 */
export function guessMapping(rows: string[][]): RecipientMapping | null {
  const hasHeader = guessHasHeader(rows)
  const people = hasHeader ? rows.slice(1) : rows
  const columns = Array.from({ length: widthOf(rows) }, (_, column) => column)
  const header = hasHeader ? columns.map((column) => rows[0]?.[column] ?? '') : columns.map(() => '')
  const names = header.map(toWords)

  const holds = (column: number) => people.length === 0 || shareOfPhones(people, column) >= SOME
  const [byContent] = columns
    .filter((column) => shareOfPhones(people, column) >= MOST)
    .sort((a, b) => dialledShare(people, b) - dialledShare(people, a) || a - b)
  const phone = findNamed(names, PHONE_NAMES, holds) ?? byContent ?? null
  if (phone === null) return null

  const mostAre = (column: number, test: (cell: string) => boolean) => {
    const cells = people.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
    return cells.length > 0 && cells.filter(test).length / cells.length >= MOST
  }
  const isFree = (column: number) => column !== phone
  const mayName = (column: number) => isFree(column) && (people.length === 0 || mostAre(column, hasWords))
  const unnamed = hasHeader ? undefined : columns.find((column) => isFree(column) && mostAre(column, isNameLike))
  const name = findNamed(names, PERSON_NAMES, mayName) ?? unnamed ?? null

  const variables: RecipientMapping['variables'] = {}
  header.forEach((title, column) => {
    const variable = variableNamed(title)
    if (variable && column !== phone && variables[variable] === undefined) variables[variable] = column
  })
  if (name !== null && variables.nome === undefined && variables.primeiro_nome !== name) variables.nome = name
  return { phone, name, variables, hasHeader }
}

/** What the columns are called: as the header says, each name once; "1", "2" … where there is none. */
export function columnNames(rows: string[][], hasHeader: boolean, width = widthOf(rows)): string[] {
  const seen = new Set<string>()
  return Array.from({ length: width }, (_, column) => {
    const title = (hasHeader ? (rows[0]?.[column] ?? '') : '').replace(/\s+/g, ' ').trim() || String(column + 1)
    let name = title
    for (let n = 2; seen.has(name); n += 1) name = `${title} (${n})`
    seen.add(name)
    return name
  })
}
