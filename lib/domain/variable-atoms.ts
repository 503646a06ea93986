import { readVariables, VARIABLES } from './variables'

/**
 * A text as it is measured, samples in the place of its variables.
 * @property atoms what may not be parted, in units of `text`; broken variables are among them, as they stand
 * @property rawEnd leads from a place in `text`, that lies within no atom, to the one in the text as it was written
 */
export type Measured = {
  text: string
  atoms: readonly { start: number; end: number }[]
  rawEnd: (at: number) => number
}

export function measure(written: string): Measured {
  const variables = readVariables(written)
  if (variables.length === 0) return { text: written, atoms: [], rawEnd: (at) => at }
  const pairs: { start: number; end: number; grown: number }[] = []
  let text = ''
  let from = 0
  for (const { start, end, problem, name } of variables) {
    text += written.slice(from, start)
    const begun = text.length
    text += problem === null ? VARIABLES[name].sample : written.slice(start, end)
    pairs.push({ start: begun, end: text.length, grown: text.length - end })
    from = end
  }
  text += written.slice(from)
  return { text, atoms: pairs, rawEnd: (at) => at - (pairs.findLast(({ end }) => end <= at)?.grown ?? 0) }
}

export const isWithinAtom = ({ atoms }: Pick<Measured, 'atoms'>, at: number) =>
  atoms.some(({ start, end }) => start < at && at < end)

const FIRST_MASK = 0xac00

function mask(written: string) {
  const original = new Map<string, string>()
  let masked = ''
  let from = 0
  let next = FIRST_MASK
  for (const { start, end } of readVariables(written)) {
    // Any letter that the text does not hold itself.
    while (written.includes(String.fromCharCode(next))) next += 1
    const letter = String.fromCharCode(next)
    next += 1
    original.set(letter, written.slice(start, end))
    masked += written.slice(from, start) + letter
    from = end
  }
  return { masked: masked + written.slice(from), original }
}

/** The text with a single letter in the place of each variable: formatting sees it as the word that it becomes. */
export const maskVariables = (written: string): string => mask(written).masked

/** What `work` makes of the text with its variables masked, the variables back in their places. */
export function withMasks(written: string, work: (masked: string) => string): string {
  const { masked, original } = mask(written)
  const worked = work(masked)
  return original.size === 0 ? worked : worked.replace(/[\uac00-\ud7a3]/g, (letter) => original.get(letter) ?? letter)
}
