import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { JsonPath } from '@/lib/domain/import-json'

export type CodeRange = { from: number; to: number }

const BRACES = ['{', '}', '[', ']', ',', ':']

/** The way to what stands at an index: `['interactive', 'body', 'text']`. */
export function pathAt(state: EditorState, at: number): JsonPath {
  const path: JsonPath = []
  for (let node = syntaxTree(state).resolveInner(at, -1); node.parent; node = node.parent) {
    const { parent } = node
    if (node.name === 'Property') {
      const key = node.getChild('PropertyName')
      path.unshift(key ? state.sliceDoc(key.from + 1, key.to - 1) : '')
    } else if (parent.name === 'Array' && !BRACES.includes(node.name)) {
      let index = 0
      for (let other = node.prevSibling; other; other = other.prevSibling) {
        if (!BRACES.includes(other.name)) index += 1
      }
      path.unshift(index)
    }
  }
  return path
}

/** What to mark for a value at an index: a text without its quotes, the key of an object or a list, else all of it. */
export function valueRange(state: EditorState, at: number): CodeRange {
  const node = syntaxTree(state).resolveInner(at, 1)
  const holder = BRACES.includes(node.name) ? node.parent : node
  if (holder?.name === 'Object' || holder?.name === 'Array') {
    const key = holder.parent?.name === 'Property' ? holder.parent.getChild('PropertyName') : null
    return key ? { from: key.from, to: key.to } : { from: at, to: Math.min(at + 1, state.doc.length) }
  }
  if (node.name === 'String' && node.to - node.from > 2) return { from: node.from + 1, to: node.to - 1 }
  return node.parent ? { from: node.from, to: node.to } : placeRange(state, at, 1)
}

/** The key and the value that stand at an index. */
export function propertyRange(state: EditorState, at: number): CodeRange {
  const { parent } = syntaxTree(state).resolveInner(at, 1)
  const property = parent?.name === 'Property' ? parent : parent?.parent?.name === 'Property' ? parent.parent : null
  const key = property?.getChild('PropertyName')
  return key ? { from: key.from, to: key.to } : valueRange(state, at)
}

/** What stands where the JSON breaks: all of a text or key, else as much of it as was read. */
export function brokenRange(state: EditorState, at: number, length: number): CodeRange {
  const { name, from, to } = syntaxTree(state).resolveInner(at, 1)
  const isWhole = from === at && (name === 'String' || name === 'PropertyName')
  return placeRange(state, at, isWhole ? to - from : length)
}

/** From an index on, within its line and never nothing: at the end of a line it is the sign before. */
function placeRange(state: EditorState, at: number, length: number): CodeRange {
  const line = state.doc.lineAt(Math.min(at, state.doc.length))
  if (at < line.to) return { from: at, to: Math.min(line.to, at + Math.max(1, length)) }
  return { from: Math.max(line.from, line.to - 1), to: line.to }
}
