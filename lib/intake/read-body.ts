import type { IncomingMessage } from 'node:http'

/** What the provider may send at most in one POST. Source: Meta, webhooks overview. */
export const MOST_BYTES = 3 * 1024 * 1024

export type Body = Uint8Array<ArrayBuffer> | 'tooBig'

/** The bytes of a request's body as they came, or `tooBig` as soon as that is known. For streams of the web's kind. */
export async function readBody(body: AsyncIterable<Uint8Array>, declared: string | null): Promise<Body> {
  if (Number(declared ?? 0) > MOST_BYTES) return 'tooBig'
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body) {
    length += piece.length
    if (length > MOST_BYTES) return 'tooBig'
    pieces.push(piece)
  }
  return Buffer.concat(pieces, length)
}

/** The same for Node's own requests, whose events cost a third of what reading them as a stream does. */
export function readRequest(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) {
      resolve('tooBig')
      return
    }
    const pieces: Uint8Array[] = []
    let length = 0
    request.on('data', (piece: Uint8Array) => {
      length += piece.length
      if (length <= MOST_BYTES) {
        pieces.push(piece)
        return
      }
      request.pause()
      resolve('tooBig')
    })
    request.once('end', () => resolve(Buffer.concat(pieces, length)))
    request.once('error', reject)
    request.once('close', () => reject(new Error('The request broke off.')))
  })
}
