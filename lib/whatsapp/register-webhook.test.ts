import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { createSandbox } from '@/lib/sandbox/sandbox'
import { closePools } from './exchange'
import { registerWebhook } from './register-webhook'

const token = 'a-secret-token'
const wish = { instanceId: 'inst_1', url: 'https://lists.example.com/api/webhooks/whatsapp/x', name: 'Listazap' }
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await closePools()
  await Promise.all(closing.splice(0).map((close) => close()))
})

const register = (baseUrl: string) => registerWebhook({ baseUrl, token }, wish, { headersMs: 5_000, allMs: 5_000 })

async function answering(status: number, body: unknown): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push(`${request.method} ${request.url} ${request.headers.authorization} ${Buffer.concat(chunks)}`)
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, asked }
}

describe('a registration', () => {
  it('is asked for once, as VecTalk documents it, and remembered by its id', async () => {
    const { url, asked } = await answering(201, { id: 'wh_1', active: true })
    expect(await register(`${url}/api`)).toEqual({ kind: 'registered', id: 'wh_1' })
    expect(asked).toEqual([
      `POST /api/webhooks Bearer ${token} ${JSON.stringify({ instance_id: 'inst_1', url: wish.url, name: 'Listazap' })}`,
    ])
  })

  it('is taken by the stand-in', async () => {
    const sandbox = await createSandbox()
    closing.push(sandbox.close)
    expect(await register(sandbox.url)).toMatchObject({ kind: 'registered', id: expect.stringMatching(/./) })
  })

  it.each([
    [401, {}, { kind: 'unauthorized' }],
    [403, 'no', { kind: 'unauthorized' }],
    [404, {}, { kind: 'notFound' }],
    [200, { ok: true }, { kind: 'unexpected', httpStatus: 200 }],
    [200, '<html>', { kind: 'unexpected', httpStatus: 200 }],
    [302, { id: 'wh_1' }, { kind: 'unexpected', httpStatus: 302 }],
    [500, { id: 'wh_1' }, { kind: 'unexpected', httpStatus: 500 }],
    [422, { message: 'url must be HTTPS' }, { kind: 'refused', httpStatus: 422, said: 'url must be HTTPS' }],
    [
      400,
      { error: { code: 100, message: 'Invalid parameter', error_data: { details: 'No such instance' } } },
      { kind: 'refused', httpStatus: 400, said: 'No such instance' },
    ],
  ])('answered with %i and %j is told as it is', async (status, body, outcome) => {
    expect(await register((await answering(status, body)).url)).toEqual(outcome)
  })

  it('never tells the token, even where the gateway echoes it', async () => {
    const { url } = await answering(422, { message: `bad ${token}` })
    expect(JSON.stringify(await register(url))).not.toContain(token)
  })

  it('that nobody answers says why', async () => {
    expect(await register('http://127.0.0.1:1')).toEqual({ kind: 'unreachable', why: 'ECONNREFUSED' })
    expect(await register('no address')).toEqual({ kind: 'unreachable', why: 'INVALID_URL' })
  })
})
