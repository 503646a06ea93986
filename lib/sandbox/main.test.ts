import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

function start(...words: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/sandbox/main.ts', ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<unknown>((resolve) => child.once('message', resolve))
  return { child, gone, ready }
}

describe('the stand-in as a process', () => {
  it('says where it listens, answers there, and ends on SIGTERM', async () => {
    const { child, gone, ready } = start('--port', '0')
    const { port } = (await ready) as { port: number }
    const answer = await fetch(`http://127.0.0.1:${port}/messages`, { headers: { authorization: 'Bearer any' } })
    expect(await answer.json()).toEqual({ data: [], total: 0, page: 1, limit: 50 })
    child.kill('SIGTERM')
    expect(await gone).toBe(0)
  })

  it('ends with the process that started it', async () => {
    const { child, gone, ready } = start('--port', '0')
    await ready
    child.disconnect()
    expect(await gone).toBe(0)
  })

  it.each([
    ['--port', 'many'],
    ['--plays', '--read', '101'],
    ['--webhook', 'nowhere'],
  ])('does not start with what makes no sense: %s %s', async (...words) => {
    expect(await start(...words.filter((word) => typeof word === 'string')).gone).toBe(1)
  })
})
