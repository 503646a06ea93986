import type { ListMessage } from './list-message'
import { fillText, readVariables, type VariableName } from './variables'

/** Whether anything in the message is still to be filled, or was never closed: then nobody may get it. */
export function holdsVariable(message: ListMessage): boolean {
  const isOpen = (text: string) => readVariables(text).length > 0
  let holds = message.sections.some((section) => section.rows.some((row) => isOpen(row.id)))
  fillTexts(message, (text) => {
    holds ||= isOpen(text)
    return text
  })
  return holds
}

/** The message with each of its texts replaced; IDs and absent texts stay. */
export const fillTexts = (message: ListMessage, fill: (text: string) => string): ListMessage => ({
  ...message,
  ...(message.header && { header: fill(message.header) }),
  body: fill(message.body),
  ...(message.footer && { footer: fill(message.footer) }),
  button: fill(message.button),
  sections: message.sections.map((section) => ({
    ...section,
    ...(section.title && { title: fill(section.title) }),
    rows: section.rows.map((row) => ({
      ...row,
      title: fill(row.title),
      ...(row.description && { description: fill(row.description) }),
    })),
  })),
})

/**
 * A frozen message with one recipient's values: the same two always make the same message. Where there is no value, what
 * the text itself has in its stead (`{{nome|cliente}}`) stands; a variable without either stays, and the message must not
 * leave. IDs are never filled: they come back in the answer.
 */
export const fillMessage = (
  message: ListMessage,
  values: Readonly<Partial<Record<VariableName, string>>> | null,
): ListMessage => fillTexts(message, (text) => fillText(text, (name, fallback) => values?.[name]?.trim() || fallback))
