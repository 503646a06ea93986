import type { ReactNode } from 'react'
import type { PhoneRow } from '@/lib/domain/phone-message'

/** What somebody draws on the sheet: at the end of a row or a section's title, and in the place of the send button. */
export type SheetMarks = {
  row: (row: PhoneRow) => ReactNode
  section: (index: number) => ReactNode
  foot: ReactNode
}
