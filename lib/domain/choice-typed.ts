import { fold } from './fold'

/** What somebody wrote instead of tapping. `person` tells people apart, whatever it is. */
export type TypedText = { text: string; person: string }

/** What can be tapped, in the message's order. */
export type TypedRow = { id: string; title: string; description?: string | null }

/**
 * What a typed answer is about.
 * - `row`: they meant that row. `number` where they typed its place in the list.
 * - `several`: it fits more than one row equally well.
 * - `leave`: they want no more messages.
 * - `courtesy`: a greeting or thanks, about nothing.
 * - `none`: no row has it.
 */
export type TypedMatch =
  | { kind: 'row'; rowId: string; how: 'same' | 'contained' | 'number' | 'alike' }
  | { kind: 'several'; rowIds: string[] }
  | { kind: 'leave' | 'courtesy' | 'none' }

/** Answers that say the same, as most people spell it. */
export type TypedGroup = { text: string; count: number; people: number; match: TypedMatch }

/** How often something is asked for that no row has, before an option for it is worth a question. */
export const WORTH_A_ROW = 3

const words = (text: string) => text.split(' ').filter(Boolean)
const list = (text: string): ReadonlySet<string> => new Set(words(text))

/** Words around what is meant, folded. */
const FILLERS = list(
  `a ao aos as com da das de do dos e em essa esse esta este eu favor me meu meus minha minhas na nas no nos o os
   ou para pela pelo por pra pro que queria quero quer gostaria preciso sobre um uma uns umas opcao numero item
   the an and for i id like me my of on or please the to want need with would option number`.replace(/\s+/g, ' '),
)
const COURTESIES = list(
  `oi ola opa bom boa dia tarde noite obrigado obrigada obg brigado brigada valeu vlw ok okay certo blz beleza tudo bem
   joia legal show grato grata agradeco hello hi hey thanks thank you good morning afternoon evening great cool`.replace(
    /\s+/g,
    ' ',
  ),
)
const LEAVING = list(
  'sair parar pare para cancelar descadastrar descadastre remover remova stop unsubscribe cancel chega spam',
)
const LEAVING_PHRASES =
  /\b(nao (quero|queria|desejo) (mais |receber)|parem? de (me )?(mandar|enviar)|me (tira|tire|remova|remove|descadastre)\b|stop (sending|messaging))/

/** Letters and digits alone, folded: "Segunda  VIA!! 🙏" is "segunda via". */
const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const PLURAL = /(?<=\p{L}{3})s$/u
const stem = (word: string) => word.replace(PLURAL, '')

/** The words that carry what is meant, their plurals aside; all of them where none does. */
function meaning(text: string): string[] {
  const all = words(plain(text))
  const telling = all.filter((word) => !FILLERS.has(word) && !COURTESIES.has(word)).map(stem)
  return telling.length > 0 ? telling : all
}

/** What two answers that say the same have in common: capitals, accents, punctuation, emoji and small words aside. */
export const typedKey = (text: string): string => meaning(text).join(' ') || fold(text)

/** Typed answers by what they say, the most frequent first, each with what it is about. */
export function groupTyped(texts: readonly TypedText[], rows: readonly TypedRow[]): TypedGroup[] {
  const groups = new Map<string, { spellings: Map<string, number>; count: number; people: Set<string> }>()
  for (const { text, person } of texts) {
    const spelling = text.replace(/\s+/g, ' ').trim()
    if (!spelling) continue
    const key = typedKey(spelling)
    const group = groups.get(key) ?? { spellings: new Map(), count: 0, people: new Set() }
    group.spellings.set(spelling, (group.spellings.get(spelling) ?? 0) + 1)
    group.count++
    group.people.add(person)
    groups.set(key, group)
  }
  const match = typedMatcher(rows)
  return [...groups.values()]
    .map(({ spellings, count, people }) => {
      const text = mostFrequent(spellings)
      return { text, count, people: people.size, match: match(text) }
    })
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  let best = ''
  let times = 0
  for (const [spelling, count] of spellings) {
    if (count > times || (count === times && spelling < best)) [best, times] = [spelling, count]
  }
  return best
}

/** Tells what a typed answer is about, for one message's rows. */
export function typedMatcher(rows: readonly TypedRow[]): (text: string) => TypedMatch {
  const known = rows.map(({ id, title, description }) => ({
    id,
    title: plain(title),
    head: meaning(title),
    // Nobody sees an ID, but who wrote it had its meaning in mind: "boleto" for "Segunda via".
    body: [...meaning(description ?? ''), ...words(plain(id)).map(stem)],
  }))

  const fitting = (how: 'same' | 'contained', fits: (row: (typeof known)[number]) => boolean): TypedMatch | null =>
    toMatch(
      known.filter(fits).map(({ id }) => id),
      how,
    )

  return (text) => {
    const typed = plain(text)
    const said = meaning(text)
    if (!typed) return { kind: 'none' }
    const same = fitting('same', (row) => row.title === typed || row.head.join(' ') === said.join(' '))
    if (same) return same
    const all = words(typed)
    if (LEAVING_PHRASES.test(typed) || (all.length <= 2 && all.some((word) => LEAVING.has(word))))
      return { kind: 'leave' }
    if (all.every((word) => COURTESIES.has(word) || FILLERS.has(word))) return { kind: 'courtesy' }

    const place = said.length === 1 && /^\d{1,2}$/.test(said[0] ?? '') ? Number(said[0]) : 0
    const numbered = known[place - 1]
    if (numbered && !known.some(({ head }) => head.includes(String(place)))) {
      return { kind: 'row', rowId: numbered.id, how: 'number' }
    }

    const within = (inner: readonly string[], outer: readonly string[]) =>
      inner.join('').length >= 4 && ` ${outer.join(' ')} `.includes(` ${inner.join(' ')} `)
    return (
      fitting('contained', ({ head }) => within(head, said) || within(said, head)) ??
      likest(said, known) ?? { kind: 'none' }
    )
  }
}

function toMatch(rowIds: string[], how: 'same' | 'contained' | 'alike'): TypedMatch | null {
  const [rowId, second] = rowIds
  if (rowId === undefined) return null
  return second === undefined ? { kind: 'row', rowId, how } : { kind: 'several', rowIds }
}

/** So much of what was said must be in the row, a word of its description counting half. */
const ENOUGH = 0.5

function likest(said: readonly string[], rows: readonly { id: string; head: string[]; body: string[] }[]) {
  const telling = said.filter((word) => word.length >= 3)
  if (telling.length === 0) return null
  const scores = rows.map(({ id, head, body }) => {
    const found = telling.map((word) => {
      if (head.some((one) => isNear(word, one))) return 1
      return body.some((one) => isNear(word, one)) ? 0.5 : 0
    })
    return { id, score: found.reduce<number>((sum, one) => sum + one, 0) / telling.length }
  })
  const best = Math.max(0, ...scores.map(({ score }) => score))
  if (best < ENOUGH) return null
  return toMatch(
    scores.filter(({ score }) => score === best).map(({ id }) => id),
    'alike',
  )
}

/** Whether two words are one but for a slip of the finger: one in five letters or more, two in nine or more. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  if (shorter < 5 || /\d/.test(a + b)) return false
  const slips = shorter >= 9 ? 2 : 1
  return Math.abs(a.length - b.length) <= slips && slipsBetween(a, b) <= slips
}

/** How many letters were added, left out, changed, or swapped with their neighbour. */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const line = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      line[j] = Math.min(
        (last[j] ?? 0) + 1,
        (line[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = line
  }
  return last[b.length] ?? 0
}
