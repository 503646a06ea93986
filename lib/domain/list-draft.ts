import * as z from 'zod/mini'
import { type ListMessage, listMessageSchema } from './list-message'

/** Room for anything somebody may paste; a draft may be far over WhatsApp's limits, and is told so, not cut. */
const draftText = z.string().check(z.maxLength(20_000))

export const draftRowSchema = z.object({
  /** Steady through moves and edits: React's key. Never sent. */
  key: z.string().check(z.minLength(1), z.maxLength(64)),
  id: draftText,
  title: draftText,
  description: draftText,
})

export const draftSectionSchema = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(64)),
  title: draftText,
  rows: z.array(draftRowSchema).check(z.maxLength(200)),
})

/** What the editor and a template hold: the shape of a ListMessage, with every text present and possibly unfinished. */
export const listDraftSchema = z.object({
  header: draftText,
  body: draftText,
  footer: draftText,
  button: draftText,
  sections: z.array(draftSectionSchema).check(z.maxLength(100)),
})

export type ListDraft = z.infer<typeof listDraftSchema>
export type DraftSection = ListDraft['sections'][number]
export type DraftRow = DraftSection['rows'][number]

let made = 0
/** A key unique in this page's life and, by its random part, across pages. crypto.randomUUID is missing on plain http. */
export function newKey(): string {
  made += 1
  return `${Math.random().toString(36).slice(2, 10)}${made.toString(36)}`
}

export const newRow = (row: Partial<Omit<DraftRow, 'key'>> = {}): DraftRow => ({
  key: newKey(),
  id: '',
  title: '',
  description: '',
  ...row,
})

export const newSection = (section: Partial<Omit<DraftSection, 'key'>> = {}): DraftSection => ({
  key: newKey(),
  title: '',
  rows: [newRow()],
  ...section,
})

export const newDraft = (draft: Partial<ListDraft> = {}): ListDraft => ({
  header: '',
  body: '',
  footer: '',
  button: '',
  sections: [newSection()],
  ...draft,
})

/** The draft as a message, unchecked: keys dropped, empty optional texts left out. Indexes of sections and rows stay. */
export function draftToMessage(draft: ListDraft): ListMessage {
  return {
    ...(draft.header.trim() && { header: draft.header }),
    body: draft.body,
    ...(draft.footer.trim() && { footer: draft.footer }),
    button: draft.button,
    sections: draft.sections.map((section) => ({
      ...(section.title.trim() && { title: section.title }),
      rows: section.rows.map((row) => ({
        id: row.id,
        title: row.title,
        ...(row.description.trim() && { description: row.description }),
      })),
    })),
  }
}

/** A message as a draft that the editor can open: the way back from history and import. */
export function messageToDraft(message: ListMessage): ListDraft {
  return newDraft({
    header: message.header ?? '',
    body: message.body,
    footer: message.footer ?? '',
    button: message.button,
    sections: message.sections.map((section) =>
      newSection({
        title: section.title ?? '',
        rows: section.rows.map((row) => newRow({ ...row, description: row.description ?? '' })),
      }),
    ),
  })
}

export const parseDraftAsMessage = (draft: ListDraft) => listMessageSchema.safeParse(draftToMessage(draft))
