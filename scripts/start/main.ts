import fs from 'node:fs'
import path from 'node:path'
import { WEBHOOK_PATH } from '@/lib/domain/webhook-settings'
import type { Settings } from '@/lib/env'
import { build } from '../build/build'
import { generateClient } from '../build/generate'
import { isForeseen, Problem, toLine } from '../problem'
import { step } from '../step.mjs'
import { builtPrograms } from './built-programs'
import { createFirstAdmin, migrate, startDatabase } from './database'
import { developmentPrograms } from './development-programs'
import { end, endWhenAsked, isEnding, onEnd } from './ending'
import { awaitLeft, type Family, makeFamily } from './family'
import { type Hold, takeHold } from './hold'
import { startPrograms, toEnvironment } from './programs'
import { refuseFullDisk, refuseTakenPort } from './refuse'
import { keepSecret } from './secret'
import { readSettings } from './settings'

async function start(): Promise<void> {
  const settings = readSettings()
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', BETTER_AUTH_TELEMETRY: '0' })
  const dataDir = path.resolve(settings.DATA_DIR)
  makeFolder(dataDir)
  refuseFullDisk(dataDir, 'DATA_DIR', 200)
  const hold = holdData(dataDir, settings)
  let family: Family | undefined
  endWhenAsked(() => family?.kill())
  if (hold.left.length > 0) {
    const words = { doing: 'waiting for an earlier start', done: 'the processes of a killed start have ended' }
    await step(words, () => awaitLeft(hold.left))
  }
  if (settings.ROLE !== 'worker') await refuseTakenPort(settings.PORT, settings.HOST)

  const APP_SECRET = settings.APP_SECRET ?? keepSecret(dataDir)
  const DATABASE_URL = settings.DATABASE_URL ?? (await startDatabase(dataDir))
  const complete = { ...settings, DATA_DIR: dataDir, APP_SECRET, DATABASE_URL }
  await migrate(DATABASE_URL)
  const programs = process.argv.includes('--dev') ? await forDevelopment() : await forProduction(settings)
  await createFirstAdmin(settings, DATABASE_URL, toEnvironment(complete))
  // Last among what ends with us, so that it ends first: the database outlives those that use it.
  family = makeFamily(hold)
  await startPrograms(programs, family, complete)
  console.log(readyLine(settings))
}

const servesPages = (role: Settings['ROLE']) => role === 'all' || role === 'web'

const forProduction = async ({ ROLE }: Settings) => builtPrograms(await build({ pages: servesPages(ROLE) }))

async function forDevelopment() {
  await generateClient()
  return developmentPrograms()
}

function makeFolder(dataDir: string): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true })
    fs.accessSync(dataDir, fs.constants.W_OK)
  } catch (error) {
    throw new Problem(`DATA_DIR (${dataDir}) cannot be used: ${toLine(error)}`)
  }
}

/** A database of our own is one start's at a time; on somebody else's any number may work together. */
function holdData(dataDir: string, { DATABASE_URL, ROLE, PORT }: Settings): Hold {
  const name = !DATABASE_URL ? 'start' : ROLE === 'worker' ? `start-worker-${process.pid}` : `start-${PORT}`
  const hold = takeHold(path.join(dataDir, `${name}.lock`))
  if ('heldBy' in hold) {
    const held = DATABASE_URL ? `Port ${PORT}` : `DATA_DIR (${dataDir})`
    throw new Problem(`${held} is held by another start, process ${hold.heldBy}: end that one, or set another.`)
  }
  onEnd(hold.release)
  return hold
}

function readyLine({ ROLE, HOST, PORT }: Settings): string {
  if (ROLE === 'worker') return "Listazap's worker is ready (ROLE is worker: no pages are served here)"
  const everywhere = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost']
  const host = everywhere.includes(HOST) ? 'localhost' : HOST
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`
  return ROLE === 'intake'
    ? `Listazap's intake is ready on ${address}${WEBHOOK_PATH}`
    : `Listazap is ready on ${address}`
}

start().catch(async (error: unknown) => {
  if (isEnding()) return
  console.error(toLine(error))
  // With its stack where nobody foresaw it; a full disk was.
  if (!isForeseen(error)) console.error(error)
  await end(1)
})
