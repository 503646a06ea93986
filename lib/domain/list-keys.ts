import type { DraftRow, DraftSection, ListDraft } from './list-draft'

type Placed<Item> = { item: Item; place: string }

/** What two things have in common that makes them one; null where there is nothing to go by. */
type Sign<Item> = (placed: Placed<Item>) => string | null

/**
 * Pairs what is with what was: by the first sign that they share, and among equals by their place before their order.
 * Each of them is paired once at most.
 */
function pair<Item extends object>(now: Placed<Item>[], was: Placed<Item>[], signs: Sign<Item>[]): Map<Item, Item> {
  const pairs = new Map<Item, Item>()
  const taken = new Set<Item>()
  const match = (sign: Sign<Item>) => {
    const free = new Map<string, Item[]>()
    for (const one of was) {
      const found = taken.has(one.item) ? null : sign(one)
      if (found === null) continue
      const equals = free.get(found)
      if (equals) equals.push(one.item)
      else free.set(found, [one.item])
    }
    for (const equals of free.values()) equals.reverse()
    for (const one of now) {
      const found = pairs.has(one.item) ? null : sign(one)
      const known = found === null ? undefined : free.get(found)?.pop()
      if (!known) continue
      pairs.set(one.item, known)
      taken.add(known)
    }
  }
  for (const sign of signs) {
    match((one) => {
      const found = sign(one)
      return found === null ? null : `${one.place} ${found}`
    })
    match(sign)
  }
  match(({ place }) => place)
  return pairs
}

const rowsOf = (draft: ListDraft): Placed<DraftRow>[] =>
  draft.sections.flatMap(({ rows }, s) => rows.map((item, r) => ({ item, place: `${s}.${r}` })))

const ROW_SIGNS: Sign<DraftRow>[] = [
  ({ item: { id, title, description } }) =>
    id || title || description ? JSON.stringify([id, title, description]) : null,
  ({ item }) => item.id || null,
  ({ item }) => item.title || null,
]

/**
 * The same draft with the keys of another one for every section and row that is still there, however it moved or what
 * of it changed: so that the form keeps its fields, and a step knows what it was about.
 */
export function keepKeys(draft: ListDraft, before: ListDraft): ListDraft {
  const rows = pair(rowsOf(draft), rowsOf(before), ROW_SIGNS)
  const home = new Map(before.sections.flatMap((section) => section.rows.map((row) => [row, section.key])))
  /** Where most of its rows were. */
  const origin = ({ rows: own }: DraftSection) => {
    const counts = new Map<string, number>()
    for (const row of own) {
      const known = rows.get(row)
      const from = known && home.get(known)
      if (from) counts.set(from, (counts.get(from) ?? 0) + 1)
    }
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
  }
  const isOld = new Set(before.sections)
  const placed = ({ sections }: ListDraft) => sections.map((item, s) => ({ item, place: `${s}` }))
  const sections = pair(placed(draft), placed(before), [
    ({ item }) => item.title || null,
    ({ item }) => (isOld.has(item) ? item.key : origin(item)),
  ])
  return {
    ...draft,
    sections: draft.sections.map((section) => ({
      ...section,
      key: sections.get(section)?.key ?? section.key,
      rows: section.rows.map((row) => ({ ...row, key: rows.get(row)?.key ?? row.key })),
    })),
  }
}
