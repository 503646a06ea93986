import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const IGNORED = /(^|\/)(generated|testing)$|\.(test|start\.test)\.tsx?$/

/** One hash over files and folders, in a fixed order; what only tests read, and what is generated, does not count. */
export function fingerprint(places: string[], salt = ''): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${salt}`)
  const walk = (place: string) => {
    const found = fs.statSync(place, { throwIfNoEntry: false })
    if (!found || IGNORED.test(place)) return
    if (found.isDirectory()) for (const name of fs.readdirSync(place).sort()) walk(path.posix.join(place, name))
    else hash.update(`${place}\0${found.size}\0`).update(fs.readFileSync(place))
  }
  for (const place of places) walk(place)
  return hash.digest('hex').slice(0, 20)
}
