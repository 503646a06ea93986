import { FORMAT_READERS, type FormatReader, type ListFormat, type ReadList } from './import-formats'
import { type JsonExpected, type JsonPath, lineAndColumn, readJson } from './import-json'
import { isRecord, valueAt } from './import-mend'
import { type SourceFault, toSource } from './import-source'
import { type ListDraft, listDraftSchema, newDraft, newRow, newSection } from './list-draft'
import { rowIdFrom } from './row-id'

/**
 * Why a part of the pasted text is not in the list: whom it was for (`recipient`), what it answered (`context`), a
 * picture or file on top (`mediaHeader`), how it was sent (`sendOptions`), and so on. `unknown` is any other key.
 */
export type NotCarriedCode =
  | 'recipient'
  | 'context'
  | 'mediaHeader'
  | 'sendOptions'
  | 'variables'
  | 'otherType'
  | 'translations'
  | 'extraButton'
  | 'subtitle'
  | 'otherMessage'
  | 'token'
  | 'repeatedKey'
  | 'wrongType'
  | 'unknown'

export type NotCarried = {
  code: NotCarriedCode
  /** `interactive.header`, `sections[0].rows[2].title`: the first such place. Empty for what is no part of the JSON. */
  place: string
  /** Line of the pasted text, from 1. */
  line: number
  /** How many places are like this one. */
  count: number
  /** What stood there, shortened; for `wrongType` what was expected. */
  detail: string
}

export type ImportErrorCode = SourceFault['code'] | 'json' | 'noList' | 'otherKind'

/** Why nothing was read. Line and column count from 1 in the pasted text; `at` is the same place as an index. */
export type ImportError = {
  code: ImportErrorCode
  line: number
  column: number
  at: number
  place: string
  expected?: JsonExpected
  found: string
}

export type Imported =
  | {
      ok: true
      draft: ListDraft
      format: ListFormat
      fromCurl: boolean
      notCarried: NotCarried[]
      /** Rows that came without an ID and got one from their title. */
      idsMade: number
    }
  | { ok: false; error: ImportError }

const CODES: Record<string, NotCarriedCode> = {
  to: 'recipient',
  number: 'recipient',
  phone: 'recipient',
  destination: 'recipient',
  recipient: 'recipient',
  context: 'context',
  quoted: 'context',
  options: 'sendOptions',
  delay: 'sendOptions',
  presence: 'sendOptions',
  linkPreview: 'sendOptions',
  mentionsEveryOne: 'sendOptions',
  everyOne: 'sendOptions',
  mentioned: 'sendOptions',
  recipient_type: 'sendOptions',
  variables: 'variables',
  ContentVariables: 'variables',
  translations: 'translations',
}

/** Says how a message is posted, and nothing about it. */
const SILENT = new Set(['messaging_product', 'type', 'channel', 'src.name', 'disablePreview', 'encode'])

const isNothing = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** `sections[0].rows[2].title` */
export const showPath = (path: JsonPath): string =>
  path.reduce<string>(
    (shown, step) =>
      typeof step === 'number'
        ? `${shown}[${step}]`
        : /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step)
          ? `${shown}${shown && '.'}${step}`
          : `${shown}[${JSON.stringify(step)}]`,
    '',
  )

const showValue = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 59).replace(/[\ud800-\udbff]$/, '')}…` : text
}

type Found = { reader: FormatReader; path: JsonPath; object: Record<string, unknown> }

/** JSON within a text, as forms and GraphQL carry it. */
function inner(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  const read = readJson(value)
  return read.ok ? read.value : value
}

/** The first list in a JSON value, however deep it is wrapped, and the way there. Texts that hold JSON are opened. */
function findList(root: unknown, path: JsonPath = []): Found | null {
  const value = inner(root)
  if (path.length > 12) return null
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      const found = findList(item, [...path, i])
      if (found) return found
    }
    return null
  }
  if (!isRecord(value)) return null
  const reader = FORMAT_READERS.find((one) => one.matches(value))
  if (reader) return { reader, path, object: value }
  for (const [key, item] of Object.entries(value)) {
    const found = findList(item, [...path, key])
    if (found) return found
  }
  return null
}

/** The kind of an interactive message that is no list: "button", "product_list". */
function otherKind(value: unknown): string {
  const opened = inner(value)
  const kind = valueAt(opened, ['interactive', 'type']) ?? valueAt(opened, ['type'])
  return typeof kind === 'string' && kind !== 'list' && kind !== 'interactive' ? kind.slice(0, 40) : ''
}

type Fault = Omit<ImportError, 'line' | 'column' | 'place'> & { path?: JsonPath }

/** A collector of what was not carried over; places that are alike are one entry with a count. */
function collector(place: (path: JsonPath) => number) {
  const entries = new Map<string, NotCarried>()
  return {
    entries,
    add: (code: NotCarriedCode, path: JsonPath, detail = '') => {
      const alike = `${code} ${path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')}`
      const known = entries.get(alike)
      if (known) known.count += 1
      else entries.set(alike, { code, place: showPath(path), line: place(path), count: 1, detail })
    },
  }
}

/**
 * Reads a list out of a pasted text: VecTalk's or Meta's JSON (the whole body or its `interactive`), Twilio's list
 * picker, Evolution's `sendList`, Glific's list, or a curl command that posts any of them. Texts past WhatsApp's limits
 * and missing parts are no errors here: the draft holds what there is, and the rules mark it.
 */
export function importList(text: string): Imported {
  const fail = ({ path = [], ...fault }: Fault): Imported => ({
    ok: false,
    error: { ...fault, ...lineAndColumn(text, fault.at), place: showPath(path) },
  })

  const source = toSource(text)
  if ('code' in source) return fail(source)
  const read = readJson(source.json)
  if (!read.ok) {
    const { at, path, expected, found } = read.problem
    return fail({ code: 'json', at: source.toPaste(at), path, expected, found })
  }
  const placeOf = (path: JsonPath) => source.toPaste(read.placeOf(path))

  const found = findList(read.value)
  if (!found) {
    const kind = otherKind(read.value)
    return fail({ code: kind ? 'otherKind' : 'noList', at: placeOf([]), found: kind })
  }

  const { entries, add } = collector((path) => lineAndColumn(text, placeOf(path)).line)
  const addKey = (path: JsonPath, value: unknown) => {
    const key = String(path.at(-1))
    if (isNothing(value) || SILENT.has(key) || (key === 'recipient_type' && value === 'individual')) return
    const known = Object.hasOwn(CODES, key) ? CODES[key] : undefined
    add(known ?? (/^(twilio|whatsapp)\//.test(key) ? 'otherType' : 'unknown'), path, showValue(value))
  }

  found.path.forEach((step, depth) => {
    const path = found.path.slice(0, depth)
    const around = inner(openAt(read.value, path))
    if (Array.isArray(around)) {
      around.forEach((_, i) => {
        if (i !== step) add('otherMessage', [...path, i])
      })
    } else if (isRecord(around)) {
      for (const [key, value] of Object.entries(around)) if (key !== step) addKey([...path, key], value)
    }
  })
  const list = found.reader.read(
    found.object,
    (refused) => {
      const path = [...found.path, ...refused.path]
      if (refused.kind === 'key') addKey(path, refused.value)
      else add('wrongType', path, refused.expected)
    },
    ({ code, path, detail }) => add(code, [...found.path, ...path], showValue(detail)),
  )
  for (const path of read.repeated) add('repeatedKey', path)
  if (source.hasToken) add('token', [])
  if (!list) return fail({ code: 'noList', at: placeOf(found.path), path: found.path, found: '' })

  const { draft, idsMade } = toDraft(list)
  if (!listDraftSchema.safeParse(draft).success) return fail({ code: 'tooBig', at: placeOf(found.path), found: '' })
  const isWhole = found.reader.format === 'interactive' && found.path.at(-1) === 'interactive'
  return {
    ok: true,
    draft,
    format: isWhole ? 'message' : found.reader.format,
    fromCurl: source.fromCurl,
    notCarried: [...entries.values()].sort((a, b) => a.line - b.line),
    idsMade,
  }
}

/** As valueAt, through texts that hold JSON. */
const openAt = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>((at, step) => valueAt(inner(at), [step]), value)

function toDraft({ sections, ...texts }: ReadList): { draft: ListDraft; idsMade: number } {
  const taken = sections.flatMap(({ rows }) => rows.map((row) => row.id)).filter(Boolean)
  let idsMade = 0
  const made = sections.map(({ title, rows }) =>
    newSection({
      title,
      rows: rows.map((row) => {
        if (row.id || !row.title.trim()) return newRow(row)
        const id = rowIdFrom(row.title, taken)
        taken.push(id)
        idsMade += 1
        return newRow({ ...row, id })
      }),
    }),
  )
  return { draft: newDraft({ ...texts, ...(made.length && { sections: made }) }), idsMade }
}
