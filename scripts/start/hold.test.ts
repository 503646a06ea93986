import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Hold, takeHold } from './hold'
import { markOf } from './process-mark'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'listazap-hold-'))
const file = path.join(folder, 'start.lock')

const taken = (): Hold => {
  const hold = takeHold(file)
  if ('heldBy' in hold) throw new Error(`held by ${hold.heldBy}`)
  return hold
}

describe('a hold on a folder', () => {
  afterEach(() => fs.rmSync(file, { force: true }))

  it('is one process’s until it lets go', () => {
    const hold = taken()
    expect(takeHold(file)).toEqual({ heldBy: process.pid })
    hold.release()
    taken().release()
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('does not outlive its process, whose children the next one is told of', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(child, 'spawn')
    const children = [{ pid: child.pid, mark: markOf(child.pid ?? 0) }]
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, mark: 'of one who had this number before', children }))
    const hold = taken()
    expect(hold.left).toEqual(children)
    child.kill('SIGKILL')
    await once(child, 'exit')
    fs.writeFileSync(file, JSON.stringify({ pid: 999_999_999, mark: '', children }))
    expect(taken().left).toEqual([])
  })

  it('counts for nothing when its file is damaged', () => {
    fs.writeFileSync(file, '{"pid":')
    expect(taken().left).toEqual([])
  })
})
