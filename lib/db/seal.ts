import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

const VERSION = 'v1'
const CIPHER = 'aes-256-gcm'

/** A key of its own for this use, so that what signs sessions never also seals secrets. */
const keyFrom = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'listazap: sealed token', 32))

/** A secret as it may lie in the database: `v1.<nonce>.<tag>.<text>`, each in base64url. */
export function seal(text: string, secret = env().APP_SECRET): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(CIPHER, keyFrom(secret), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [VERSION, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.')
}

/** What was sealed, or null where it was sealed under another APP_SECRET or has been changed since. */
export function unseal(sealed: string, secret = env().APP_SECRET): string | null {
  const [version, nonce, tag, text, ...rest] = sealed.split('.')
  if (version !== VERSION || !nonce || !tag || text === undefined || rest.length > 0) return null
  try {
    const decipher = createDecipheriv(CIPHER, keyFrom(secret), Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
    decipher.setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
