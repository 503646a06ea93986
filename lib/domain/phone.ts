// The smallest metadata (20 kB gzipped, against 40): it knows each country's lengths and general pattern, which is what a
// typed recipient needs. Telling mobiles from landlines would need the large one, and WhatsApp runs on both.
import {
  ParseError,
  type PhoneNumber,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min'

export type PhoneRejection = 'empty' | 'notANumber' | 'tooShort' | 'tooLong' | 'invalid' | 'needsPlus'

export type ParsedPhone =
  | { ok: true /** E.164. */; phone: string; country: string | undefined; note?: 'addedCountry' }
  | { ok: false; reason: PhoneRejection }

/** What comes along unseen when a number is copied from a contact: direction marks, zero-width and hard spaces. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Area codes in use (Anatel), then a mobile with its ninth digit, or eight digits: a landline, or a mobile as `wa_id` writes it. */
export const BRAZILIAN =
  /^(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])(?:9\d{8}|[2-9]\d{7})$/

const REASONS: Record<string, PhoneRejection> = {
  NOT_A_NUMBER: 'notANumber',
  INVALID_COUNTRY: 'invalid',
  TOO_SHORT: 'tooShort',
  TOO_LONG: 'tooLong',
  INVALID_LENGTH: 'invalid',
}

function read(text: string): PhoneNumber | PhoneRejection {
  try {
    const number = parsePhoneNumberWithError(text, { defaultCountry: 'BR', extract: false })
    if (number.ext) return 'notANumber'
    if (number.countryCallingCode === '55') return checkBrazilian(number)
    if (number.isValid()) return number
    return REASONS[validatePhoneNumberLength(text, 'BR') ?? ''] ?? 'invalid'
  } catch (error) {
    if (error instanceof ParseError) return REASONS[error.message] ?? 'invalid'
    throw error
  }
}

function checkBrazilian(number: PhoneNumber): PhoneNumber | PhoneRejection {
  if (BRAZILIAN.test(number.nationalNumber)) return number
  if (number.nationalNumber.length < 10) return 'tooShort'
  return number.nationalNumber.length > 11 ? 'tooLong' : 'invalid'
}

/**
 * A phone as a person types or pastes it. A Brazilian number may come without 55, with 0 or a carrier's prefix; any
 * other needs its + (or 00). `addedCountry` says that the 55 is ours.
 */
export function parsePhone(input: string): ParsedPhone {
  const text = input.replace(UNSEEN, '').replace(/\s+/g, ' ').trim()
  if (!text) return { ok: false, reason: 'empty' }
  const international = text.startsWith('00') ? `+${text.slice(2).trim()}` : text
  const number = read(international)
  if (typeof number !== 'string') {
    const typed = international.replace(/\D/g, '')
    const added = !international.startsWith('+') && !typed.startsWith(number.number.slice(1))
    return { ok: true, phone: number.number, country: number.country, ...(added && { note: 'addedCountry' as const }) }
  }
  const foreign =
    number !== 'notANumber' && !international.startsWith('+') && typeof read(`+${international}`) !== 'string'
  return { ok: false, reason: foreign ? 'needsPlus' : number }
}
