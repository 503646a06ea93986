import { type SpawnOptions, spawn } from 'node:child_process'
import { isEnding, onEnd } from './start/ending'

export type Ran = { ok: boolean; output: string }

/** Runs a Node program to its end and keeps what it says. It is ended with us. */
export function runProgram(words: string[], options: SpawnOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout?.on('data', (piece: Buffer) => said.push(piece))
    child.stderr?.on('data', (piece: Buffer) => said.push(piece))
    onEnd(() => child.kill())
    child.once('error', reject)
    child.once('close', (code) => {
      // Ctrl-C reaches the program too: what it broke off is no failure to tell of.
      if (!isEnding()) resolve({ ok: code === 0, output: Buffer.concat(said).toString('utf8') })
    })
  })
}
