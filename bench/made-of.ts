import { gzipSync } from 'node:zlib'
import { z } from 'zod'

const mapSchema = z.object({
  sources: z.array(z.string().nullable()),
  mappings: z.string().optional(),
  sections: z.never('a map of maps is not read here').optional(),
})

export const gzipSize = (text: string) => gzipSync(text).length

/**
 * What a script is made of: the text of each source as it stands in the script, by the source's path in this project.
 * Nothing is lost: what stands before the first mapping of a line belongs to the bundler, under the empty path.
 */
export function splitBySource(script: string, map: unknown): Map<string, string> {
  const { sources, mappings = '' } = mapSchema.parse(map)
  const lines = script.split('\n')
  const found = new Map<string, string>()
  const add = (source: number, text: string) => {
    const path = toPath(sources[source] ?? '')
    found.set(path, (found.get(path) ?? '') + text)
  }
  let source = 0
  for (const [row, segments] of mappings.split(';').entries()) {
    const line = lines[row] ?? ''
    let column = 0
    let owner = -1
    for (const segment of segments.split(',').filter(Boolean)) {
      const [columns = 0, sourceStep] = decode(segment)
      add(owner, line.slice(column, column + columns))
      column += columns
      if (sourceStep !== undefined) source += sourceStep
      owner = sourceStep === undefined ? -1 : source
    }
    add(owner, line.slice(column))
  }
  for (const line of lines.slice(mappings.split(';').length)) add(-1, line)
  return found
}

/**
 * How much of a script's gzip each part is charged with. Parts compress together better than alone, so each is
 * charged its own gzip, scaled so that they add up to the script's.
 */
export function shareOut(script: string, parts: Map<string, string>): Map<string, number> {
  const alone = [...parts].map(([name, text]) => [name, gzipSize(text)] as const)
  const scale = gzipSize(script) / alone.reduce((sum, [, size]) => sum + size, 0)
  return new Map(alone.map(([name, size]) => [name, size * scale]))
}

/** A package's name, or two steps into our own tree: `zod`, `components/editor`. */
export function ownerOf(path: string): string {
  const inPackage = path.lastIndexOf('node_modules/')
  if (inPackage < 0) return path.split('/').slice(0, 2).join('/') || 'bundler'
  const [scope = '', name = ''] = path.slice(inPackage + 'node_modules/'.length).split('/')
  // What Next carries along of others, React above all, is its own to answer for, but told apart.
  const compiled = /next\/dist\/compiled\/(react-dom|react|scheduler)\//.exec(path)?.[1]
  if (compiled) return compiled
  return scope.startsWith('@') ? (scope === '@radix-ui' ? scope : `${scope}/${name}`) : scope
}

const toPath = (source: string) => source.replace(/^[a-z-]+:\/\/\/(\[[\w-]+\]\/)?/, '')

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The numbers of one segment: base 64 digits of five bits, the lowest first, whose sixth says that more follow. */
function decode(segment: string): number[] {
  const numbers: number[] = []
  let value = 0
  let shift = 0
  for (const letter of segment) {
    const digit = DIGITS.indexOf(letter)
    value += (digit & 31) << shift
    shift += 5
    if (digit & 32) continue
    numbers.push(value & 1 ? -(value >> 1) : value >> 1)
    value = 0
    shift = 0
  }
  return numbers
}
