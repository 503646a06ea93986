import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { onEnd } from '../scripts/start/ending'

/** Serves the page that the editor is measured against; answers its address. */
export async function serveBaseline(): Promise<string> {
  const made = await build({
    entryPoints: ['bench/baseline-page.tsx'],
    bundle: true,
    minify: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
    logLevel: 'error',
  })
  const script = made.outputFiles[0]?.text ?? ''
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Baseline</title><div id="root"></div><script src="/page.js"></script></html>`
  const server = http.createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
