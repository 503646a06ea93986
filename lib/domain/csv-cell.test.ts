import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvSeparator, toCsvCell, toCsvLine } from './csv-cell'

/** As a spreadsheet reads one line. */
function readLine(line: string, separator: string): string[] {
  const cells: string[] = []
  let rest = line.replace(/\r\n$/, '')
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest)
    const end = quoted ? quoted[0].length : rest.includes(separator) ? rest.indexOf(separator) : rest.length
    cells.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : rest.slice(0, end))
    if (end >= rest.length) return cells
    rest = rest.slice(end + separator.length)
  }
}

describe('a cell of a CSV file', () => {
  it.each([
    ['Ana', 'Ana'],
    ['a;b', '"a;b"'],
    ['disse "oi"', '"disse ""oi"""'],
    ['duas\nlinhas', '"duas\nlinhas"'],
    [' com espaço', '" com espaço"'],
    ['', ''],
  ])('%j is written as %j', (text, cell) => expect(toCsvCell(text)).toBe(cell))

  it.each(['=1+1', '=HYPERLINK("http://x")', '+A1', '-A1+2', '@SUM(A1)', '\t=1', ' =1', '＝1', "|calc'!A0", '%0'])(
    'never begins a formula: %j',
    (text) => expect(toCsvCell(text).replace(/^"/, '')).toMatch(/^'/),
  )

  it.each(['+55 11 99999-8888', '-12,5', '(11) 99999-8888', '+5511999998888'])('leaves %s as it is', (text) =>
    expect(toCsvCell(text)).toBe(text),
  )

  it('needs no quotes for the separator of another language', () => {
    expect(toCsvCell('a;b', ',')).toBe('a;b')
    expect(toCsvCell('a,b', ',')).toBe('"a,b"')
    expect([csvSeparator('pt-BR'), csvSeparator('en')]).toEqual([';', ','])
  })

  it('is read back as it was, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 2, maxLength: 5 }),
        fc.constantFrom(';', ','),
        (cells, separator) => {
          const read = readLine(toCsvLine(cells, separator), separator)
          expect(read.map((cell, i) => (cell === `'${cells[i]}` ? cells[i] : cell))).toEqual(cells)
        },
      ),
    )
  })
})
