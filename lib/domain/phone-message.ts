/**
 * What the phone draws: a ListDraft and a ListMessage both fit as they are. Any text may be empty, then its place is
 * shown. `key` keeps what was chosen on the phone through moves; without one the place in the list does.
 */
export type PhoneMessage = {
  header?: string
  body: string
  footer?: string
  button: string
  sections: PhoneSection[]
}

export type PhoneSection = { key?: string; title?: string; rows: PhoneRow[] }
export type PhoneRow = { key?: string; id: string; title: string; description?: string }

/** What the customer's choice sends back. */
export type PhoneReply = { id: string; title: string; description?: string }

/**
 * What somebody did answer, as the phone shows it.
 * @property title the row's, or what was typed
 * @property isQuoting whether it shows which message it answers
 * @property time as the phone writes it
 */
export type PhoneAnswer = { id: string; title: string; description: string; isQuoting: boolean; time: string }
