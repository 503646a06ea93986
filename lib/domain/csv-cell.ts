/** What Excel, LibreOffice and Sheets read as the beginning of a formula. */
const FORMULA = /^[\t\r\n ]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/
/** A number or a phone may begin with its sign: nothing in it can be called. */
const NUMBER = /^[+-]?[\d\s.,()-]+$/

/**
 * One cell of a CSV file, with quotes where it needs them. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it, which the spreadsheet takes for "this is text".
 */
export function toCsvCell(text: string, separator = ';'): string {
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  const needsQuotes = /["\r\n\t]|^ | $/.test(harmless) || harmless.includes(separator)
  return needsQuotes ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A line of a CSV file, with its end. */
export const toCsvLine = (cells: readonly string[], separator = ';'): string =>
  `${cells.map((cell) => toCsvCell(cell, separator)).join(separator)}\r\n`

/** By it Excel knows that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

/** Excel expects the list separator of its own language. */
export const csvSeparator = (locale: string): string => (locale.startsWith('pt') ? ';' : ',')
