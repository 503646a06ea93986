import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { LIST_LIMITS } from '@/lib/domain/recipient-list'
import { zipOf } from '@/lib/testing/zip'
import { FileProblem, type FileRecord } from './file-record'
import { readFile } from './read-file'
import { readXlsx } from './read-xlsx'

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...ones: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${ones
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`
const sheet = (rows: string) => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`

/** Cell formats by their number: 0 general, 1 date, 2 date and time, 3 R$, 4 percent, 5 eleven digits, 6 a phone's mask. */
const STYLES = `<styleSheet><numFmts>
  <numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/>
  <numFmt numFmtId="165" formatCode="&quot;R$&quot;\\ #,##0.00;[Red]\\-&quot;R$&quot;\\ #,##0.00"/>
  <numFmt numFmtId="166" formatCode="00000000000"/>
  <numFmt numFmtId="167" formatCode="\\(00\\)\\ 00000\\-0000"/>
</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>
  <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="166"/><xf numFmtId="167"/>
</cellXfs></styleSheet>`

const parts = (sheets: string[], more: Record<string, string | Uint8Array> = {}) => ({
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `<workbook xmlns:r="${RELS}"><sheets>${sheets
    .map((_, i) => `<sheet name="P${i}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    ...sheets.map((_, i): [string, string, string] => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
    ['rIdS', 'sharedStrings', '/xl/sharedStrings.xml'],
    ['rIdT', 'styles', 'styles.xml'],
  ),
  'xl/styles.xml': STYLES,
  'xl/sharedStrings.xml':
    '<sst><si><t>Nome</t></si><si><t>Telefone</t></si><si><r><t>Ana </t></r><r><t xml:space="preserve">&amp; Bia</t></r><rPh><t>x</t></rPh></si></sst>',
  ...Object.fromEntries(sheets.map((rows, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet(rows)])),
  ...more,
})

async function* cut(bytes: Buffer, size = 1_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(bytes: Buffer, reading = readFile): Promise<FileRecord[]> {
  const records: FileRecord[] = []
  for await (const record of reading(cut(bytes))) records.push(record)
  return records
}
const problemOf = (bytes: Buffer, reading = readFile) =>
  read(bytes, reading).then(
    () => null,
    (error: unknown) => (error instanceof FileProblem ? error.problem.code : error),
  )
const cells = async (row: string) => (await read(zipOf(parts([`<row r="1">${row}</row>`]))))[0]?.cells
const spooled = () => readdirSync(tmpdir()).filter((name) => /^listazap-.*\.xlsx$/.test(name))

describe('a workbook', () => {
  it('has its texts, its gaps and the numbers of its lines', async () => {
    const rows = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
      <row r="3"><c r="B3" s="1"/></row>
      <row r="5"><c r="A5" t="s"><v>2</v></c><c r="C5" t="inlineStr"><is><t>+55 11 98765-4321</t></is></c></row>
      <row><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="inlineStr"><is><t>a_x000D_b_x0000_</t></is></c></row>`
    expect(await read(zipOf(parts([rows])))).toEqual([
      { line: 2, cells: ['Nome', '', 'Telefone'] },
      { line: 5, cells: ['Ana & Bia', '', '+55 11 98765-4321'] },
      { line: 6, cells: ['ab', 'VERDADEIRO', '', 'a\nb'] },
    ])
  })

  it.each([
    ['<c><v>5511987654321</v></c>', '5511987654321'],
    ['<c><v>5.511987654321E12</v></c>', '5511987654321'],
    ['<c><v>5.5119876543210000E+12</v></c>', '5511987654321'],
    ['<c><v>149.9</v></c>', '149,9'],
    ['<c><v>0.30000000000000004</v></c>', '0,3'],
    ['<c><v>-7</v></c>', '-7'],
    ['<c s="1"><v>46295</v></c>', '30/09/2026'],
    ['<c s="2"><v>46295.604166666664</v></c>', '30/09/2026 14:30'],
    ['<c s="2"><v>46295</v></c>', '30/09/2026'],
    ['<c s="3"><v>1249.5</v></c>', 'R$ 1.249,50'],
    ['<c s="3"><v>-3</v></c>', '-R$ 3,00'],
    ['<c s="4"><v>0.125</v></c>', '12,50%'],
    ['<c s="5"><v>5299822472</v></c>', '05299822472'],
    ['<c s="6"><v>11987654321</v></c>', '11987654321'],
    ['<c t="d"><v>2026-09-30T00:00:00</v></c>', '30/09/2026'],
    ['<c t="d"><v>2026-09-30T14:30:00Z</v></c>', '30/09/2026 14:30'],
  ])('shows %s as a person reads it: %s', async (cell, text) => expect(await cells(cell)).toEqual([text]))

  it('counts its days from 1904 where it says so', async () => {
    const made = parts(['<row><c s="1"><v>44833</v></c></row>'])
    made['xl/workbook.xml'] = made['xl/workbook.xml'].replace('<sheets>', '<workbookPr date1904="1"/><sheets>')
    expect(await read(zipOf(made))).toEqual([{ line: 1, cells: ['30/09/2026'] }])
  })

  it('is read from its first sheet that holds anything, a hidden one last', async () => {
    const one = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`
    const made = parts([one('oculta'), '<row r="1"/>', one('aqui'), one('depois')])
    made['xl/workbook.xml'] = made['xl/workbook.xml'].replace('name="P0"', 'name="P0" state="hidden"')
    expect(await read(zipOf(made))).toEqual([{ line: 1, cells: ['aqui'] }])
  })

  it('is refused where it would unpack to more than it may, before it is unpacked', async () => {
    const made = zipOf(parts([`<row><c t="inlineStr"><is><t>${'a'.repeat(3_000_000)}</t></is></c></row>`]))
    expect(made.length).toBeLessThan(100_000)
    const tight = (limit: Partial<typeof LIST_LIMITS>) => (bytes: AsyncIterable<Uint8Array>) =>
      readXlsx(bytes, { ...LIST_LIMITS, ...limit })
    expect(await problemOf(made, tight({ unzippedBytes: 2_000_000 as never }))).toBe('unzipsTooBig')
    expect(await problemOf(made)).toBe('cellTooLong')
    expect(await problemOf(zipOf(parts(['<row/>'])), tight({ sharedTextBytes: 100 as never }))).toBe('unzipsTooBig')
  })

  it('is refused where a part is larger than it says', async () => {
    const made = zipOf(parts(['<row/>']), { lieAbout: 'xl/worksheets/sheet1.xml', size: 10 })
    expect(await problemOf(made)).toBe('broken')
  })

  it('is refused where its XML defines entities, is damaged, or never comes to a tag', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
    expect(await problemOf(zipOf(parts(['<row/>'], { 'xl/worksheets/sheet1.xml': bomb })))).toBe('broken')
    expect(await problemOf(zipOf(parts(['<row><c></row>'])))).toBe('broken')
    expect(await problemOf(zipOf(parts([`<row><c><v>${'1'.repeat(5_000_000)}`])))).toBe('broken')
    expect(await problemOf(zipOf(parts(['<row r="0"><c><v>1</v></c></row>'])))).toBe('broken')
    expect(await problemOf(zipOf(parts(['<row><c r="ZZZZZ1"><v>1</v></c></row>'])))).toBe('broken')
  })

  it('is told from other files', async () => {
    expect(await problemOf(zipOf({ 'content.xml': '<office/>' }))).toBe('notText')
    expect(await problemOf(Buffer.from('PK\u0003\u0004 and nothing more'))).toBe('broken')
    expect(await problemOf(zipOf(parts(['<row/>'])).subarray(0, 600))).toBe('broken')
    expect(await problemOf(Buffer.from('%PDF-1.7 …'))).toBe('notText')
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_000)])
    expect(await problemOf(old)).toBe('oldExcel')
    expect(await problemOf(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('locked')
  })

  it('leaves nothing on the disk, taken to its end or not', async () => {
    const before = spooled()
    const made = zipOf(parts(['<row><c><v>1</v></c></row>'.repeat(500)]))
    await read(made)
    for await (const _ of readFile(cut(made))) break
    await problemOf(zipOf(parts(['<row><c></row>'])))
    expect(spooled()).toEqual(before)
  })

  it('of very many lines is not read ahead of who takes them', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, i) => `<row><c><v>${11987650000 + i}</v></c><c t="s"><v>0</v></c></row>`,
    )
    const made = zipOf(parts([rows.join('')]))
    let count = 0
    for await (const record of readFile(cut(made, 65_536))) {
      count += 1
      expect(record.line).toBe(count)
    }
    expect(count).toBe(30_000)
  })
})
