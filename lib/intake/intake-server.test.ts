import http from 'node:http'
import net from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { ensureWebhookSettings } from '@/lib/commands/ensure-webhook-settings'
import { createTestDatabase } from '@/lib/testing/database'
import { toStatusJson, toWebhook } from '@/lib/testing/webhook'
import { makeWebhookIntake } from './handle-webhook'
import { makeIntakeServer } from './intake-server'

const database = createTestDatabase()
const actor = systemActor('webhook')
let server: http.Server
let url: string
let path: string

beforeAll(async () => {
  server = makeIntakeServer(makeWebhookIntake(actor), process.env.LISTAZAP_MIGRATIONS?.split(',') ?? [])
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`
})
beforeEach(async () => {
  await database.truncate()
  path = `/api/webhooks/whatsapp/${(await ensureWebhookSettings(actor)).pathSecret}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const post = (body: string) => fetch(`${url}${path}`, { method: 'POST', body })
const AT = new Date('2026-11-20T12:00:00Z')

describe('the plain server', () => {
  it('answers many at once, each once it is committed', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        post(JSON.stringify(toWebhook({ statuses: [toStatusJson(`wamid.${i}`, 'sent', AT)] }))),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200))
    expect(await database.query('select count(*)::int as n from status_event')).toEqual([{ n: 100 }])
    expect(await database.query('select count(*)::int as n from webhook_delivery')).toEqual([{ n: 100 }])
  })

  it('cuts off what is longer than 3 MB, told so before or not', async () => {
    expect((await post('x'.repeat(3 * 1024 * 1024 + 1))).status).toBe(413)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = http.request(`${url}${path}`, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } })
      request.once('response', (response) => resolve(response.statusCode))
      request.once('error', reject)
      for (let i = 0; i < 4; i++) request.write(Buffer.alloc(1024 * 1024))
    })
    expect(status).toBe(413)
  })

  it('forgets a request that breaks off', async () => {
    const socket = net.connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"entry"`)
    await new Promise<void>((resolve) => socket.once('ready', resolve))
    socket.destroy()
    expect((await post('{}')).status).toBe(200)
    expect(await database.query('select count(*)::int as n from webhook_delivery')).toEqual([{ n: 1 }])
  })

  it('tells its health, and knows no other address', async () => {
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ status: 'ok' })
    expect((await fetch(`${url}/`)).status).toBe(404)
    expect((await fetch(`${url}/api/webhooks/whatsapp`)).status).toBe(401)
  })
})
