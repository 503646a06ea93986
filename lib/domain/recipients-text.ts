import { type PhoneRejection, parsePhone } from './phone'

/** How many people one press from the dialog may reach. */
export const MAX_TYPED_RECIPIENTS = 100

/** One number as somebody typed it, and what was made of it. `repeated`: it stands higher up already. */
export type TypedRecipient =
  | { kind: 'valid'; typed: string; phone: string; addedCountry: boolean }
  | { kind: 'repeated'; typed: string; phone: string }
  | { kind: 'invalid'; typed: string; reason: PhoneRejection }

/**
 * Numbers typed or pasted, apart by commas, semicolons, tabs or new lines, in their order.
 * @returns phones: E.164, each once; more than MAX_TYPED_RECIPIENTS are for the caller to refuse
 */
export function parseRecipients(text: string): { entries: TypedRecipient[]; phones: string[] } {
  const seen = new Set<string>()
  const entries = text
    .split(/[,;\t\r\n]+/)
    .map((typed) => typed.trim())
    .filter((typed) => typed !== '')
    .map((typed): TypedRecipient => {
      const parsed = parsePhone(typed)
      if (!parsed.ok) return { kind: 'invalid', typed, reason: parsed.reason }
      if (seen.has(parsed.phone)) return { kind: 'repeated', typed, phone: parsed.phone }
      seen.add(parsed.phone)
      return { kind: 'valid', typed, phone: parsed.phone, addedCountry: parsed.note === 'addedCountry' }
    })
  return { entries, phones: [...seen] }
}
