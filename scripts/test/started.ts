import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { settingsSchema } from '@/lib/env'
import { isAlive } from '../is-alive'
import { markOf } from '../start/process-mark'

export type Started = {
  /** All that it has said. */
  output: () => string
  /** Resolves when it says that it is ready; rejects, with what it said, when it ends before. */
  ready: Promise<void>
  exit: Promise<number | null>
  /** Presses Ctrl-C: the whole group hears it. */
  pressCtrlC: () => void
  kill: (signal: NodeJS.Signals) => void
  /** Its own processes by the name of their program, with the database and whatever it starts. */
  processes: () => Family
}
type Family = { pid: number; mark: string | null; command: string }[]

/** Runs `npm start`'s program with these settings and no others, in a group of its own. */
export function startListazap(settings: Record<string, string>): Started {
  const { NODE_OPTIONS, npm_lifecycle_event, VITEST, ...inherited } = process.env
  const none = Object.fromEntries(Object.keys(settingsSchema.shape).map((name) => [name, '']))
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...inherited, ...none, NODE_ENV: 'production', SANDBOX_PLAYS: 'off', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        said += piece
        if (/is ready/.test(said)) resolve()
      })
    }
    void exit.then(() => reject(new Error(`It ended before it was ready:\n${said}`)))
  })
  ready.catch(() => {})
  const pid = pidOf(child)
  return {
    output: () => said,
    ready,
    exit,
    pressCtrlC: () => void process.kill(-pid, 'SIGINT'),
    kill: (signal) => void child.kill(signal),
    processes: () => descendants(pid),
  }
}

/** Waits until none of these lives; answers those that still do. */
export async function awaitGone(family: Family, patience = 25_000): Promise<Family> {
  const living = () => family.filter(({ pid, mark }) => isAlive(pid) && markOf(pid) === mark)
  for (const deadline = Date.now() + patience; living().length > 0 && Date.now() < deadline; ) await wait(50)
  return living()
}

function descendants(root: number): Family {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n')
  const all = lines.map((line) => {
    const [, pid = '', parent = '', command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return { pid: Number(pid), parent: Number(parent), command }
  })
  const found: Family = []
  const walk = (parent: number) => {
    for (const each of all.filter((one) => one.parent === parent)) {
      found.push({ pid: each.pid, mark: markOf(each.pid), command: each.command })
      walk(each.pid)
    }
  }
  walk(root)
  return found
}

function pidOf(child: ChildProcess): number {
  if (!child.pid) throw new Error('it could not be started')
  return child.pid
}
