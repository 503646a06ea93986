import { BRAZILIAN, type PhoneRejection, parsePhone } from './phone'

/**
 * What was done to a phone before it could be dialled. removedMarks: spaces, dashes and whatever else is no digit;
 * fromNumber: a spreadsheet had made a number of it (5.511987654321E+12, 5511987654321.0); removedCountry: a 55 too many;
 * removedZero, removedCarrier: what one dials before an area code; removedNinth, addedNinth: the ninth digit.
 */
export const PHONE_REPAIRS = [
  'removedMarks',
  'fromNumber',
  'removedCountry',
  'removedZero',
  'removedCarrier',
  'addedCountry',
  'removedNinth',
  'addedNinth',
] as const
export type PhoneRepair = (typeof PHONE_REPAIRS)[number]

/**
 * Why a cell is no phone. digitsLost: a spreadsheet shortened it (5,51199E+12), and what is gone nobody knows; noAreaCode:
 * a Brazilian number without one; several: more than one number in the cell.
 */
export const REJECTIONS = [
  'empty',
  'notANumber',
  'tooShort',
  'tooLong',
  'invalid',
  'needsPlus',
  'digitsLost',
  'noAreaCode',
  'several',
] as const satisfies readonly (PhoneRejection | 'digitsLost' | 'noAreaCode' | 'several')[]
export type RowRejection = (typeof REJECTIONS)[number]

export type RepairedPhone =
  | { ok: true /** E.164. */; phone: string; repairs: PhoneRepair[] }
  | { ok: false; reason: RowRejection }

const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** What spreadsheets, vCards and links put around a number: ="5511…", '5511…, tel:+55…, wa.me/5511…. */
const WRAPPED = /^(?:=?"(.*)"|'(.*)|(?:tel|whatsapp|fone|cel(?:ular)?)\s*[:.]?\s*(.*)|(?:https?:\/\/)?wa\.me\/(\d+))$/is
const EXPONENT = /^\+?(\d+)(?:[.,](\d+))?e\+?(\d{1,2})$/i
const WITH_DECIMALS = /^(\+?\d{8,15})[.,]0{1,2}$/
const APART = /\s*(?:[/;|,\n]|\s(?:e|ou|or|and)\s)\s*/i

/** Excel writes a long number with five decimals; who writes ten digits or more writes them all. */
const SURE_DIGITS = 10

/** Two digits of an area code, then a mobile as it was written before 2016. */
const OLD_MOBILE = /^\+55([1-9][1-9])([6-9]\d{7})$/
/** A mobile whose nine was put before it although it was there already. */
const TWO_NINTHS = /^([1-9][1-9])9(9\d{8})$/

function unwrap(input: string): string {
  const text = input.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim()
  const [, ...inner] = WRAPPED.exec(text) ?? []
  return (inner.find((part) => part !== undefined) ?? text).trim()
}

/** The digits of a number that a spreadsheet wrote as one; null where some are gone, the text itself where it is none. */
function fromNumber(text: string): string | null {
  const decimals = WITH_DECIMALS.exec(text)
  if (decimals?.[1]) return decimals[1]
  const exponent = EXPONENT.exec(text)
  if (!exponent) return text
  const [, whole = '', fraction = '', power = ''] = exponent
  const known = whole + fraction.replace(/0+$/, '')
  const places = whole.length + Number(power)
  if (known.length < SURE_DIGITS || known.length > places) return null
  return known.padEnd(places, '0')
}

/** What a Brazilian number may be once something is taken off, the likeliest first. */
function* withoutSpare(digits: string): Generator<[string, ...PhoneRepair[]]> {
  const country = digits.startsWith('55') && digits.length > 11
  const national = country ? digits.slice(2) : digits
  const ninth = TWO_NINTHS.exec(national)
  if (ninth) yield [`+55${ninth[1]}${ninth[2]}`, 'removedNinth', ...added(country)]
  const zero = /^0+([1-9].*)$/.exec(national)
  if (zero) yield [`+55${zero[1]}`, 'removedZero', ...added(country)]
  if (/^5555\d{10,11}$/.test(digits)) yield [`+${digits.slice(2)}`, 'removedCountry']
  // 0, the carrier's two digits, the area code and the number.
  const carrier = /^0[1-9]\d([1-9]\d{9,10})$/.exec(national)
  if (carrier) yield [`+55${carrier[1]}`, 'removedCarrier', ...added(country)]
}
const added = (hasCountry: boolean): PhoneRepair[] => (hasCountry ? [] : ['addedCountry'])

/** A Brazilian number as people write it: +55 (11) 98765-4321, 11 8765.4321, 5511987654321. */
const USUAL = /^(?:\+?55[ -]?)?\(?(\d\d)\)?[ -]?(9?)[ .-]?(\d{4})[ .-]?(\d{4})$/

/** Nearly every line: what parsePhone would find, twenty times sooner. */
function readUsual(text: string): { ok: true; phone: string } | null {
  const national = USUAL.exec(text)?.slice(1).join('')
  return national && BRAZILIAN.test(national) ? { ok: true, phone: `+55${national}` } : null
}

/** What stood before a number, by what `parsePhone` made of it. */
function toldOf(digits: string, phone: string): PhoneRepair[] {
  const found = phone.slice(1)
  if (!found.startsWith('55')) return digits === found ? [] : ['removedZero']
  const before = digits.slice(0, digits.length - (found.length - 2))
  const hasCountry = before.replace(/^00/, '').startsWith('55')
  const dialled = before.replace(/^(?:00)?55/, '')
  return [
    ...(hasCountry && before.startsWith('00') ? (['removedZero'] as const) : []),
    ...(dialled === '' ? [] : ([/^0+$/.test(dialled) ? 'removedZero' : 'removedCarrier'] as const)),
    ...added(hasCountry),
  ]
}

function withNinth(phone: string, repairs: PhoneRepair[]): RepairedPhone {
  const ninth = OLD_MOBILE.exec(phone)
  if (!ninth) return { ok: true, phone, repairs }
  return { ok: true, phone: `+55${ninth[1]}9${ninth[2]}`, repairs: [...repairs, 'addedNinth'] }
}

function rejectionOf(text: string, reason: PhoneRejection): RowRejection {
  const parts = text.split(APART).filter((part) => part !== '')
  if (parts.length > 1 && parts.filter((part) => parsePhone(part).ok).length > 1) return 'several'
  if (/^9?[2-9]\d{7}$/.test(text.replace(/[\s().-]/g, ''))) return 'noAreaCode'
  return reason
}

/**
 * A phone as a list brings it, made dialable where that can be known, with all that was done to it. A Brazilian mobile
 * without its ninth digit gets it: all of them have had it since 2016.
 */
export function repairPhone(input: string): RepairedPhone {
  const text = unwrap(input)
  const plain = fromNumber(text)
  if (plain === null) return { ok: false, reason: 'digitsLost' }
  const repairs: PhoneRepair[] = plain === text ? [] : ['fromNumber']
  const digits = plain.replace(/\D/g, '')
  if (repairs.length === 0 && input !== digits && input !== `+${digits}`) repairs.push('removedMarks')

  const parsed = readUsual(plain) ?? parsePhone(plain)
  if (parsed.ok) return withNinth(parsed.phone, [...repairs, ...toldOf(digits, parsed.phone)])
  if (!/[^\d\s().+-]/.test(plain)) {
    for (const [phone, ...done] of withoutSpare(digits)) {
      const again = parsePhone(phone)
      if (again.ok) return withNinth(again.phone, [...repairs, ...done])
    }
  }
  return { ok: false, reason: rejectionOf(plain, parsed.reason) }
}
