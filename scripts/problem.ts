/** Something that the person at the terminal can mend: told as its one line, without a stack. */
export class Problem extends Error {}

/** What went wrong, in one line for a person. */
export function toLine(error: unknown): string {
  if (error instanceof Problem) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const at = error instanceof Error && 'path' in error ? ` (${String(error.path)})` : ''
  if (code === 'ENOSPC' || code === '53100') return `There is no disk space left${at}.`
  if (code === 'EACCES' || code === 'EPERM') return `Permission was denied${at}.`
  if (code === 'EROFS') return `The disk can only be read${at}.`
  const words = error instanceof Error ? error.message || code || error.name : String(error)
  return words.split('\n')[0] ?? words
}
