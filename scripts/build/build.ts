import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build as bundle, stop as endBundler } from 'esbuild'
import { isAlive } from '../is-alive'
import { Problem } from '../problem'
import { runProgram } from '../run-program'
import { onEnd } from '../start/ending'
import { takeHold } from '../start/hold'
import { refuseFullDisk } from '../start/refuse'
import { step } from '../step.mjs'
import { fingerprint } from './fingerprint'
import { generateClient } from './generate'

const HOME = 'dist'
const SHARED = ['lib', 'prisma', 'package-lock.json', 'tsconfig.json']
const PAGES = ['app', 'components', 'messages', 'public', 'proxy.ts', 'next.config.ts', 'postcss.config.mjs']

/** The folders to run from: programs holds the starter's children, pages is Next's standalone server. */
export type Build = { programs: string; pages: string | null }

/**
 * Builds what has changed. Each build lies in a folder named after its sources and appears there whole, so that a
 * running server keeps the files that it began with, and a build that was broken off is never run.
 */
export async function build({ pages }: { pages: boolean }): Promise<Build> {
  fs.mkdirSync(HOME, { recursive: true })
  const release = await waitForBuilder()
  try {
    await generateClient()
    const programs = path.resolve(HOME, `programs-${fingerprint([...SHARED, 'scripts/children'])}`)
    if (!fs.existsSync(programs)) await step({ doing: 'building', done: 'worker built' }, () => buildPrograms(programs))
    const site = path.resolve(HOME, `pages-${fingerprint([...SHARED, ...PAGES], process.env.SOURCE_MAPS)}`)
    if (pages && !fs.existsSync(site))
      await step({ doing: 'building the pages', done: 'pages built' }, () => buildPages(site))
    const made = { programs, pages: pages ? site : null }
    claim([programs, ...(pages ? [site] : [])])
    return made
  } finally {
    release()
  }
}

async function waitForBuilder(): Promise<() => void> {
  for (;;) {
    const hold = takeHold(path.join(HOME, 'build.lock'))
    if (!('heldBy' in hold)) return hold.release
    await step({ doing: 'waiting for another build', done: 'another build awaited' }, async () => {
      while (isAlive(hold.heldBy) && fs.existsSync(path.join(HOME, 'build.lock'))) await wait(200)
    })
  }
}

async function buildPrograms(target: string): Promise<void> {
  const unfinished = `${target}.new`
  fs.rmSync(unfinished, { recursive: true, force: true })
  const entries = fs.readdirSync('scripts/children').filter((name) => /^\w+\.ts$/.test(name))
  await bundle({
    entryPoints: entries.map((name) => path.join('scripts/children', name)),
    outdir: unfinished,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  })
  await endBundler()
  fs.renameSync(unfinished, target)
}

async function buildPages(target: string): Promise<void> {
  refuseFullDisk('.', 'the project', 500)
  const made = '.next/standalone'
  fs.rmSync(made, { recursive: true, force: true })
  // A build must not depend on this start's settings, or another start would run with them.
  const env = { ...process.env, NODE_ENV: 'production' as const, DATABASE_URL: '', APP_SECRET: '', VECTALK_TOKEN: '' }
  const ran = await runProgram(['node_modules/next/dist/bin/next', 'build'], { env })
  if (!ran.ok) throw new Problem(`${ran.output}\nThe pages could not be built.`)
  fs.cpSync('.next/static', path.join(made, '.next/static'), { recursive: true })
  if (fs.existsSync('public')) fs.cpSync('public', path.join(made, 'public'), { recursive: true })
  // Next copies .env beside the server, where it would outlive its own changes.
  for (const name of fs.readdirSync(made)) if (name.startsWith('.env')) fs.rmSync(path.join(made, name))
  fs.renameSync(made, target)
}

/** Marks what this process runs from, and removes the older builds that no living process does. */
function claim(folders: string[]): void {
  const marks = folders.map((folder) => `${folder}.used-by-${process.pid}`)
  for (const mark of marks) fs.writeFileSync(mark, '')
  onEnd(() => {
    for (const mark of marks) fs.rmSync(mark, { force: true })
  })
  const names = fs.readdirSync(HOME)
  const used = new Set(folders.map((folder) => path.basename(folder)))
  for (const name of names) {
    const [folder, pid] = name.split('.used-by-')
    if (!folder || !pid) continue
    if (isAlive(Number(pid))) used.add(folder)
    else fs.rmSync(path.join(HOME, name))
  }
  for (const name of names) {
    if (!/^(programs|pages)-\w+(\.new)?$/.test(name) || used.has(name)) continue
    fs.rmSync(path.join(HOME, name), { recursive: true, force: true })
  }
}
