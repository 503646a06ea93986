import fs from 'node:fs'

/** Ticks a second in /proc, which Linux fixes for all programs. */
const TICKS = 100
const PAGE = 4096

const statOf = (pid: number) => {
  const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
}

function childrenOf(parent: number): number[] {
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return pid > 0 && statOf(pid)[1] === parent
      } catch {
        return false
      }
    })
}

/**
 * Seconds of CPU that these processes have used (Linux alone tells). With their children: those that live, and those
 * that ended and were waited for.
 */
export function cpuOf(pids: number[], withChildren = false): number {
  let ticks = 0
  for (const pid of pids) {
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = statOf(pid).slice(11, 15)
    ticks += user + system + (withChildren ? endedUser + endedSystem : 0)
  }
  const children = withChildren ? pids.flatMap(childrenOf) : []
  return ticks / TICKS + (children.length > 0 ? cpuOf(children) : 0)
}

/** Bytes that these processes hold in memory now. */
export const memoryOf = (pids: number[]): number => pids.reduce((sum, pid) => sum + (statOf(pid)[21] ?? 0) * PAGE, 0)
