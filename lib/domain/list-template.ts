import * as z from 'zod/mini'
import { fold } from './fold'
import { draftToMessage, type ListDraft, listDraftSchema, newDraft } from './list-draft'
import { listMessageTexts } from './list-message'
import { countRows, findProblems } from './list-problems'
import type { PersonView } from './send-view'
import { fillDraft, sampleText } from './variables'

// What pages show of saved lists. Plain JSON: moments are ISO 8601 strings in UTC.

export const TEMPLATE_NAME_LENGTH = 120

/** Messages are keys of `editor.nameProblems`. */
export const templateNameSchema = z
  .string()
  .check(z.trim(), z.minLength(1, 'nameRequired'), z.maxLength(TEMPLATE_NAME_LENGTH, 'nameTooLong'))

/** A saved list as the editor opens it. `version` is what a save must name. */
export type TemplateView = {
  id: string
  name: string
  draft: ListDraft
  version: number
  savedAt: string
  savedBy: PersonView | null
  createdAt: string
  createdBy: PersonView | null
  archivedAt: string | null
  tags: string[]
  /** How many Sends were made of it, resends aside. */
  timesUsed: number
  lastSentAt: string | null
  /** Every row ID that ever left in one of its Sends, in no order. */
  sentRowIds: string[]
}

/** The little of a draft that its card draws. */
export type TemplateFace = {
  header: string
  body: string
  footer: string
  button: string
  rowTitles: string[]
}

/** One card of the library. */
export type TemplateSummary = Omit<TemplateView, 'draft' | 'version' | 'sentRowIds'> & {
  face: TemplateFace
  sectionCount: number
  rowCount: number
  problemCount: number
}

export type TemplatePage = { templates: TemplateSummary[]; nextCursor: string | null }

/**
 * What a save did. `stale`: somebody saved since the version that this one started from; nothing was written, and
 * `template` is what is saved now.
 */
export type SaveOutcome = { outcome: 'saved' | 'stale'; template: TemplateView }

/** A draft's texts in the form's order, without keys: equal for drafts that read the same. */
export const draftFingerprint = (draft: ListDraft): string =>
  JSON.stringify([
    draft.header,
    draft.body,
    draft.footer,
    draft.button,
    draft.sections.map(({ title, rows }) => [title, rows.map((row) => [row.id, row.title, row.description])]),
  ])

/** Whether the draft is still as a new one begins. */
export const isBlankDraft = (draft: ListDraft): boolean => draftFingerprint(draft) === draftFingerprint(newDraft())

/** NUL and half an emoji cannot lie in a jsonb column; the sign for "unreadable" stands in, so that the rest is saved. */
export const toStorableText = (text: string) => text.replace(/\0|\p{Surrogate}/gu, '\ufffd')

const mapDraft = (draft: ListDraft, change: (text: string) => string): ListDraft => ({
  header: change(draft.header),
  body: change(draft.body),
  footer: change(draft.footer),
  button: change(draft.button),
  sections: draft.sections.map(({ key, title, rows }) => ({
    key,
    title: change(title),
    rows: rows.map((row) => ({
      key: row.key,
      id: change(row.id),
      title: change(row.title),
      description: change(row.description),
    })),
  })),
})

/** The draft as it can be stored. */
export const toStorableDraft = (draft: ListDraft): ListDraft => mapDraft(draft, toStorableText)
export const toStorableName = (name: string): string => toStorableText(name)

/** Name, tags and every text, folded: what search looks through. */
export const templateSearchText = (name: string, draft: ListDraft, tags: readonly string[]): string =>
  fold([name, ...tags, ...listMessageTexts(draftToMessage(draft))].join(' '))

const FACE = { text: 160, rowTitles: 3 } as const

export function toTemplateFace(draft: ListDraft): TemplateFace {
  const cut = (text: string) => (text.length > FACE.text ? `${text.slice(0, FACE.text).trimEnd()}…` : text)
  const { header, body, footer, button, sections } = fillDraft(draft, sampleText)
  return {
    header: cut(header),
    body: cut(body),
    footer: cut(footer),
    button: cut(button),
    rowTitles: sections
      .flatMap((section) => section.rows.map((row) => cut(row.title)))
      .filter((title) => title.trim())
      .slice(0, FACE.rowTitles),
  }
}

export const countsOf = (draft: ListDraft) => ({
  sectionCount: draft.sections.length,
  rowCount: countRows(draft),
  problemCount: findProblems(draft).length,
})

/** A draft as it comes out of the database. */
export const readDraft = (json: unknown): ListDraft => listDraftSchema.parse(json)
