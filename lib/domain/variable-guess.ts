import { fold } from './fold'
import { toVariableName, VARIABLE_NAMES, type VariableName } from './variables'

/** How many letters may be wrong, missing or too many in a word of that length. */
const slack = (length: number) => (length <= 3 ? 1 : length <= 8 ? 2 : 3)

/** A word that is the start of a name, or the other way round, from this length on: "venc", "nome_do_cliente". */
const START = 4

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The variable that somebody meant by a name that is none: `nom` is `nome`. Null where nothing is near. */
export function guessVariable(typed: string): VariableName | null {
  const exact = toVariableName(typed)
  if (exact) return exact
  const word = fold(typed).replace(/[^a-z0-9]+/g, '_')
  // No name is near a whole sentence.
  if (!word || word.length > 40) return null
  const near = VARIABLE_NAMES.map((name) => ({ name, far: distance(word, name) }))
    .filter(({ name, far }) => far <= slack(Math.min(word.length, name.length)))
    .sort((a, b) => a.far - b.far)[0]
  if (near) return near.name
  if (word.length < START) return null
  return VARIABLE_NAMES.find((name) => name.startsWith(word) || word.startsWith(`${name}_`)) ?? null
}
