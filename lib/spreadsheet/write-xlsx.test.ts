import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import type { SheetCell } from '@/lib/domain/sheet-cell'
import { readFile } from './read-file'
import { writeCsv } from './write-csv'
import { writeXlsx } from './write-xlsx'

const ZONE = 'America/Sao_Paulo'
const HEAD = ['Criada em', 'Telefone', 'Nome', 'Código']

async function* inParts(lines: SheetCell[][], size = 2) {
  for (let i = 0; i < lines.length; i += size) yield lines.slice(i, i + size)
}

const table = (lines: SheetCell[][], locale = 'pt-BR') => ({ head: HEAD, parts: inParts(lines), locale, zone: ZONE })

async function bytesOf(pieces: AsyncIterable<Uint8Array>) {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const WILD = [
  "=cmd|' /C calc'!A0",
  'diz "oi"; e\n mais',
  ' <a> & _x0041_ \u0001',
  '😀 \ud800 ñ',
  '',
  '+55 11 99999-0001',
]

async function recordsOf(bytes: Buffer) {
  const records: string[][] = []
  const parts = (async function* () {
    yield bytes
  })()
  for await (const { cells } of readFile(parts)) records.push(cells)
  return records
}

/** The parts of a zip file, as texts. */
async function unzipOf(bytes: Buffer) {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true })
  const parts: Record<string, string> = {}
  for await (const entry of zip.eachEntry()) {
    const all: Uint8Array[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) all.push(piece as Uint8Array)
    parts[entry.fileName] = Buffer.concat(all).toString()
  }
  return parts
}

describe('a workbook', () => {
  it('holds every text as it was, no formula, and moments by the clocks of its zone', async () => {
    const lines = WILD.map((text): SheetCell[] => [new Date('2026-11-23T02:30:05Z'), '+55 11 99999-0001', text, 131026])
    const [head, ...records] = await recordsOf(await bytesOf(writeXlsx(table(lines), { name: 'Mensagens' })))
    expect(head).toEqual(HEAD)
    expect(records.map(([, phone, , code]) => [phone, code])).toEqual(WILD.map(() => ['+55 11 99999-0001', '131026']))
    expect(records.map(([, , text]) => text)).toEqual([
      WILD[0],
      WILD[1],
      ' <a> & _x0041_ ',
      '😀  ñ',
      '',
      '+55 11 99999-0001',
    ])
    expect(records[0]?.[0]).toMatch(/^(22\/11\/2026|2026-11-22) 23:30/)
  })

  it('goes on on the next sheet where one is full', async () => {
    const lines = Array.from({ length: 7 }, (_, i): SheetCell[] => [null, null, `n${i}`, i])
    const bytes = await bytesOf(writeXlsx(table(lines, 'en'), { name: 'Messages: all', lines: 4 }))
    const zip = await unzipOf(bytes)
    const sheet = (n: number) => zip[`xl/worksheets/sheet${n}.xml`] ?? ''
    const namesIn = (xml: string) => [...xml.matchAll(/>(n\d)</g)].map(([, name]) => name)
    expect([1, 2, 3].map((n) => namesIn(sheet(n)))).toEqual([['n0', 'n1', 'n2'], ['n3', 'n4', 'n5'], ['n6']])
    for (const n of [1, 2, 3]) expect(sheet(n)).toContain('Telefone')
    expect(zip['xl/workbook.xml']).toMatch(/name="Messages {2}all".*name="Messages {2}all 2".*name="Messages {2}all 3"/)
    expect(Object.keys(zip)).toHaveLength(8)
  })

  it('is one empty sheet where there are no lines', async () => {
    expect(await recordsOf(await bytesOf(writeXlsx(table([]), { name: 'x' })))).toEqual([HEAD])
  })

  it('breaks off with the fault of what it is made of', async () => {
    async function* broken() {
      yield [[null, null, 'a', 1]] as SheetCell[][]
      throw new Error('the database is gone')
    }
    await expect(bytesOf(writeXlsx({ ...table([]), parts: broken() }, { name: 'x' }))).rejects.toThrow('is gone')
  })
})

describe.each([
  ['a workbook', (parts: AsyncIterable<SheetCell[][]>) => writeXlsx({ ...table([]), parts }, { name: 'x' })],
  ['a CSV file', (parts: AsyncIterable<SheetCell[][]>) => writeCsv({ ...table([]), parts })],
])('%s of 200,000 lines', (_name, write) => {
  const LINES = 2_000
  const made = { parts: 0, isClosed: false }
  async function* parts() {
    made.parts = 0
    made.isClosed = false
    try {
      for (; made.parts < 100; made.parts++)
        yield Array.from({ length: LINES }, (_, i): SheetCell[] => [
          new Date(1_700_000_000_000 + i * 60_000),
          `+55 11 9${made.parts}${i}`,
          `Maria das Dores ${i * 7_919} de Souza ${made.parts}`,
          i,
        ])
    } finally {
      made.isClosed = true
    }
  }

  it('needs no more memory at its end than at its beginning', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const held = () => {
      collect()
      const { heapUsed, external } = process.memoryUsage()
      return (heapUsed + external) / 2 ** 20
    }
    const before = held()
    const after: number[] = []
    let bytes = 0
    let next = 20
    for await (const piece of write(parts())) {
      bytes += piece.length
      if (made.parts < next) continue
      next += 20
      after.push(held() - before)
    }
    expect(bytes).toBeGreaterThan(2_000_000)
    expect(after.length).toBeGreaterThanOrEqual(4)
    for (const grown of after) expect(grown).toBeLessThan(24)
  }, 60_000)

  it('reads no further than its pieces are taken, and lets go when nobody takes them any more', async () => {
    const pieces = write(parts())
    for (let taken = 0; taken < 3; taken++) await pieces.next()
    await new Promise((resolve) => setImmediate(resolve))
    expect(made.parts).toBeLessThan(8)
    await pieces.return(undefined)
    expect(made.isClosed).toBe(true)
  })
})

describe('a CSV file', () => {
  const linesOf = async (locale: string) =>
    (await bytesOf(writeCsv(table([[new Date('2026-11-23T02:30:05Z'), '+55 11 99999-0001', '=1+1; "x"', 5]], locale))))
      .toString()
      .split('\r\n')

  it('is what the spreadsheets of its language open: mark, separator, moments', async () => {
    expect(await linesOf('pt-BR')).toEqual([
      '\ufeffCriada em;Telefone;Nome;Código',
      `22/11/2026 23:30:05;+55 11 99999-0001;"'=1+1; ""x""";5`,
      '',
    ])
    expect((await linesOf('en'))[1]).toBe(`2026-11-22 23:30:05,+55 11 99999-0001,"'=1+1; ""x""",5`)
  })
})
