import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** The request header with the signature of a webhook's body. */
export const SIGNATURE_HEADER = 'x-hub-signature-256'

/** What the provider writes in that header: `sha256=` and the HMAC of the raw body in hex. Source: Meta, webhooks, validating payloads. */
export const signBody = (body: Uint8Array | string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

const digestOf = (text: string) => createHash('sha256').update(text).digest()

/** Whether two words are the same, in a time that tells neither where they differ nor how long the secret one is. */
export const isSameSecret = (given: string, secret: string): boolean =>
  timingSafeEqual(digestOf(given), digestOf(secret))

/** Whether these very bytes were signed with the secret. A header that is missing, or is no signature, is wrong like any other. */
export function isSigned(body: Uint8Array, header: string | null, secret: string): boolean {
  const right = Buffer.from(signBody(body, secret))
  const given = Buffer.from((header ?? '').trim().toLowerCase())
  // How long a signature is, is no secret.
  return given.length === right.length && timingSafeEqual(given, right)
}
