import { type CellFormat, toCellFormat } from './cell-text'
import { FileProblem } from './file-record'
import { readWholeXml } from './read-xml'
import type { Unzipped } from './unzip'

/** What all sheets of a workbook share. */
export type Workbook = {
  /** The parts that hold its sheets, as they stand in it, hidden ones last. */
  sheets: string[]
  texts: string[]
  formats: CellFormat[]
  from1904: boolean
}

const WORKBOOK_TYPE = /\/officeDocument$/
const SHEET_TYPE = /\/worksheet$/
const TEXTS_TYPE = /\/sharedStrings$/
const STYLES_TYPE = /\/styles$/

type Relation = { id: string; type: string; target: string }

/** Where a part named within another one lies. */
function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

async function readRelations(zip: Unzipped, part: string): Promise<Relation[]> {
  const at = part.lastIndexOf('/') + 1
  const relations: Relation[] = []
  await readWholeXml(zip.open(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`), {
    open: (name, { Id: id, Type: type, Target: target }) => {
      if (name === 'Relationship' && id && type && target) relations.push({ id, type, target: resolve(part, target) })
    },
  })
  return relations
}

/** The table of texts that cells name by number; what is read aloud in Japanese (rPh) is left out. */
async function readTexts(zip: Unzipped, part: string, limits: { sharedTextBytes: number }): Promise<string[]> {
  if (zip.sizeOf(part) > limits.sharedTextBytes) throw new FileProblem('unzipsTooBig')
  const texts: string[] = []
  let text = ''
  let isText = false
  let isAside = false
  await readWholeXml(zip.open(part), {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isAside = true
      if (name === 't') isText = !isAside
    },
    text: (more) => {
      if (isText) text += more
    },
    close: (name) => {
      if (name === 't') isText = false
      if (name === 'rPh') isAside = false
      if (name === 'si') texts.push(text)
    },
  })
  return texts
}

async function readFormats(zip: Unzipped, part: string): Promise<CellFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isInCells = false
  await readWholeXml(zip.open(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name === 'xf' && isInCells) ids.push(Number(attributes.numFmtId ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return ids.map((id) => toCellFormat(id, codes.get(id)))
}

export async function readWorkbook(zip: Unzipped, limits: { sharedTextBytes: number }): Promise<Workbook> {
  // Any other zip file, a document of another kind among them, is no table.
  if (!zip.has('[Content_Types].xml')) throw new FileProblem('notText')
  const part = (await readRelations(zip, '')).find(({ type }) => WORKBOOK_TYPE.test(type))?.target ?? 'xl/workbook.xml'
  const relations = await readRelations(zip, part)
  const named: { id: string; isHidden: boolean }[] = []
  let from1904 = false
  await readWholeXml(zip.open(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (name === 'sheet' && id) named.push({ id, isHidden: /hidden/i.test(attributes.state ?? '') })
    },
  })
  const sheets = named
    .toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden))
    .flatMap(({ id }) => relations.filter((one) => one.id === id && SHEET_TYPE.test(one.type)).map((one) => one.target))
    .filter(zip.has)
  if (sheets.length === 0) throw new FileProblem('notText')
  const partOf = (type: RegExp) => relations.find((one) => type.test(one.type))?.target ?? ''
  return {
    sheets,
    // A workbook whose texts stand in their cells has no table of them.
    texts: zip.has(partOf(TEXTS_TYPE)) ? await readTexts(zip, partOf(TEXTS_TYPE), limits) : [],
    formats: zip.has(partOf(STYLES_TYPE)) ? await readFormats(zip, partOf(STYLES_TYPE)) : [],
    from1904,
  }
}
