import fs from 'node:fs'
import { parseEnv } from 'node:util'
import { parseSettings, type Settings } from '@/lib/env'
import { Problem } from '../problem'

/** The environment's settings, with those of a file `.env` where the environment says nothing. */
export function readSettings(): Settings {
  if (fs.existsSync('.env')) {
    for (const [name, value] of Object.entries(parseEnv(fs.readFileSync('.env', 'utf8')))) process.env[name] ??= value
  }
  const parsed = parseSettings(process.env)
  if (!parsed.ok) throw new Problem(parsed.problems.join('\n'))
  return parsed.settings
}
