import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Refusal, toErrorBody } from './refusal'

const MAX_BODY_BYTES = 64 * 1024

export function answer(response: ServerResponse, status: number, body: unknown, type = 'application/json') {
  if (response.destroyed) return
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text)
}

export const refuse = (response: ServerResponse, refusal: Refusal) =>
  answer(response, refusal.httpStatus, toErrorBody(refusal))

/** The body as text; null where it is longer than any list can be. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY_BYTES) chunks.push(chunk)
  }
  return size > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8')
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
