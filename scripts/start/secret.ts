import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '../problem'

/** The secret that seals sessions and tokens, made once and kept in the data folder for its owner alone. */
export function keepSecret(dataDir: string): string {
  const file = path.join(dataDir, 'app-secret')
  if (!fs.existsSync(file)) {
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
    try {
      fs.linkSync(draft, file)
    } catch (error) {
      if (!fs.existsSync(file)) throw error
    } finally {
      fs.rmSync(draft)
    }
  }
  fs.chmodSync(file, 0o600)
  const secret = fs.readFileSync(file, 'utf8').trim()
  if (secret.length < 32)
    throw new Problem(`${file} is too short to be a secret: restore it, or remove it for a new one.`)
  return secret
}
