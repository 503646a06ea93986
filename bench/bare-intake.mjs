import { createHmac, timingSafeEqual } from 'node:crypto'
import http from 'node:http'

// The least that a webhook can cost: the raw body, its signature, its JSON, and nothing kept.
const secret = process.env.SECRET ?? ''
const server = http.createServer((request, response) => {
  const pieces = []
  request.on('data', (piece) => pieces.push(piece))
  request.on('end', () => {
    const body = Buffer.concat(pieces)
    const right = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
    const given = Buffer.from(String(request.headers['x-hub-signature-256']))
    const isSigned = given.length === right.length && timingSafeEqual(given, right)
    response.writeHead(isSigned && JSON.parse(body.toString()).entry ? 200 : 401).end()
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }))
process.on('SIGTERM', () => process.exit(0))
