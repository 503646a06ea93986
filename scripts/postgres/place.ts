import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '../problem'
import { findNative, program } from './native'

export type Account = { uid: number; gid: number }
export type Place = {
  /** Where the programs are run from. */
  native: string
  /** Holds the cluster, its password and its log. */
  home: string
  /** Who runs PostgreSQL, which refuses root. */
  account: Account | null
  /** Whether the data lies elsewhere than where it was asked to. */
  moved: boolean
}

const ELSEWHERE = '/var/lib/listazap'

/** Decides where PostgreSQL runs: in `dataDir`, but for root whose data folder its unprivileged account cannot enter. */
export function findPlace(dataDir: string): Place {
  const { folder, version } = findNative()
  const account = findAccount()
  fs.mkdirSync(dataDir, { recursive: true })
  if (!account) return { native: folder, home: dataDir, account, moved: false }
  const moved = !canEnter(dataDir, account)
  const home = moved ? path.join(ELSEWHERE, digest(dataDir)) : dataDir
  if (moved) makeReachable(home, account)
  const runs = spawnSync(program(folder, 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0
  return { native: runs ? folder : copyNative(folder, version, account), home, account, moved }
}

function findAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  const accounts = lines.map((line) => line.split(':'))
  const found = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (!found) {
    throw new Problem('PostgreSQL refuses root, and there is no account postgres or nobody: set DATABASE_URL.')
  }
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

const canEnter = (folder: string, account: Account) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0

function makeReachable(folder: string, account: Account): void {
  fs.mkdirSync(folder, { recursive: true })
  for (const made of [ELSEWHERE, folder]) fs.chmodSync(made, 0o755)
  if (!canEnter(folder, account)) {
    throw new Problem(`PostgreSQL refuses root, and its account cannot enter ${folder}: set DATABASE_URL.`)
  }
}

function copyNative(folder: string, version: string, account: Account): string {
  const home = path.join(ELSEWHERE, digest(`${folder} ${version}`))
  const copy = path.join(home, 'native')
  makeReachable(home, account)
  if (fs.existsSync(copy)) return copy
  const unfinished = fs.mkdtempSync(`${copy}.`)
  fs.cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
  openForAll(unfinished)
  try {
    fs.renameSync(unfinished, copy)
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true })
    if (!fs.existsSync(copy)) throw error
  }
  return copy
}

/** A strict umask at the time of npm's install would keep the copy to root. */
function openForAll(folder: string): void {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) openForAll(place)
    else if (entry.isFile()) fs.chmodSync(place, fs.statSync(place).mode & 0o100 ? 0o755 : 0o644)
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
