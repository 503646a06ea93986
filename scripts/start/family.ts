import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { Problem } from '../problem'
import { end, isEnding, onEnd } from './ending'
import type { Hold } from './hold'
import { markOf } from './process-mark'

/** How long a child may take to finish what it holds. */
const PATIENCE = 20_000

export type Child = {
  /** Resolves with its first message, which says that it is ready. */
  ready: Promise<unknown>
  /** Ends it and starts it anew. */
  restart: () => void
}

export type Family = {
  start: (name: string, program: string, words: string[], env: NodeJS.ProcessEnv, execArgv?: string[]) => Child
  /** Ends every child at once, without waiting for what it does. */
  kill: () => void
}

type Member = { process: ChildProcess; gone: Promise<unknown>; restarting: boolean }

/** The processes of this start: when one dies, all end; when the start ends, they end before it. */
export function makeFamily(hold: Hold): Family {
  const members = new Map<string, Member>()

  onEnd(async () => {
    // The sandbox answers what the worker still sends: the first started is the last ended.
    for (const { process, gone } of [...members.values()].reverse()) {
      process.kill('SIGTERM')
      const killing = setTimeout(() => process.kill('SIGKILL'), PATIENCE)
      await gone
      clearTimeout(killing)
    }
  })

  const start: Family['start'] = (name, program, words, env, execArgv = []) => {
    const child = fork(program, words, { env, execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    if (child.pid) hold.note(child.pid)
    const gone = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
    const member: Member = { process: child, gone, restarting: false }
    members.set(name, member)
    child.once('error', (error) => void fail(`${name} could not start: ${error.message}`))
    child.once('exit', (code, signal) => {
      if (!member.restarting) return void fail(`${name} ended by itself (${signal ?? `exit code ${code}`}).`)
      if (!isEnding()) start(name, program, words, env, execArgv)
    })
    return {
      ready: new Promise((resolve) => child.once('message', resolve)),
      restart: () => {
        const current = members.get(name)
        if (!current) return
        current.restarting = true
        current.process.kill('SIGTERM')
      },
    }
  }

  return {
    start,
    kill: () => {
      for (const { process } of members.values()) process.kill('SIGKILL')
    },
  }
}

async function fail(words: string): Promise<void> {
  // Ctrl-C reaches a child as early as it reaches us.
  await wait(200)
  if (isEnding()) return
  console.error(words)
  await end(1)
}

/** Waits until the children of a start that was killed have ended; they do so by themselves. */
export async function awaitLeft(left: Hold['left']): Promise<void> {
  const lives = (child: Hold['left'][number]) => markOf(child.pid) === child.mark
  for (const deadline = Date.now() + PATIENCE; left.some(lives); await wait(50)) {
    if (Date.now() < deadline) continue
    for (const child of left.filter(lives)) process.kill(child.pid, 'SIGKILL')
    if (Date.now() > deadline + 5000) throw new Problem('Processes of an earlier start do not end.')
  }
}
