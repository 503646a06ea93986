import { fold } from './fold'
import type { ListDraft } from './list-draft'

/**
 * What a text may hold a place for, in the menu's order. `sample` is what the phone shows, and short enough for every
 * text; `longest` is a long one that happens in Brazil, which the counters count.
 */
export const VARIABLES = {
  nome: { sample: 'Ana Beatriz Souza', longest: 'Maria Aparecida Gonçalves de Albuquerque' },
  primeiro_nome: { sample: 'Ana', longest: 'Maria Auxiliadora' },
  empresa: { sample: 'Casa das Tintas', longest: 'Comercial de Alimentos São Francisco Ltda' },
  cidade: { sample: 'Campinas', longest: 'Vila Bela da Santíssima Trindade' },
  pedido: { sample: '10482', longest: '2026-000104829371' },
  protocolo: { sample: '2026.0481.573', longest: '20260930153012345678' },
  valor: { sample: 'R$ 149,90', longest: 'R$ 1.249.999,90' },
  data: { sample: '30/09/2026', longest: '30 de setembro de 2026' },
  vencimento: { sample: '10/10/2026', longest: '10 de setembro de 2026' },
  atendente: { sample: 'Carlos', longest: 'Guilherme Vasconcelos de Oliveira' },
} as const satisfies Readonly<Record<string, { sample: string; longest: string }>>

export type VariableName = keyof typeof VARIABLES

export const VARIABLE_NAMES = Object.keys(VARIABLES) as VariableName[]

export const SAMPLE_VALUES: Readonly<Record<VariableName, string>> = Object.fromEntries(
  VARIABLE_NAMES.map((name) => [name, VARIABLES[name].sample]),
) as Record<VariableName, string>

/**
 * A place in a text: `{{nome}}`, or `{{nome|cliente}}` with what stands in where nothing is known.
 * @property start,end in UTF-16 units; `end` is past the last one
 * @property name the one it stands for, or what somebody typed where that is none
 * @property fallback null where there is none, or a blank one
 * @property problem `unclosed`: no `}}` on its line, before the next `{{`; then `end` is past what can belong to it
 */
export type Variable = { start: number; end: number; fallback: string | null } & (
  | { name: VariableName; problem: null }
  | { name: string; problem: VariableProblem }
)
export type VariableProblem = 'unknown' | 'unclosed' | 'empty'

const NONE: Variable[] = []

/** Of "{{{nome}}}" the inner braces count; a line break ends what was never closed. */
const OPENING = /\{\{(?!\{)((?:(?!\{\{|\}\}|[\r\n\u2028\u2029])[\s\S])*)(\}\})?/g
/** What of an unclosed one is surely its own: a word, a word after a bar, a single brace. */
const UNCLOSED = /^ *[\p{L}\p{M}\p{N}_-]*(?:\|[\p{L}\p{M}\p{N}_-]*)?\}?/u

/** Capitals, accents, outer spaces, and spaces or hyphens for "_" are forgiven: "{{ Primeiro Nome }}". */
export function toVariableName(typed: string): VariableName | null {
  const name = fold(typed).replace(/[ -]+/g, '_')
  return VARIABLE_NAMES.find((known) => known === name) ?? null
}

function partsOf(inner: string): { typed: string; fallback: string | null } {
  const bar = inner.indexOf('|')
  if (bar < 0) return { typed: inner.trim(), fallback: null }
  return { typed: inner.slice(0, bar).trim(), fallback: inner.slice(bar + 1).trim() || null }
}

/** Every variable in a text and what is wrong with it, in their order; they never overlap. Whatever else is text. */
export function readVariables(text: string): Variable[] {
  // Nearly every text has none, and each is read on every keystroke.
  if (!text.includes('{{')) return NONE
  return [...text.matchAll(OPENING)].map(({ index: start, 0: all, 1: inner = '', 2: closing }): Variable => {
    if (!closing) {
      const own = UNCLOSED.exec(inner)?.[0] ?? ''
      const { typed, fallback } = partsOf(own.replace('}', ''))
      return { start, end: start + 2 + own.trimEnd().length, name: typed, fallback, problem: 'unclosed' }
    }
    const end = start + all.length
    const { typed, fallback } = partsOf(inner)
    if (!typed) return { start, end, name: '', fallback, problem: 'empty' }
    const name = toVariableName(typed)
    return name
      ? { start, end, name, fallback, problem: null }
      : { start, end, name: typed, fallback, problem: 'unknown' }
  })
}

/** A variable as it stands in a text. What cannot stand in a fallback, braces and line breaks, is left out of it. */
export function variableText(name: VariableName, fallback?: string | null): string {
  const said = fallback
    ?.replace(/[{}]/g, '')
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .trim()
  return said ? `{{${name}|${said}}}` : `{{${name}}}`
}

type FindValue = (name: VariableName, fallback: string | null) => string | null

/** The text with each sound variable replaced. One that is broken, or that `find` has null for, stays as it is. */
export function fillText(text: string, find: FindValue): string {
  let filled = ''
  let from = 0
  for (const variable of readVariables(text)) {
    if (variable.problem !== null) continue
    const value = find(variable.name, variable.fallback)
    if (value === null) continue
    filled += text.slice(from, variable.start) + value
    from = variable.end
  }
  return from === 0 ? text : filled + text.slice(from)
}

/** The text as the phone shows it: with a sample in the place of each variable. */
export const sampleText = (text: string): string => fillText(text, (name) => VARIABLES[name].sample)

/** The text at its longest: with a long value, or the fallback where that is longer. */
export const worstText = (text: string): string =>
  fillText(text, (name, fallback) => {
    const { longest } = VARIABLES[name]
    return fallback && fallback.length > longest.length ? fallback : longest
  })

/** In UTF-16 units, as LIMITS count. */
export const worstLength = (text: string): number => worstText(text).length

/**
 * The draft with all that the person reads filled. Keys and IDs stay: an ID comes back in the answer, and must be one for
 * everybody. What did not change stays the very same object.
 */
export function fillDraft(draft: ListDraft, fill: (text: string) => string): ListDraft {
  const change = <T extends object>(one: T, next: Partial<T>): T =>
    (Object.keys(next) as (keyof T)[]).every((key) => next[key] === one[key]) ? one : { ...one, ...next }
  const all = <T extends object>(list: T[], each: (one: T) => T): T[] => {
    const next = list.map(each)
    return next.every((one, i) => one === list[i]) ? list : next
  }
  return change(draft, {
    header: fill(draft.header),
    body: fill(draft.body),
    footer: fill(draft.footer),
    button: fill(draft.button),
    sections: all(draft.sections, (section) =>
      change(section, {
        title: fill(section.title),
        rows: all(section.rows, (row) => change(row, { title: fill(row.title), description: fill(row.description) })),
      }),
    ),
  })
}

/**
 * A variable that a draft uses.
 * @property fallback the first that stands in the draft, in the form's order
 * @property isCovered whether each of its uses has a fallback
 */
export type UsedVariable = { name: VariableName; fallback: string | null; isCovered: boolean }

/** The variables that a draft uses, each once, in the order in which the person meets them. IDs hold none. */
export function variablesOf(draft: ListDraft): UsedVariable[] {
  const used = new Map<VariableName, UsedVariable>()
  fillDraft(draft, (text) =>
    fillText(text, (name, fallback) => {
      const known = used.get(name)
      used.set(name, {
        name,
        fallback: known?.fallback ?? fallback,
        isCovered: (known?.isCovered ?? true) && fallback !== null,
      })
      return null
    }),
  )
  return [...used.values()]
}
