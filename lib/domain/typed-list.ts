/** Between numbers that somebody typed one after another. */
const APART = /[,;\t\n]+/
/** Digits and what is written between them; nothing of a name. */
const NUMBER = /^[\s\d()+.-]*\d[\s\d()+.-]*$/
/** As many digits as a phone with its area code has, at least. */
const DIGITS = 10

/**
 * Numbers alone, typed or pasted one after another: one person each, whatever stands between them.
 * @returns null where there is anything else, so that each line is one person
 */
export function splitNumbers(text: string): { line: number; cells: string[] }[] | null {
  const pieces = text
    .replace(/\r\n?/g, '\n')
    .split(APART)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const isNumber = (piece: string) => NUMBER.test(piece) && piece.replace(/\D/g, '').length >= DIGITS
  if (!pieces.every(isNumber)) return null
  return pieces.map((piece, i) => ({ line: i + 1, cells: [piece] }))
}
