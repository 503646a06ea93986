import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { toPayload } from '@/lib/domain/list-message-payload'
import { createSandbox } from '@/lib/sandbox/sandbox'
import { postMessage } from './client'
import { closePools } from './exchange'
import { listMessages } from './list-messages'

const token = 'any'
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await closePools()
  await Promise.all(closing.splice(0).map((close) => close()))
})

const MESSAGE = { body: 'Escolha', button: 'Ver', sections: [{ rows: [{ id: '1', title: 'Um' }] }] }
const around = () => ({ from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000) })
const list = (baseUrl: string, page = 1) =>
  listMessages({ baseUrl, token }, { page, ...around() }, { headersMs: 5_000, allMs: 5_000 })

async function answering(status: number, body: unknown): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, asked }
}

const entry = { waMessageId: 'wamid.1', to: '5511', createdAt: '2026-11-22T10:00:00.000Z' }

describe('the list of messages', () => {
  it('is read from the stand-in page by page, newest first', async () => {
    const sandbox = await createSandbox()
    closing.push(sandbox.close)
    const phones = Array.from({ length: 51 }, (_, i) => `+55119${String(i).padStart(4, '0')}7777`)
    for (const phone of phones) await postMessage({ baseUrl: sandbox.url, token }, toPayload(MESSAGE, phone))
    const first = await list(sandbox.url)
    if (first.kind !== 'page') throw new Error(first.kind)
    expect(first.isLast).toBe(false)
    expect(first.messages).toHaveLength(50)
    const last = sandbox.messages().at(-1)
    expect(first.messages[0]).toEqual({
      wamid: last?.waMessageId,
      to: last?.to,
      type: 'interactive',
      status: 'pending',
      direction: 'outbound',
      createdAt: Date.parse(last?.createdAt ?? ''),
    })
    expect(await list(sandbox.url, 2)).toMatchObject({ isLast: true, messages: [{ to: phones[0]?.slice(1) }] })
  })

  it('is asked for as VecTalk documents it', async () => {
    const { url, asked } = await answering(200, { data: [] })
    expect(await list(url)).toEqual({ kind: 'page', messages: [], isLast: true })
    const query = new URL(asked[0] ?? '', url).searchParams
    expect(Object.fromEntries(query)).toMatchObject({ page: '1', limit: '50', direction: 'outbound' })
    expect(query.get('from')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  it('passes over what it cannot read, and needs no more than an id, a number and a moment', async () => {
    const { url } = await answering(200, { data: [{ id: 'msg_1' }, null, { ...entry, more: 1, status: 7 }] })
    const message = { ...entry, type: null, status: null, direction: null, createdAt: Date.parse(entry.createdAt) }
    const { waMessageId, ...rest } = message
    expect(await list(url)).toEqual({ kind: 'page', messages: [{ ...rest, wamid: waMessageId }], isLast: false })
  })

  it.each([
    ['its total', { data: [entry], total: 51, limit: 1 }, false],
    ['its total', { data: [entry], total: 1, limit: 1 }, true],
    ['a page that is not full', { data: [entry], limit: 50 }, true],
    ['nothing', { data: [entry] }, false],
  ])('knows its end by %s', async (_, body, isLast) => {
    expect(await list((await answering(200, body)).url)).toMatchObject({ isLast })
  })

  it.each([
    [404, { message: 'Cannot GET /messages' }],
    [200, { messages: [] }],
    [200, '<html>'],
    [200, { data: [{ id: 'msg_1', to: '55' }] }],
    [200, { data: [{ ...entry, createdAt: '2026-11-22T10:00:00' }] }],
    [400, { message: 'limit' }],
  ])('is of no use where it answers %i %j', async (status, body) => {
    expect(await list((await answering(status, body)).url)).toEqual({ kind: 'unusable' })
  })

  it.each([401, 429, 503])('may be had another time where it answers %i', async (status) => {
    expect(await list((await answering(status, {})).url)).toEqual({ kind: 'unreachable' })
  })

  it('may be had another time where nobody answers', async () => {
    expect(await list('http://127.0.0.1:1')).toEqual({ kind: 'unreachable' })
    expect(await list('no address')).toEqual({ kind: 'unreachable' })
  })
})
