import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { createTestDatabase } from '@/lib/testing/database'
import { changed, resetEnv } from '@/lib/testing/fake-env'
import { allowPace, makeSend, phones } from '@/lib/testing/send'
import { closePools } from '@/lib/whatsapp/exchange'
import { startDispatchLoop } from './dispatch-loop'
import { startIncoming } from './incoming'

vi.mock('@/lib/env', async (original) => (await import('@/lib/testing/fake-env')).overEnv(original))

const database = createTestDatabase()
const worker = systemActor('worker')
const PATIENT = { timeout: 15_000 }
const closing: (() => Promise<unknown>)[] = []
let sandbox: Sandbox

beforeEach(async () => {
  await database.truncate()
  resetEnv()
  sandbox = await createSandbox()
  changed.SANDBOX_URL = sandbox.url
  await allowPace(database)
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  await closePools()
  await sandbox.close()
})

const address = () => ({ baseUrl: sandbox.url, token: 'any' })
const addressFor = async (kind: string) => (kind === 'sandbox' ? address() : null)

function work(registers = false) {
  const loop = startDispatchLoop(worker, { addressFor })
  const incoming = startIncoming(worker, { addressFor, registers, lookMs: 20, registerMs: 50, pauseMs: 0 })
  closing.push(loop.stop, incoming.stop)
}

const count = async (status: string) =>
  (await database.query('select from recipient where status = $1::delivery_status', [status])).length

async function become(status: string): Promise<void> {
  for (const { waMessageId } of sandbox.messages()) {
    const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }
    const body = JSON.stringify({ wamid: waMessageId, status })
    await fetch(`${sandbox.url}/_play/status`, { method: 'POST', headers, body })
  }
}

describe('a worker where no webhooks come', () => {
  it('finds what became of its messages in the list, while it sends others', async () => {
    work()
    await makeSend({ phones: phones(3) })
    await expect.poll(() => count('accepted'), PATIENT).toBe(3)
    await become('read')
    await expect.poll(() => count('read'), PATIENT).toBe(3)
    await makeSend({ phones: ['+5511987650001'] })
    await expect.poll(() => count('accepted'), PATIENT).toBe(1)
  })
})

describe('the stand-in', () => {
  it('is told where our webhooks are, and again when it has started anew', async () => {
    const heard: string[] = []
    const pages = createServer((request, response) => {
      heard.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => pages.close(resolve).closeAllConnections()))
    const own = pages.address()
    Object.assign(changed, { HOST: '0.0.0.0', PORT: typeof own === 'object' ? own?.port : 0 })
    const { sandboxAddress } = await import('@/lib/db/connection')
    const tell = async () => {
      const known = sandboxAddress()
      const headers = { authorization: `Bearer ${known?.token}`, 'content-type': 'application/json' }
      const post = (path: string, body: unknown) =>
        fetch(`${known?.baseUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).then((answer) =>
          answer.json(),
        )
      const row = { id: 'a', title: 'Um' }
      const interactive = { type: 'list', body: { text: 'Oi' }, action: { button: 'Ver', sections: [{ rows: [row] }] } }
      const message = { messaging_product: 'whatsapp', to: '5511987654321', type: 'interactive', interactive }
      const [{ id: wamid }] = (await post('/messages', message)).messages
      return (await post('/_play/reply', { wamid, rowId: 'a' })).told
    }
    work(true)
    await expect.poll(tell, PATIENT).toBe(1)
    const anew = await createSandbox()
    closing.push(() => anew.close())
    changed.SANDBOX_URL = anew.url
    await expect.poll(tell, PATIENT).toBe(1)
    await expect.poll(() => heard.length).toBeGreaterThan(0)
    for (const path of heard) expect(path).toMatch(/^\/api\/webhooks\/whatsapp\/[\w-]{20,}\?gateway=sandbox$/)
  })
})
