import { spawn } from 'node:child_process'
import { onEnd } from '../scripts/start/ending'

/** Runs npm to its end and keeps what it says. */
export function runNpm(words: string[], env: Record<string, string>): Promise<{ ok: boolean; output: string }> {
  const npm = process.env.npm_execpath
  const [program, ...first] = npm ? [process.execPath, npm] : ['npm']
  return new Promise((resolve, reject) => {
    const child = spawn(program ?? 'npm', [...first, ...words], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !npm && process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece))
    onEnd(() => child.kill())
    child.once('error', reject)
    child.once('close', (code) => resolve({ ok: code === 0, output }))
  })
}
