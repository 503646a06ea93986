import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { isAlive } from '../is-alive'

/** Tells a process from another that gets its number later: when it began. Null when there is none. */
export function markOf(pid: number): string | null {
  if (!isAlive(pid)) return null
  try {
    if (process.platform === 'linux') {
      const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      // The name, in brackets, may hold blanks; the state follows it, and the start is the 20th field from there.
      const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      return `${boot} ${fields[19]}`
    }
    if (process.platform === 'win32') return String(pid)
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || null
  } catch {
    return null
  }
}
