/** Something that the person at the terminal can mend: told as its one line, without a stack. */
export class Problem extends Error {}

const SYSTEM: Record<string, string> = {
  ENOSPC: 'There is no disk space left',
  // PostgreSQL's own code for a full disk.
  '53100': 'There is no disk space left',
  EACCES: 'Permission was denied',
  EPERM: 'Permission was denied',
  EROFS: 'The disk can only be read',
  EEXIST: 'It is a file, not a folder',
  ENOTDIR: 'It is a file, not a folder',
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

export const isForeseen = (error: unknown) => error instanceof Problem || codeOf(error) in SYSTEM

/** What went wrong, in one line for a person. */
export function toLine(error: unknown): string {
  if (error instanceof Problem) return error.message
  const system = SYSTEM[codeOf(error)]
  const at = error instanceof Error && 'path' in error ? ` (${String(error.path)})` : ''
  if (system) return `${system}${at}.`
  const words = error instanceof Error ? error.message || codeOf(error) || error.name : String(error)
  return words.split('\n')[0] ?? words
}
