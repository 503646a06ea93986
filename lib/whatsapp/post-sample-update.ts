import { createHmac, randomUUID } from 'node:crypto'
import { type Deadlines, exchange } from './exchange'

/** A provider waits no longer either. */
const SAMPLE_DEADLINES: Deadlines = { headersMs: 5_000, allMs: 6_000 }

/**
 * What became of the sample. `bytes` is its length, `ms` how long it took. What stands in the answer is told to nobody: the
 * address may be anybody's.
 */
export type SampleOutcome =
  | { kind: 'answered'; httpStatus: number; bytes: number; ms: number }
  | { kind: 'broken'; why: string }

/**
 * Posts an update that tells nothing to a webhook's address, signed as the provider signs. Follows no redirect, as the
 * provider follows none. Never rejects.
 */
export async function postSampleUpdate(
  url: string,
  appSecret: string | null,
  deadlines = SAMPLE_DEADLINES,
): Promise<SampleOutcome> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return { kind: 'broken', why: 'INVALID_URL' }
  const entry = [{ id: `listazap-sample-${randomUUID()}`, changes: [] }]
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry })
  const headers = {
    'content-type': 'application/json',
    ...(appSecret && { 'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}` }),
  }
  const startedAt = performance.now()
  const answer = await exchange({ method: 'POST', url: new URL(url), headers, body, maxBodyBytes: 1024 }, deadlines)
  const ms = Math.max(1, Math.round(performance.now() - startedAt))
  if (answer.kind === 'broken') return { kind: 'broken', why: answer.code }
  return { kind: 'answered', httpStatus: answer.status, bytes: Buffer.byteLength(body), ms }
}
