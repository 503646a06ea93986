import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { register } from './instrumentation'

it('gives an upload longer than Node does', async () => {
  await register()
  const server = createServer((_, response) => response.end())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => get({ host: '127.0.0.1', port }, (response) => response.resume().on('end', done)))
  expect(server.requestTimeout).toBe(30 * 60_000)
  expect(server.headersTimeout).toBeLessThanOrEqual(60_000)
  server.close()
})
