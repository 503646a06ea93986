import type { SheetCell } from '@/lib/domain/sheet-cell'

/**
 * What is written into a file.
 * @property parts lines, some at a time: the next ones are only asked for once these have left
 * @property zone whose clocks the moments are told by
 */
export type Table = { head: string[]; parts: AsyncIterable<SheetCell[][]>; locale: string; zone: string }
