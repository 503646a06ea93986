import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { World } from '../../e2e/fixtures/world'
import { build } from '../build/build'
import { generateClient } from '../build/generate'
import { findFreePort } from '../free-port'
import { isForeseen, Problem, toLine } from '../problem'
import { runProgram } from '../run-program'
import { end, endWhenAsked, isEnding, onEnd } from '../start/ending'
import { step } from '../step.mjs'
import { findBrowser } from './browser'
import { type Count, countPlaywright, countVitest, sum } from './count'
import { cloneTemplate, startTestCluster } from './test-cluster'

const REPORTS = path.resolve('test-results')
const ENGINE = path.resolve('../shared/tools/schema-engine.mjs')
const DONE: Count = { passed: 1, failed: 0 }

type Part = (words: string[], cluster: string) => Promise<Count>

/** In the order in which they run: what is quick and often wrong comes first. */
const parts: Record<string, Part> = {
  lint: (words) =>
    check('lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', ...(words.length ? words : ['.'])]),
  floors: () => check('floors', ['scripts/test/floors.mjs', 'app', 'components', 'lib', 'bench', 'proxy.ts']),
  types: async () => {
    await quietly(['node_modules/next/dist/bin/next', 'typegen'])
    return check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])
  },
  schema: async (_, cluster) => checkSchema(await cloneTemplate(cluster, 'schema_check')),
  unit: (words) => runVitest('unit', ['--project', 'domain', '--project', 'dom', ...words]),
  build: async () => {
    await build({ pages: true })
    return DONE
  },
  processes: async () => {
    const both = await Promise.all([runVitest('start', [], runAside), runVitest('faults', [], runAside)])
    return sum(both)
  },
  browser: runPlaywright,
}

/** What is run only when it is asked for by name. */
const byName: Record<string, Part> = {
  start: (words) => runVitest('start', words),
  faults: (words) => {
    if (words[0] === 'long') process.env.FAULTS = words.shift()
    return runVitest('faults', words)
  },
}

async function test(): Promise<void> {
  let verdict = ''
  onEnd(() => verdict && console.log(verdict))
  endWhenAsked(() => process.exit(130))
  const [first = '', ...rest] = process.argv.slice(2)
  const one = parts[first] ?? byName[first]
  const chosen = one ? { [first]: one } : parts
  const words = one ? rest : process.argv.slice(2)
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', BETTER_AUTH_TELEMETRY: '0' })
  fs.rmSync(REPORTS, { recursive: true, force: true })
  await generateClient()
  const cluster = await step({ doing: 'starting a database', done: 'database of the tests started' }, startTestCluster)
  onEnd(cluster.stop)
  process.env.TEST_CLUSTER_URL = cluster.url

  const counts: Count[] = []
  for (const [name, part] of Object.entries(chosen)) {
    counts.push(await part(words, cluster.url).catch((error) => failed(name, error)))
  }
  const { passed, failed: failures } = sum(counts)
  verdict = `\n${passed} passed, ${failures} failed`
  await end(failures > 0 ? 1 : 0)
}

function failed(name: string, error: unknown): Count {
  console.error(`${name}: ${toLine(error)}`)
  if (!isForeseen(error)) console.error(error)
  return { passed: 0, failed: 1 }
}

/** A program that is quiet when all is well, and counts as one test. */
async function check(name: string, words: string[]): Promise<Count> {
  await step({ doing: `checking: ${name}`, done: `${name} checked` }, () => quietly(words))
  return DONE
}

async function quietly(words: string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const { ok, output } = await runProgram(words, { env })
  if (!ok) throw new Problem(`it failed\n${output}`)
}

/** Whether Prisma finds our migrations applied, and the schema no further than they are. */
async function checkSchema(url: string): Promise<Count> {
  if (!fs.existsSync(ENGINE)) {
    console.log('  schema not compared with the migrations: the migration engine is not here')
    return { passed: 0, failed: 0 }
  }
  const env = { ...process.env, DATABASE_URL: url, PRISMA_SCHEMA_ENGINE_BINARY: ENGINE }
  const prisma = 'node_modules/prisma/build/index.js'
  await step({ doing: 'checking: schema', done: 'schema checked against the migrations' }, async () => {
    await quietly([prisma, 'migrate', 'status'], env)
    const diff = ['--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--exit-code']
    await quietly([prisma, 'migrate', 'diff', ...diff], env)
  })
  return DONE
}

async function runVitest(name: string, words: string[], run = loudly): Promise<Count> {
  if (name === 'start') await build({ pages: true })
  const report = path.join(REPORTS, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ok = await run(['node_modules/vitest/vitest.mjs', 'run', '--project', name, ...reporters, ...words])
  return countVitest(JSON.parse(fs.readFileSync(report, 'utf8')), ok)
}

async function runPlaywright(words: string[], cluster: string): Promise<Count> {
  const browser = await findBrowser()
  await build({ pages: true })
  const server = async (name: string) => ({
    url: `http://localhost:${await findFreePort()}`,
    databaseUrl: await cloneTemplate(cluster, name),
  })
  const log = path.resolve('node_modules/.cache/listazap-e2e-sandbox.jsonl')
  fs.writeFileSync(log, '')
  const world: World = {
    browser,
    secret: randomBytes(32).toString('base64url'),
    app: await server('e2e_app'),
    firstRun: await server('e2e_first_run'),
    sandbox: { url: `http://127.0.0.1:${await findFreePort()}`, log },
    admin: { name: 'ana', email: 'ana@example.com', password: 'a password for tests' },
  }
  const report = path.join(REPORTS, 'browser.json')
  const env = { E2E_WORLD: JSON.stringify(world), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']
  const ok = await loudly([...playwright, ...words], env)
  return countPlaywright(JSON.parse(fs.readFileSync(report, 'utf8')), ok)
}

/** Runs a program beside others: what it says is told in one piece. */
async function runAside(words: string[]): Promise<boolean> {
  const { ok, output } = await runProgram(words)
  process.stdout.write(output)
  return ok
}

/** Runs a program whose own words are worth reading as they come. */
function loudly(words: string[], env: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    onEnd(() => child.kill())
    child.once('error', reject)
    child.once('exit', (code) => {
      if (!isEnding()) resolve(code === 0)
    })
  })
}

test().catch(async (error: unknown) => {
  if (isEnding()) return
  failed('npm test', error)
  onEnd(() => console.log('\n0 passed, 1 failed'))
  await end(1)
})
