import fs from 'node:fs'
import { markOf } from './process-mark'

type Record = { pid: number; mark: string; children: { pid: number; mark: string }[] }

export type Hold = {
  /** What a holder that was killed has left running. */
  left: { pid: number; mark: string }[]
  /** Writes down a child, so that the next start can wait for it if we are killed. */
  note: (child: number) => void
  release: () => void
}

/** Takes a lock file, or tells which living process has it. A file left by a process that is gone does not count. */
export function takeHold(file: string): Hold | { heldBy: number } {
  const own: Record = { pid: process.pid, mark: markOf(process.pid) ?? '', children: [] }
  let left: Record['children'] = []
  for (;;) {
    if (writeNew(file, own)) return makeHold(file, own, left)
    try {
      const before = fs.readFileSync(file, 'utf8')
      const holder = parse(before)
      if (holder && markOf(holder.pid) === holder.mark) return { heldBy: holder.pid }
      // Only one of two starts that see the same leftover may remove it: renaming succeeds once.
      const aside = `${file}.${process.pid}`
      fs.renameSync(file, aside)
      if (fs.readFileSync(aside, 'utf8') !== before) fs.linkSync(aside, file)
      else left = (holder?.children ?? []).filter((child) => markOf(child.pid) === child.mark)
      fs.rmSync(aside)
    } catch (error) {
      if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error
    }
  }
}

function makeHold(file: string, own: Record, left: Record['children']): Hold {
  return {
    left,
    note: (child) => {
      own.children.push({ pid: child, mark: markOf(child) ?? '' })
      fs.writeFileSync(`${file}.new`, JSON.stringify(own), { mode: 0o600 })
      fs.renameSync(`${file}.new`, file)
    },
    release: () => fs.rmSync(file, { force: true }),
  }
}

/** Whole or not at all: a lock that is being written must never look like a leftover. */
function writeNew(file: string, own: Record): boolean {
  const draft = `${file}.${process.pid}.new`
  fs.writeFileSync(draft, JSON.stringify(own), { mode: 0o600 })
  try {
    fs.linkSync(draft, file)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    fs.rmSync(draft)
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code

function parse(text: string): Record | null {
  try {
    return JSON.parse(text) as Record
  } catch {
    return null
  }
}
