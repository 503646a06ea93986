import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './fixtures/test'

test.use({ person: null })

const ID = '019ac000-0000-7000-8000-000000000000'
/** Its key is in its address. */
const WEBHOOK = `/api/webhooks/whatsapp/${ID}`
/** Whoever adds one here opens it to the whole world. */
const PUBLIC = ['/sign-in', '/setup', '/api/health', `/share/${ID}`, WEBHOOK]

const toAddress = (file: string) => {
  const steps = path.dirname(file).split(path.sep)
  const shown = steps.filter((step) => step !== '.' && !/^\(.*\)$/.test(step))
  return `/${shown.map((step) => (step.startsWith('[') ? ID : step)).join('/')}`
}
const filesNamed = (name: string) =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === name && !PUBLIC.includes(toAddress(file)))
    .sort()

const pages = filesNamed('page.tsx').map(toAddress)
const routes = filesNamed('route.ts').flatMap((file) =>
  [
    ...readFileSync(path.join('app', file), 'utf8').matchAll(/export (?:const|async function|function) ([A-Z]+)\b/g),
  ].map(([, method = '']) => ({ method, address: toAddress(file) })),
)

test('there are pages and routes to walk', () => {
  expect(pages).toEqual(expect.arrayContaining(['/', '/compose', '/sends', '/settings', '/templates']))
  expect(routes).toContainEqual({ method: 'GET', address: '/api/sends' })
})

for (const address of pages) {
  test(`${address} shows nobody anything without a session`, async ({ request, world }) => {
    const plain = await request.get(address, { maxRedirects: 0 })
    expect(plain.status()).toBe(307)
    expect(plain.headers().location).toMatch(/^\/sign-in(\?next=|$)/)
    expect(await plain.text()).not.toContain(world.admin.email)

    const asNavigation = await request.get(address, { headers: { rsc: '1' } })
    expect(await asNavigation.text()).not.toContain(world.admin.email)
  })
}

for (const { method, address } of routes) {
  test(`${method} ${address} answers 401 without a session`, async ({ request }) => {
    const response = await request.fetch(address, { method, maxRedirects: 0 })
    expect(response.status()).toBe(401)
    expect(await response.json()).toEqual({ error: { code: 'signedOut' } })
  })
}

test('a guessed address of the webhook is told nothing', async ({ request }) => {
  for (const answer of [
    await request.get(`${WEBHOOK}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess`),
    await request.post(WEBHOOK, { data: { object: 'whatsapp_business_account', entry: [] } }),
  ]) {
    expect(answer.status()).toBe(401)
    expect(await answer.text()).toBe('')
  }
})

test('a made-up session opens nothing', async ({ request }) => {
  const headers = { cookie: `listazap.session_token=${ID}.${'A'.repeat(43)}%3D` }
  expect((await request.get('/api/sends', { headers, maxRedirects: 0 })).status()).toBe(401)
  expect((await request.get('/sends', { headers, maxRedirects: 0 })).status()).toBe(307)
})

test('better-auth’s own addresses are not there', async ({ request, world }) => {
  const { name, email, password } = world.admin
  for (const address of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session']) {
    expect((await request.post(address, { data: { name, email, password } })).status()).toBe(404)
  }
})

for (const address of ['/sign-in', '/api/health', '/api/sends', '/nothing-here']) {
  test(`${address} carries the security headers`, async ({ request }) => {
    const headers = (await request.get(address)).headers()
    const policy = headers['content-security-policy'] ?? ''
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src '))
    expect(scripts).toMatch(/^script-src 'self' 'nonce-[\w+/]+=*' 'strict-dynamic'$/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
  })
}

test('a script that is not ours does not run, and ours all do', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text())
  })
  for (const address of ['/nothing-here', '/sign-in']) {
    // What the server wrote: a script that ours add later is let in by 'strict-dynamic'.
    const html = (await (await page.goto(address))?.text()) ?? ''
    expect(html).toMatch(/<script[^>]* nonce="/)
    expect(html).not.toMatch(/<script(?![^>]* nonce="[^"]+")/)
  }
  await expect(page.getByRole('button', { name: 'Entrar' })).toBeEnabled()
  expect(refused).toEqual([])

  const intruders = `<script>window.intruder = 'inline'</script><script src="data:text/javascript,window.intruder='data'"></script>
    <img src="data:," onerror="window.intruder = 'handler'" alt="">`
  await page.route('/sign-in', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace('</body>', `${intruders}</body>`) })
  })
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Entrar' })).toBeEnabled()
  await expect.poll(() => refused.length).toBeGreaterThanOrEqual(3)
  expect(await page.evaluate(() => 'intruder' in window)).toBe(false)
})
