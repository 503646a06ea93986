import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { step } from './step.mjs'

// Needs nothing but Node: it runs before anything is installed.
const STAMP = 'node_modules/.listazap-installed'
const ROOM = 1500 * 1024 * 1024

/** Installs what the lockfile names where that is missing, then runs a TypeScript module of scripts. */
export async function bootstrap(module) {
  process.chdir(path.resolve(import.meta.dirname, '..'))
  if (!isInstalled()) {
    refuseFullDisk()
    await step({ doing: 'installing the dependencies', done: 'dependencies installed' }, install)
  }
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(path.resolve('scripts', module)).href)
}

const fingerprint = () => {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of ['package.json', 'package-lock.json']) hash.update(fs.readFileSync(file))
  return hash.digest('hex')
}

function isInstalled() {
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === fingerprint()) return true
  if (!holdsEveryPackage()) return false
  writeStamp()
  return true
}

/** In a new file: node_modules may be a copy that shares its files with another. */
function writeStamp() {
  fs.writeFileSync(`${STAMP}.new`, fingerprint())
  fs.renameSync(`${STAMP}.new`, STAMP)
}

/** Whether somebody's own `npm ci` has installed it all: npm keeps a list, written when it is done. */
function holdsEveryPackage() {
  try {
    const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages
    const has = read('node_modules/.package-lock.json')
    const wanted = Object.entries(read('package-lock.json')).filter(([place]) => place !== '')
    return wanted.every(([place, entry]) =>
      has[place] ? has[place].version === entry.version && fs.existsSync(place) : entry.optional,
    )
  } catch {
    return false
  }
}

function install() {
  const npm = process.env.npm_execpath
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }
  const ran = npm
    ? spawnSync(process.execPath, [npm, ...words], options)
    : spawnSync('npm', words, { ...options, shell: process.platform === 'win32' })
  if (ran.status === 0) return writeStamp()
  if (ran.signal) process.exit(130)
  process.stderr.write(`${ran.stdout ?? ''}${ran.stderr ?? ''}`)
  console.error(`The dependencies could not be installed: npm ci failed${ran.error ? ` (${ran.error.message})` : ''}.`)
  process.exit(1)
}

function refuseFullDisk() {
  const { bavail, bsize } = fs.statfsSync('.')
  if (bavail * bsize >= ROOM) return
  console.error(`There is not enough disk space in ${process.cwd()}: installing needs 1.5 GB.`)
  process.exit(1)
}
