import { describe, expect, it } from 'vitest'
import { FileProblem, type FileRecord } from './file-record'
import { readCsv } from './read-csv'

/** Windows-1252 as far as these tests need it: Latin-1, and the euro sign and dash that are not. */
const windows = (text: string) =>
  Buffer.from([...text].map((one) => ({ '€': 0x80, '–': 0x96, '’': 0x92 })[one] ?? one.charCodeAt(0)))
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

async function* cut(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(bytes: Buffer | string, size = 7): Promise<FileRecord[]> {
  const records: FileRecord[] = []
  for await (const one of readCsv(cut(Buffer.from(bytes as Buffer), size))) records.push(one)
  return records
}
const problemOf = (bytes: Buffer | string) =>
  read(bytes).then(
    () => null,
    (error: unknown) => (error instanceof FileProblem ? error.problem : error),
  )

const TABLE = 'Nome;Telefone;Cidade\r\nJoão;11987654321;São Paulo\r\nConceição;21912345678;Niterói\r\n'
const ROWS = [
  { line: 1, cells: ['Nome', 'Telefone', 'Cidade'] },
  { line: 2, cells: ['João', '11987654321', 'São Paulo'] },
  { line: 3, cells: ['Conceição', '21912345678', 'Niterói'] },
]

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TABLE}`)],
    ['Windows-1252, as Excel in Brazil writes it', windows(TABLE)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
    ['UTF-16 the other way round', utf16be(TABLE)],
    ['UTF-16 without a mark', Buffer.from(TABLE, 'utf16le')],
    ['old Macintosh line ends', Buffer.from(TABLE.replaceAll('\r\n', '\r'))],
    ['Unix line ends and none at the end', Buffer.from(TABLE.replaceAll('\r\n', '\n').trimEnd())],
  ])('is read in %s, however it is cut', async (_name, bytes) => {
    for (const size of [1, 2, 3, 5, 64, 100_000]) expect(await read(bytes, size)).toEqual(ROWS)
  })

  it('has what Windows-1252 alone has', async () => {
    expect(await read(windows('Preço;Obs\nR$ 10 – €5;d’água é\n'))).toEqual([
      { line: 1, cells: ['Preço', 'Obs'] },
      { line: 2, cells: ['R$ 10 – €5', 'd’água é'] },
    ])
  })

  it('finds the first accent of Windows-1252 far into the file', async () => {
    const plain = Array.from({ length: 20_000 }, (_, i) => `Ana;1198765${String(i).padStart(4, '0')}\r\n`).join('')
    const records = await read(windows(`${plain}José;11900000000\r\n`), 4096)
    expect(records).toHaveLength(20_001)
    expect(records.at(-1)).toEqual({ line: 20_001, cells: ['José', '11900000000'] })
  })

  it('stays UTF-8 where a byte is broken', async () => {
    const broken = Buffer.concat([Buffer.from('São;Conceição;João'), Buffer.from([0xe3]), Buffer.from(';fim\n')])
    expect(await read(broken)).toEqual([{ line: 1, cells: ['São', 'Conceição', 'João\ufffd', 'fim'] }])
  })

  it.each([
    [';', 'a;b;c\n1,5;2,5;3,5\n'],
    [',', 'a,b,c\n1;x,2,3\n4,5,6\n'],
    ['tab', 'a\tb\tc\n1\t2, 3\t4\n'],
    ['; with commas in each line', 'nome;valor\nAna;1,50\nBia;2,50\n'],
    ['; in quotes that hold commas', '"Silva, Ana";"11987654321"\n"Souza, Bia, filha";"11987654322"\n'],
  ])('has its cells apart by %s', async (_name, text) => {
    const [first] = await read(text)
    expect(first?.cells.length).toBeGreaterThan(1)
    expect(first?.cells.every((cell) => !/[;\t]/.test(cell))).toBe(true)
  })

  it('is told its separator by Excel’s own first line, which is no line of the table', async () => {
    expect(await read('sep=,\r\nnome,fone\r\nAna;Bia,11987654321\r\n')).toEqual([
      { line: 2, cells: ['nome', 'fone'] },
      { line: 3, cells: ['Ana;Bia', '11987654321'] },
    ])
  })

  it('keeps the numbers of its lines over blank ones and quoted line breaks', async () => {
    const text = 'nome;obs\r\n\r\n"Ana\r\nMaria";"a ""b"" c"\r\n;;\r\n  ;\r\n\r\nBia;x;y;z\r\n"C\r\n\r\nD";1\r\nfim\r\n'
    expect(await read(text)).toEqual([
      { line: 1, cells: ['nome', 'obs'] },
      { line: 3, cells: ['Ana\nMaria', 'a "b" c'] },
      { line: 8, cells: ['Bia', 'x', 'y', 'z'] },
      { line: 9, cells: ['C\n\nD', '1'] },
      { line: 12, cells: ['fim'] },
    ])
  })

  it('takes quotes within a name, and formulas, for what they are: text', async () => {
    expect(await read('nome;fone\nJoão "Zé" Silva;=1+1\n="0119";@cmd\n"Zé"zinho;1\n')).toEqual([
      { line: 1, cells: ['nome', 'fone'] },
      { line: 2, cells: ['João "Zé" Silva', '=1+1'] },
      { line: 3, cells: ['="0119"', '@cmd'] },
      { line: 4, cells: ['"Zé"zinho', '1'] },
    ])
  })

  it('that holds nothing has no records', async () => {
    expect(await read('')).toEqual([])
    expect(await read('\ufeff\r\n ; ;\r\n')).toEqual([])
  })

  it('says where it is no text', async () => {
    expect(await problemOf(Buffer.from('a;b\nc;d\ne\0f;g\n'))).toEqual({ code: 'notText', line: 3 })
  })

  it('says where a quote begins that never ends', async () => {
    expect(await problemOf('a;b\n\nc;"d\ne;f\n')).toMatchObject({ code: 'quote', line: 3 })
    expect(await problemOf(`a;b\nc;"d\n${'e;f\n'.repeat(1000)}"\n`)).toMatchObject({
      code: 'quote',
      line: 2,
      column: 2,
    })
    expect(await problemOf(`a;b\nc;"d\n${'e;f\n'.repeat(300_000)}`)).toMatchObject({ code: 'quote', line: 2 })
  })

  it('says where it has too many columns, or too long a cell', async () => {
    expect(await problemOf(`a\n${'x;'.repeat(101)}\n`)).toEqual({ code: 'tooManyColumns', line: 2, max: 100 })
    expect(await problemOf(`a\n\nb;${'x'.repeat(2001)}\n`)).toEqual({
      code: 'cellTooLong',
      line: 3,
      column: 2,
      max: 2000,
    })
  })

  it('is not read ahead of who takes its records', async () => {
    let given = 0
    async function* endless() {
      for (;;) {
        given += 1
        yield Buffer.from(`Pessoa ${given};11987654321;São Paulo\n`.repeat(100))
      }
    }
    let taken = 0
    for await (const _ of readCsv(endless())) {
      taken += 1
      if (taken % 5000 === 0) expect(given * 100 - taken).toBeLessThan(10_000)
      if (taken === 50_000) break
    }
    expect(taken).toBe(50_000)
  })
})
