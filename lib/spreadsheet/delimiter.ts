/** In the order in which one wins over another that fits as well: "1,5;2,5" has as many commas as semicolons. */
const DELIMITERS = ['\t', ';', ',', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const LINES = 30
/** Of a file whose lines are not alike, so many of ten must be. */
const MOST = 0.8

/** How often each stands outside of quotes in each of the first lines that hold anything. */
function countByLine(head: string): Record<Delimiter, number[]> {
  const counts: Record<Delimiter, number[]> = { '\t': [], ';': [], ',': [], '|': [] }
  let now: Record<Delimiter, number> = { '\t': 0, ';': 0, ',': 0, '|': 0 }
  let isQuoted = false
  let length = 0
  const end = () => {
    if (length > 0) for (const one of DELIMITERS) counts[one].push(now[one])
    now = { '\t': 0, ';': 0, ',': 0, '|': 0 }
    length = 0
  }
  for (const character of head) {
    if (character === '"') isQuoted = !isQuoted
    if (character === '\n' && !isQuoted) {
      end()
      if (counts[';'].length === LINES) return counts
      continue
    }
    length += 1
    if (!isQuoted && character in now) now[character as Delimiter] += 1
  }
  // The last line may be cut off; it counts where there is no other.
  if (counts[';'].length === 0) end()
  return counts
}

/** What most lines have, and how many of them do. */
function usual(counts: number[]): { count: number; share: number } {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  const [count = 0, lines = 0] = [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { count, share: counts.length > 0 ? lines / counts.length : 0 }
}

/**
 * What stands between the cells of a text, judged by its first lines.
 * @property told the file says so itself, in a first line "sep=;" as Excel writes it, which is no line of its table
 */
export function guessDelimiter(head: string): { delimiter: Delimiter; told: boolean } {
  const [, said] = /^"?sep=([;,\t|])"?(?:\n|$)/i.exec(head) ?? []
  const told = DELIMITERS.find((one) => one === said)
  if (told) return { delimiter: told, told: true }
  const counts = countByLine(head)
  const steady = DELIMITERS.find((one) => {
    const { count, share } = usual(counts[one])
    return count > 0 && share >= MOST
  })
  const total = (one: Delimiter) => counts[one].reduce((sum, count) => sum + count, 0)
  const [most = ';'] = DELIMITERS.toSorted((a, b) => total(b) - total(a))
  return { delimiter: steady ?? (total(most) > 0 ? most : ';'), told: false }
}
