import type { ContactFieldView } from './contact-field'
import type { DeliveryStatus } from './delivery-status'

// What pages show of contacts. Plain JSON: moments are ISO 8601 strings in UTC.

/** @property optedOutAt when they asked not to be written to; nothing is sent to them */
export type ContactView = {
  id: string
  name: string
  phone: string
  tags: string[]
  fields: Record<string, string>
  optedOutAt: string | null
  lastInboundAt: string | null
  createdAt: string
  updatedAt: string
}

export type ContactPage = { contacts: ContactView[]; nextCursor: string | null }

/** Counting stops here: beyond, how many more there are is worth nobody's wait. */
export const COUNTED_CONTACTS = 10_000
/** How many people one press may change. */
export const CONTACTS_AT_ONCE = 10_000
/** `count` is exact up to COUNTED_CONTACTS; `more` says that there are more than that. */
export type ContactCount = { count: number; more: boolean }

/** One message to a person. `firstLine` is the first text that they read. */
export type ContactSend = {
  sendId: string
  recipientId: string
  firstLine: string
  at: string
  status: DeliveryStatus
  gateway: 'sandbox' | 'vectalk'
  isTest: boolean
}

/** A contact with all that their own page tells. */
export type ContactDetail = {
  contact: ContactView
  /** The newest ones. */
  sends: ContactSend[]
  /** How many there are in all. */
  sendCount: number
  audiences: { id: string; name: string }[]
  fields: ContactFieldView[]
}

/** Who has a number already: enough to know them by, and to offer to make the two one. */
export type ContactName = { id: string; name: string; phone: string }

/** What a deletion would take: so many rows of Sends lose the person, so many lists and audiences their line. */
export type ContactTraces = { sends: number; audiences: number; listRows: number; waiting: number }
