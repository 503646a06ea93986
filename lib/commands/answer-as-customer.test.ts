import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { toPayload } from '@/lib/domain/list-message-payload'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { createTestDatabase } from '@/lib/testing/database'
import { changed, resetEnv } from '@/lib/testing/fake-env'
import { MESSAGE, makeSend } from '@/lib/testing/send'
import { postMessage } from '@/lib/whatsapp/client'
import { closePools } from '@/lib/whatsapp/exchange'
import { parseWebhook } from '@/lib/whatsapp/parse-webhook'
import { answerAsCustomer } from './answer-as-customer'

vi.mock('@/lib/env', async (original) => (await import('@/lib/testing/fake-env')).overEnv(original))

const database = createTestDatabase()
const worker = systemActor('worker')
const closing: (() => Promise<unknown>)[] = []
let sandbox: Sandbox

/** Our own pages, as far as the stand-in can tell. */
async function pages(): Promise<{ port: number; heard: { path: string; text: string }[] }> {
  const heard: { path: string; text: string }[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    request.on('end', () => {
      heard.push({ path: request.url ?? '', text })
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))
  const address = server.address()
  return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, heard }
}

async function sent(gateway: 'sandbox' | 'vectalk' = 'sandbox'): Promise<{ recipientId: string; wamid: string }> {
  await makeSend({ gateway })
  const { sandboxAddress } = await import('@/lib/db/connection')
  const address = sandboxAddress() ?? { baseUrl: sandbox.url, token: 'any' }
  const posted = await postMessage(address, toPayload(MESSAGE, '+5511987654321'))
  if (posted.kind !== 'accepted') throw new Error(posted.kind)
  const [row] = await database.query<{ id: string }>(
    `update recipient set status = 'accepted', wamid = $1 where wamid is null returning id::text`,
    [posted.wamid],
  )
  return { recipientId: row?.id ?? '', wamid: posted.wamid }
}

beforeEach(async () => {
  await database.truncate()
  resetEnv()
  sandbox = await createSandbox()
  closing.push(() => sandbox.close())
  Object.assign(changed, { SANDBOX_URL: sandbox.url, HOST: '127.0.0.1' })
})
afterEach(async () => {
  await closePools()
  await Promise.all(closing.splice(0).map((close) => close()))
})

describe('an answer in the customer’s place', () => {
  it('comes in by our own webhook, as theirs would', async () => {
    const own = await pages()
    changed.PORT = own.port
    const { recipientId, wamid } = await sent()
    expect(await answerAsCustomer(worker, { recipientId, rowId: 'h_09' })).toEqual({ ok: true, data: null })
    await expect.poll(() => own.heard.length).toBe(1)
    const [settings] = await database.query<{ path_secret: string }>('select path_secret from webhook_settings')
    expect(own.heard[0]?.path).toBe(`/api/webhooks/whatsapp/${settings?.path_secret}?gateway=sandbox`)
    expect(parseWebhook(JSON.parse(own.heard[0]?.text ?? ''))).toMatchObject({
      statuses: [],
      unknown: [],
      messages: [
        { kind: 'listReply', contextWamid: wamid, row: { id: 'h_09', title: '9 horas', description: 'Centro' } },
      ],
    })
  })

  it('is never given for somebody who got their message for real', async () => {
    const { recipientId } = await sent('vectalk')
    expect(await answerAsCustomer(worker, { recipientId, rowId: 'h_09' })).toMatchObject({
      error: { code: 'notSandbox' },
    })
  })

  it('needs somebody who has got it, and a stand-in that remembers and can tell', async () => {
    const code = async (recipientId: string, rowId = 'h_09') => {
      const answered = await answerAsCustomer(worker, { recipientId, rowId })
      return answered.ok ? null : answered.error.code
    }
    expect(await code('123')).toBe('notFound')
    const { recipientId } = await sent()
    expect(await code(recipientId, 'another')).toBe('forgotten')
    changed.HOST = '10.0.0.1'
    const { recipientId: elsewhere } = await sent()
    await sandbox.close()
    sandbox = await createSandbox()
    closing.push(() => sandbox.close())
    expect(await code(elsewhere)).toBe('unreachable')
    changed.SANDBOX_URL = sandbox.url
    expect(await code(elsewhere)).toBe('forgotten')
    expect(await code((await sent()).recipientId)).toBe('unheard')
    await database.query('update recipient set wamid = null')
    expect(await code(elsewhere)).toBe('notAccepted')
  })
})
