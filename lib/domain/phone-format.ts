/** Calling codes have one digit (1, 7), two (these), or else three (ITU E.164). */
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

const inThrees = (digits: string) => digits.replace(/(\d{3})(?=\d{2,})/g, '$1 ')

/**
 * An E.164 phone for reading: `+55 11 99999-9999`. Apart from `phone.ts`, so that pages which only show phones do not
 * load the metadata of every country. Anything else than E.164 is given back as it is.
 */
export function formatPhone(e164: string): string {
  const digits = /^\+?(\d{7,15})$/.exec(e164)?.[1]
  if (!digits) return e164
  const brazilian = /^55(\d\d)(\d{4,5})(\d{4})$/.exec(digits)
  if (brazilian) return `+55 ${brazilian[1]} ${brazilian[2]}-${brazilian[3]}`
  const american = /^1(\d{3})(\d{3})(\d{4})$/.exec(digits)
  if (american) return `+1 ${american[1]} ${american[2]}-${american[3]}`
  const code = digits.slice(0, /^[17]/.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3)
  return `+${code} ${inThrees(digits.slice(code.length))}`
}
