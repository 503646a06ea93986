import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { chromium } from '@playwright/test'
import { Problem } from '../problem'
import { step } from '../step.mjs'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']
const PACKAGES = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji']

/** A Chromium that runs: one that is here, else Playwright's own, else Debian's. Answers its path. */
export async function findBrowser(): Promise<string> {
  const found = findInstalled()
  if (found) return found
  return step({ doing: 'installing a browser', done: (path: string) => `browser installed: ${path}` }, () => {
    const download = ['node_modules/@playwright/test/cli.js', 'install', 'chromium']
    spawnSync(process.execPath, download, { stdio: 'ignore', timeout: 300_000 })
    const own = findInstalled()
    if (own) return own
    installDebians()
    const debians = findInstalled()
    if (debians) return debians
    throw new Problem(
      'The browser tests need a Chromium: install the package chromium (as root: apt-get install chromium), or set CHROMIUM_PATH to one.',
    )
  })
}

function findInstalled(): string | undefined {
  const places = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM]
  // One that lacks its libraries is there, but does not run.
  return places.find(
    (place) => place && fs.existsSync(place) && spawnSync(place, ['--version'], { timeout: 30_000 }).status === 0,
  )
}

function installDebians(): void {
  if (!fs.existsSync('/usr/bin/apt-get')) return
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const run = (...words: string[]) => {
    const [program = '', ...rest] = [...sudo, 'apt-get', ...words]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return spawnSync(program, rest, { env, stdio: 'ignore', timeout: 600_000 }).status === 0
  }
  run('update')
  run('install', '-y', '--no-install-recommends', ...PACKAGES)
}
