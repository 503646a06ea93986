import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const isRoot = process.getuid?.() === 0
const ordinary = isRoot ? findOrdinary() : null
const home = path.resolve(`node_modules/.cache/listazap-cluster-${process.pid}`)
const program = `
  import { startCluster } from './scripts/postgres/cluster.ts'
  const { home, moved, adopted, stop } = await startCluster({ dataDir: process.argv[1], durable: false })
  const { uid, mode } = (await import('node:fs')).statSync(home + '/postgres')
  await stop()
  console.log(JSON.stringify({ home, moved, adopted, uid, mode: (mode & 0o777).toString(8) }))
`

/** Starts and ends a cluster in a process of its own, as whom it is told. */
function startAs(dataDir: string, account: { uid?: number; gid?: number } = {}) {
  const words = ['--import', 'tsx', '--input-type=module', '-e', program, dataDir]
  // tsx keeps what it has compiled where the account of another run may not write.
  const env = { ...process.env, TSX_DISABLE_CACHE: '1' }
  return JSON.parse(execFileSync(process.execPath, words, { ...account, env, encoding: 'utf8' }))
}

/** The account nobody, where it can reach this project and Node; a clone in root's home is closed to it. */
function findOrdinary(): { uid: number; gid: number } | null {
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(fs.readFileSync('/etc/passwd', 'utf8'))
  const account = { uid: Number(entry?.[1]), gid: Number(entry?.[2]) }
  const reaches = () => spawnSync(process.execPath, ['--version'], { ...account, cwd: process.cwd() }).status === 0
  return entry && reaches() ? account : null
}

describe('the embedded PostgreSQL', () => {
  afterEach(() => fs.rmSync(home, { recursive: true, force: true }))

  it('keeps its data in the data folder, for its own account alone', () => {
    expect(startAs(home)).toMatchObject({ home, moved: false, adopted: false, mode: '700' })
  })

  it.runIf(isRoot)('gives its data to an account without rights when root starts it', () => {
    expect(startAs(home).uid).not.toBe(0)
  })

  it.runIf(ordinary)('runs as an ordinary user, who then owns the data', () => {
    const { uid, gid } = ordinary ?? { uid: 0, gid: 0 }
    fs.mkdirSync(home, { recursive: true })
    fs.chownSync(home, uid, gid)
    expect(startAs(home, { uid, gid })).toMatchObject({ home, moved: false, uid })
  })

  it.runIf(isRoot)('moves to /var/lib when root’s data folder is closed to that account, and stays there', () => {
    fs.mkdirSync(path.join(home, 'closed'), { recursive: true, mode: 0o700 })
    const first = startAs(path.join(home, 'closed/data'))
    try {
      expect(first).toMatchObject({ moved: true, home: expect.stringMatching(/^\/var\/lib\/listazap\/\w+$/) })
      expect(startAs(path.join(home, 'closed/data')).home).toBe(first.home)
    } finally {
      fs.rmSync(first.home, { recursive: true })
    }
  })
})
