import type { DraftRow, DraftSection, ListDraft } from './list-draft'

const TOP = ['header', 'body', 'footer', 'button'] as const
const ROW = ['id', 'title', 'description'] as const

const layoutOf = (draft: ListDraft) =>
  draft.sections.map(({ key, rows }) => `${key}:${rows.map((row) => row.key).join()}`).join(';')

type Found = { sections: Map<string, DraftSection>; rows: Map<string, DraftRow> }
const byKey = ({ sections }: ListDraft): Found => ({
  sections: new Map(sections.map((section) => [section.key, section])),
  rows: new Map(sections.flatMap(({ rows }) => rows.map((row) => [row.key, row]))),
})

/** Over each text of `base` the one that `choose` picks from what three drafts say of it. */
function overTexts(
  base: ListDraft,
  choose: (own: string, of: (draft: 0 | 1 | 2) => string | undefined) => string,
  three: ListDraft[],
) {
  const found = three.map(byKey)
  const draft = { ...base }
  for (const name of TOP) draft[name] = choose(base[name], (i) => three[i]?.[name])
  draft.sections = base.sections.map((section) => ({
    ...section,
    title: choose(section.title, (i) => found[i]?.sections.get(section.key)?.title),
    rows: section.rows.map((row) => {
      const made = { ...row }
      for (const name of ROW) made[name] = choose(row[name], (i) => found[i]?.rows.get(row.key)?.[name])
      return made
    }),
  }))
  return draft
}

/**
 * Takes back the change that made `after` of `before`, in the draft as it is now. What was typed since stays. Where
 * sections or rows were added, moved or taken away since, they stay as they are, and only texts are taken back.
 */
export function undoChange(now: ListDraft, before: ListDraft, after: ListDraft): ListDraft {
  const isSameLayout = layoutOf(now) === layoutOf(after)
  return overTexts(
    isSameLayout ? before : now,
    (own, of) => {
      const [then, made, current] = [of(0), of(1), of(2)]
      if (current !== undefined && current !== made) return current
      return then ?? own
    },
    [before, after, now],
  )
}
