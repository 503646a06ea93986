import { LIST_LIMITS, type ListProblem } from '@/lib/domain/recipient-list'

/** One line of a file that holds anything: its own number, from 1, and its cells as a person would read them. */
export type FileRecord = { line: number; cells: string[] }

/** Why a file cannot be read, and where. */
export class FileProblem extends Error {
  readonly problem: ListProblem

  constructor(code: ListProblem['code'], line: number | null = null, more: Pick<ListProblem, 'column' | 'max'> = {}) {
    super(`${code}${line === null ? '' : ` at line ${line}`}`)
    this.name = 'FileProblem'
    this.problem = { code, line, ...more }
  }
}

/** The record of these cells, or null where all are blank. Throws where there are more, or longer ones, than one may bring. */
export function toRecord(line: number, cells: string[]): FileRecord | null {
  let length = cells.length
  while (length > 0 && !cells[length - 1]?.trim()) length -= 1
  if (length === 0) return null
  if (length > LIST_LIMITS.columns) throw new FileProblem('tooManyColumns', line, { max: LIST_LIMITS.columns })
  const kept = length === cells.length ? cells : cells.slice(0, length)
  const long = kept.findIndex((cell) => cell.length > LIST_LIMITS.cellLength)
  if (long < 0) return { line, cells: kept }
  // A quote that nobody meant takes in the lines after it.
  if (kept[long]?.includes('\n')) throw new FileProblem('quote', line, { column: long + 1 })
  throw new FileProblem('cellTooLong', line, { column: long + 1, max: LIST_LIMITS.cellLength })
}
