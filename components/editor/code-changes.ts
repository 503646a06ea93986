/** One stretch of a text that is replaced: indexes in the text as it was. */
export type CodeChange = { from: number; to: number; insert: string }

const MOST_PAIRS = 1_000_000

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** How long the longest common run of lines from i and j on is, for every i and j: a row of the table for each i. */
function commonRuns(a: string[], b: string[]): Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, next] = [table[i], table[i + 1]]
    if (!row || !next) continue
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}

/** Without what both ends have in common; a character of two units stays whole. */
function tight(was: string, is: string, from: number): CodeChange {
  const most = Math.min(was.length, is.length)
  let start = 0
  while (start < most && was[start] === is[start]) start += 1
  if (/[\ud800-\udbff]/.test(was[start - 1] ?? '')) start -= 1
  let end = 0
  while (end < most - start && was.at(-1 - end) === is.at(-1 - end)) end += 1
  if (end && /[\udc00-\udfff]/.test(was.at(-end) ?? '')) end -= 1
  return { from: from + start, to: from + was.length - end, insert: is.slice(start, is.length - end) }
}

/** The least that makes one text of the other, line by line: so that a caret in a line that stays, stays there. */
export function codeChanges(was: string, is: string): CodeChange[] {
  if (was === is) return []
  const [a, b] = [linesOf(was), linesOf(is)]
  if (a.length * b.length > MOST_PAIRS) return [tight(was, is, 0)]
  const table = commonRuns(a, b)
  const changes: CodeChange[] = []
  let [i, j, at] = [0, 0, 0]
  while (i < a.length || j < b.length) {
    const [from, gone, come] = [at, i, j]
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) break
      if (j >= b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
        at += a[i]?.length ?? 0
        i += 1
      } else j += 1
    }
    if (i > gone || j > come) changes.push(tight(a.slice(gone, i).join(''), b.slice(come, j).join(''), from))
    while (i < a.length && j < b.length && a[i] === b[j]) {
      at += a[i]?.length ?? 0
      i += 1
      j += 1
    }
  }
  return changes
}
