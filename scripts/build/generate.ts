import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '../problem'
import { runProgram } from '../run-program'
import { step } from '../step.mjs'
import { fingerprint } from './fingerprint'

const FOLDER = 'lib/db/generated'
const STAMP = path.join(FOLDER, '.made-from')

/** Generates the Prisma client where the schema or Prisma itself has changed. */
export async function generateClient(): Promise<void> {
  const { version } = JSON.parse(fs.readFileSync('node_modules/prisma/package.json', 'utf8')) as { version: string }
  const source = fingerprint(['prisma/schema.prisma', 'prisma.config.ts'], version)
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === source) return
  await step({ doing: 'generating the database client', done: 'database client generated' }, async () => {
    const ran = await runProgram(['node_modules/prisma/build/index.js', 'generate'], {
      // Generating asks that an engine exists, but never runs it: any file does, and nothing is downloaded.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    })
    if (!ran.ok) throw new Problem(`${ran.output}\nThe database client could not be generated.`)
    fs.writeFileSync(STAMP, source)
  })
}
