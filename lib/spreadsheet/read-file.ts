import { LIST_LIMITS } from '@/lib/domain/recipient-list'
import { FileProblem, type FileRecord } from './file-record'
import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'

/** Enough for the first directory of an old workbook, which tells a locked new one from it. */
const HEAD = 8_192
const ZIP = Buffer.from('PK\u0003\u0004')
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
/** Pictures, PDF, gzip, RAR, 7z: each says so in its first bytes. */
const NO_TABLE = [
  Buffer.from('%PDF'),
  Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  Buffer.from([0xff, 0xd8, 0xff]),
  Buffer.from([0x1f, 0x8b]),
  Buffer.from('Rar!'),
  Buffer.from([0x37, 0x7a, 0xbc, 0xaf]),
]

const beginsWith = (head: Buffer, mark: Buffer) => head.subarray(0, mark.length).equals(mark)

/** The lines of a CSV file or a workbook, whichever its first bytes tell. Throws a FileProblem. */
export async function* readFile(parts: AsyncIterable<Uint8Array>): AsyncGenerator<FileRecord, void, undefined> {
  const iterator = parts[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  let isWhole = false
  while (head.length < HEAD && !isWhole) {
    const { value, done } = await iterator.next()
    isWhole = done === true
    if (value) head = Buffer.concat([head, value])
  }
  async function* all() {
    if (head.length > 0) yield head
    if (!isWhole) yield* { [Symbol.asyncIterator]: () => iterator }
  }
  try {
    if (beginsWith(head, OLD_EXCEL)) throw new FileProblem(head.includes(ENCRYPTED) ? 'locked' : 'oldExcel')
    if (NO_TABLE.some((mark) => beginsWith(head, mark))) throw new FileProblem('notText')
    yield* beginsWith(head, ZIP) ? readXlsx(all(), LIST_LIMITS) : readCsv(all())
  } finally {
    await iterator.return?.()
  }
}
