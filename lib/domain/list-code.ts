import { type JsonExpected, type JsonPath, lineAndColumn, readJson } from './import-json'
import { showPath } from './import-list'
import { isRecord } from './import-mend'
import { type ListDraft, listDraftSchema, newDraft, newRow, newSection } from './list-draft'
import type { FieldPath } from './list-edits'
import { toPayload } from './list-message-payload'

/** Who the message is to is chosen when it is sent: until then this number stands for anybody's. */
const ANYBODY = '5511999999999'

/** The body of `POST /messages` for a draft as it is, finished or not: empty optional texts have no key. */
export const toCodePayload = (draft: ListDraft) => toPayload(draft, ANYBODY)

/** The same as text, as the code tab shows it. What is read back from it by readCode has the same fingerprint. */
export const toCode = (draft: ListDraft): string => JSON.stringify(toCodePayload(draft), null, 2)

/** A place in the code: `at` is an index, line and column count from 1. */
type CodePlace = { at: number; line: number; column: number }

/**
 * Why the code is no list: broken JSON (`expected` says what was missing, `found` what stands there), another kind of
 * value, a part that must be there, no list at all, a message of another type, or more than a draft can hold.
 */
export type CodeFault = CodePlace &
  (
    | { code: 'json'; expected: JsonExpected; found: string }
    | { code: 'wrongType'; expected: 'text' | 'object' | 'list' }
    | { code: 'missing'; key: string }
    | { code: 'otherKind'; found: string }
    | { code: 'empty' | 'noList' | 'tooBig' }
  )

/**
 * What stands in the code and is not sent: whom it is to, which is chosen when sending; what we always send otherwise;
 * a header that is no text; the first of two equal keys; or any key that a list does not have.
 */
export type CodeIgnored = CodePlace & {
  code: 'recipient' | 'fixed' | 'mediaHeader' | 'repeatedKey' | 'unknown'
  path: JsonPath
  /** `interactive.header`, for reading. */
  shown: string
}

export type CodeRead =
  | {
      ok: true
      /** With new keys; see keepKeys. */
      draft: ListDraft
      ignored: CodeIgnored[]
      /** Where what a draft's path leads to stands; for a text that is not in the code, what is nearest around it. */
      placeOf: (path: FieldPath) => number
    }
  | { ok: false; fault: CodeFault }

type FaultWithoutPlace = CodeFault extends infer Fault
  ? Fault extends CodeFault
    ? Omit<Fault, keyof CodePlace>
    : never
  : never

class Unfit extends Error {
  constructor(
    readonly fault: FaultWithoutPlace,
    readonly path: JsonPath,
  ) {
    super(fault.code)
  }
}

const FIXED: Record<string, string> = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  type: 'interactive',
}

/** A key as a path of the draft calls what it leads to, and back. */
function toCodePath([first, ...rest]: FieldPath): JsonPath {
  if (first === 'header' || first === 'body' || first === 'footer') return [first, 'text']
  return first === undefined ? [] : ['action', first, ...rest]
}

/** The text of the draft that a path of the code leads to or through, or null: `action.sections[0].rows[1]` is its title. */
export function toDraftPath(path: JsonPath): FieldPath | null {
  const [first, second, s, , r, field] = path[0] === 'interactive' ? path.slice(1) : path
  if (first === 'header' || first === 'body' || first === 'footer') return [first]
  if (first !== 'action') return null
  if (second === 'button') return ['button']
  if (second !== 'sections' || typeof s !== 'number') return null
  if (typeof r !== 'number') return ['sections', s, 'title']
  return ['sections', s, 'rows', r, field === 'id' || field === 'description' ? field : 'title']
}

/**
 * Reads what somebody writes in the code tab: the body of `POST /messages`, or its `interactive` alone. Texts may be
 * missing or past WhatsApp's limits: the rules tell of those. What is of another shape is refused as a whole, so that
 * half a thought takes nothing out of the form.
 */
export function readCode(text: string): CodeRead {
  const place = (at: number): CodePlace => ({ at, ...lineAndColumn(text, at) })
  if (!text.trim()) return { ok: false, fault: { code: 'empty', ...place(0) } }
  const read = readJson(text)
  if (!read.ok) {
    const { at, expected, found } = read.problem
    return { ok: false, fault: { code: 'json', expected, found, ...place(at) } }
  }

  const ignored: CodeIgnored[] = []
  const ignore = (code: CodeIgnored['code'], path: JsonPath) =>
    ignored.push({ code, path, shown: showPath(path), ...place(read.placeOf(path)) })

  try {
    const { value: root } = read
    const base = baseOf(root)
    if (base.length) readEnvelope(root, ignore)
    const draft = readInteractive(base.length && isRecord(root) ? root.interactive : root, base, ignore)
    for (const path of read.repeated) ignore('repeatedKey', path)
    const issue = listDraftSchema.safeParse(draft).error?.issues[0]
    if (issue) throw new Unfit({ code: 'tooBig' }, [...base, ...toCodePath(issue.path as FieldPath)])
    return {
      ok: true,
      draft,
      ignored: ignored.sort((a, b) => a.at - b.at),
      placeOf: (path) => read.placeOf([...base, ...toCodePath(path)]),
    }
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    return { ok: false, fault: { ...error.fault, ...place(read.placeOf(error.path)) } }
  }
}

type Ignore = (code: CodeIgnored['code'], path: JsonPath) => void

/** Where the list is: in `interactive`, or all of it. */
function baseOf(root: unknown): JsonPath {
  if (!isRecord(root)) throw new Unfit({ code: 'wrongType', expected: 'object' }, [])
  if ('interactive' in root) return ['interactive']
  if ('action' in root || root.type === 'list') return []
  throw new Unfit({ code: 'noList' }, [])
}

function readEnvelope(root: unknown, ignore: Ignore): void {
  for (const [key, value] of Object.entries(root as Record<string, unknown>)) {
    if (key === 'interactive') continue
    if (Object.hasOwn(FIXED, key)) value !== FIXED[key] && ignore('fixed', [key])
    else if (key !== 'to') ignore('unknown', [key])
    else if (value !== ANYBODY) ignore('recipient', [key])
  }
}

function object(value: unknown, path: JsonPath, known: string[], ignore: Ignore): Record<string, unknown> {
  if (!isRecord(value)) throw new Unfit({ code: 'wrongType', expected: 'object' }, path)
  for (const key of Object.keys(value)) if (!known.includes(key)) ignore('unknown', [...path, key])
  return value
}

/** A list that must be there: without it, what the form holds would be gone by the stroke of a key. */
function list(holder: Record<string, unknown>, key: string, path: JsonPath): unknown[] {
  const value = holder[key]
  if (value === undefined) throw new Unfit({ code: 'missing', key }, path)
  if (!Array.isArray(value)) throw new Unfit({ code: 'wrongType', expected: 'list' }, [...path, key])
  return value
}

function text(holder: Record<string, unknown>, key: string, path: JsonPath): string {
  const value = holder[key]
  if (value === undefined || value === null) return ''
  if (typeof value !== 'string') throw new Unfit({ code: 'wrongType', expected: 'text' }, [...path, key])
  return value
}

function readInteractive(value: unknown, base: JsonPath, ignore: Ignore): ListDraft {
  const whole = object(value, base, ['type', 'header', 'body', 'footer', 'action'], ignore)
  if (whole.type !== undefined && whole.type !== 'list') {
    const found = typeof whole.type === 'string' ? whole.type.slice(0, 40) : ''
    throw new Unfit({ code: 'otherKind', found }, [...base, 'type'])
  }
  const boxed = (key: 'header' | 'body' | 'footer') => {
    if (whole[key] === undefined || whole[key] === null) return ''
    const path = [...base, key]
    const box = object(whole[key], path, key === 'header' ? ['type', 'text'] : ['text'], ignore)
    if (key === 'header' && box.type !== undefined && box.type !== 'text') ignore('mediaHeader', [...path, 'type'])
    return text(box, 'text', path)
  }
  if (whole.action === undefined) throw new Unfit({ code: 'missing', key: 'action' }, base)
  const path = [...base, 'action']
  const action = object(whole.action, path, ['button', 'sections'], ignore)
  return newDraft({
    header: boxed('header'),
    body: boxed('body'),
    footer: boxed('footer'),
    button: text(action, 'button', path),
    sections: list(action, 'sections', path).map((one, s) => readSection(one, [...path, 'sections', s], ignore)),
  })
}

function readSection(value: unknown, path: JsonPath, ignore: Ignore) {
  const section = object(value, path, ['title', 'rows'], ignore)
  return newSection({
    title: text(section, 'title', path),
    rows: list(section, 'rows', path).map((one, r) => {
      const at = [...path, 'rows', r]
      const row = object(one, at, ['id', 'title', 'description'], ignore)
      return newRow({
        id: text(row, 'id', at),
        title: text(row, 'title', at),
        description: text(row, 'description', at),
      })
    }),
  })
}
