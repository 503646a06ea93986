import type { PhoneMessage, PhoneRow } from '@/lib/domain/phone-message'

/** What a row is known by on the phone. Not its ID, which may be empty or double while a list is being written. */
export const rowKey = (row: PhoneRow, s: number, r: number): string => row.key ?? `${s}.${r}`

/** The row of that key, or null when it is no longer in the message. */
export function findRow(message: PhoneMessage, key: string | null): PhoneRow | null {
  if (key === null) return null
  for (const [s, section] of message.sections.entries()) {
    const row = section.rows.find((candidate, r) => rowKey(candidate, s, r) === key)
    if (row) return row
  }
  return null
}
