import type * as z from 'zod/mini'
import type { JsonPath } from './import-json'

/** What a shape has no place for: a key that it does not know, or a value of a kind that it cannot hold. */
export type Refused =
  | { kind: 'key'; path: JsonPath; value: unknown }
  | { kind: 'type'; path: JsonPath; expected: 'text' | 'list' | 'object' }

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function valueAt(value: unknown, path: JsonPath): unknown {
  let at = value
  for (const step of path) at = Array.isArray(at) ? at[Number(step)] : isRecord(at) ? at[step] : undefined
  return at
}

/** Takes one value out. An item of a list leaves a gap, so that the other items' paths go on leading to them. */
function takeOut(root: unknown, path: JsonPath): boolean {
  const last = path.at(-1)
  const holder = valueAt(root, path.slice(0, -1))
  if (last === undefined || (!isRecord(holder) && !Array.isArray(holder)) || !Object.hasOwn(holder, last)) return false
  if (Array.isArray(holder)) holder[Number(last)] = undefined
  else delete holder[last]
  return true
}

function expectedOf(issue: z.core.$ZodIssue): 'text' | 'list' | 'object' {
  if (issue.code !== 'invalid_type') return 'text'
  return issue.expected === 'array' ? 'list' : issue.expected === 'object' ? 'object' : 'text'
}

/**
 * Reads with a schema all that can be read: what it refuses is taken out and told, one by one, until the rest passes.
 * Null when the value as a whole is of another kind. Strict objects make unknown keys known; every part of the schema
 * must bear being absent.
 */
export function mend<Out>(schema: z.ZodMiniType<Out>, value: unknown, tell: (refused: Refused) => void): Out | null {
  const rest = structuredClone(value)
  for (;;) {
    const parsed = schema.safeParse(rest)
    if (parsed.success) return parsed.data
    let isLess = false
    for (const issue of parsed.error.issues) {
      const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol')
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          const at = [...path, key]
          tell({ kind: 'key', path: at, value: valueAt(rest, at) })
          isLess = takeOut(rest, at) || isLess
        }
      } else if (takeOut(rest, path)) {
        tell({ kind: 'type', path, expected: expectedOf(issue) })
        isLess = true
      }
    }
    if (!isLess) return null
  }
}
