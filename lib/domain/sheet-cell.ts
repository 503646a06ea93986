/** One cell of a table that leaves as a file. A moment is shown as the clocks of the file's zone show it. */
export type SheetCell = string | number | Date | null
