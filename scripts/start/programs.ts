import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Settings } from '@/lib/env'
import { listMigrations } from '../migrations/apply'
import { Problem } from '../problem'
import { step } from '../step.mjs'
import { isEnding } from './ending'
import type { Child, Family } from './family'

/** The settings, once a database and a secret are found. */
export type Complete = Settings & { DATABASE_URL: string; APP_SECRET: string }

/** How each program is run: from its bundle, or in development from its source. */
export type Programs = {
  sandbox: (family: Family, env: NodeJS.ProcessEnv, words: string[]) => Child
  web: (family: Family, env: NodeJS.ProcessEnv) => Child
  worker: (family: Family, env: NodeJS.ProcessEnv) => Child
  intake: (family: Family, env: NodeJS.ProcessEnv) => Child
}

/** Starts what this role needs, each awaited until it is ready. */
export async function startPrograms(programs: Programs, family: Family, settings: Complete): Promise<void> {
  const env = toEnvironment(settings)
  if (settings.ROLE === 'intake') {
    // The pages have it from their build: what its health is measured by.
    env.LISTAZAP_MIGRATIONS = listMigrations(path.resolve('prisma/migrations')).join(',')
    await step({ doing: 'starting the intake', done: 'intake started' }, () => programs.intake(family, env).ready)
    return
  }
  if (!settings.VECTALK_TOKEN && !settings.SANDBOX_URL) {
    const words = { doing: 'starting the sandbox', done: 'sandbox started: nothing reaches WhatsApp' }
    // What it says when it is run alone, the step's own line says.
    const quiet = { ...env, LOG_LEVEL: settings.LOG_LEVEL === 'info' ? 'warn' : settings.LOG_LEVEL }
    const flags = ['--port', '0', ...(settings.SANDBOX_PLAYS === 'on' ? ['--plays'] : [])]
    env.SANDBOX_URL = await step(words, async () => toSandboxUrl(await programs.sandbox(family, quiet, flags).ready))
  }
  if (settings.ROLE !== 'worker') {
    await step({ doing: 'starting the web server', done: 'web server started' }, () => {
      programs.web(family, env)
      return awaitHealth(settings)
    })
  }
  if (settings.ROLE !== 'web') {
    await step({ doing: 'starting the worker', done: 'worker started' }, () => programs.worker(family, env).ready)
  }
}

/** What the programs read; the first administrator's password is none of it. */
export function toEnvironment(settings: Complete): NodeJS.ProcessEnv {
  const { ADMIN_EMAIL, ADMIN_PASSWORD, ...rest } = settings
  const env: NodeJS.ProcessEnv = { ...process.env, ADMIN_EMAIL: '', ADMIN_PASSWORD: '', HOSTNAME: settings.HOST }
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) env[name] = String(value)
  return env
}

function toSandboxUrl(message: unknown): string {
  const port = message && typeof message === 'object' && 'port' in message ? Number(message.port) : 0
  if (!port) throw new Problem('The sandbox does not say where it listens.')
  return `http://127.0.0.1:${port}`
}

/** Resolves once /api/health answers 200; tells what it says when that takes too long. */
async function awaitHealth({ HOST, PORT }: Complete): Promise<void> {
  const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST === '::' ? '::1' : HOST
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/api/health`
  let answer = 'nothing'
  for (const deadline = Date.now() + 90_000; Date.now() < deadline && !isEnding(); await wait(100)) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) })
      if (response.ok) return
      answer = `${response.status} ${await response.text()}`
    } catch {
      // It does not listen yet.
    }
  }
  throw new Problem(`The web server is not healthy: ${url} answers ${answer}.`)
}
