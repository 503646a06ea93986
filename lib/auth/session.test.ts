import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '@/lib/testing/database'
import { current, resetRequest } from '@/lib/testing/next-request'
import { createFirstAdmin } from './create-admin'
import { PATH_HEADER } from './security-headers'
import { requireActor, withActor } from './session'
import { signIn } from './sign-in'

vi.mock('next/headers', async () => (await import('@/lib/testing/next-request')).nextHeaders)

const database = createTestDatabase()
const ana = { email: 'ana@example.com', password: 'ten letters' }

async function beSignedIn() {
  await createFirstAdmin({ ...ana, name: 'Ana' })
  const result = await signIn(ana, current.headers)
  if (result.outcome !== 'done') throw new Error(result.outcome)
  current.headers.set('cookie', result.answered.getSetCookie()[0]?.split(';')[0] ?? '')
}

/** Where a page sends whoever asks for it, or null where it lets them in. */
const ledTo = () =>
  requireActor().then(
    () => null,
    (error: { digest?: string }) => error.digest?.split(';')[2],
  )

beforeEach(async () => {
  await database.truncate()
  resetRequest()
})

describe('a page', () => {
  it('leads to the set-up while there is nobody', async () => {
    expect(await ledTo()).toBe('/setup')
  })

  it('leads to signing in, and back to itself afterwards', async () => {
    await createFirstAdmin({ ...ana, name: 'Ana' })
    expect(await ledTo()).toBe('/sign-in')
    current.headers.set(PATH_HEADER, '/sends?status=failed&q=a b')
    expect(await ledTo()).toBe('/sign-in?next=%2Fsends%3Fstatus%3Dfailed%26q%3Da%20b')
    current.headers.set(PATH_HEADER, '//evil.example')
    expect(await ledTo()).toBe('/sign-in')
  })

  it('lets in whoever has a session', async () => {
    await beSignedIn()
    expect(await ledTo()).toBeNull()
  })
})

describe('a route that the page polls', () => {
  const url = 'http://localhost:3000/api/sends'
  const route = withActor<{ params: Promise<{ id: string }> }>(async (actor, _request, { params }) =>
    Response.json({ name: actor.name, id: (await params).id }),
  )
  const context = { params: Promise.resolve({ id: '7' }) }

  it('answers 401 in JSON without a session', async () => {
    const response = await route(new Request(url), context)
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ error: { code: 'signedOut' } })
  })

  it('answers whoever has one', async () => {
    await beSignedIn()
    const response = await route(new Request(url, { headers: current.headers }), context)
    expect(await response.json()).toEqual({ name: 'Ana', id: '7' })
  })

  it('tells nothing of a fault', async () => {
    await beSignedIn()
    const broken = withActor(() => {
      throw new Error('password=hunter2')
    })
    const response = await broken(new Request(url, { headers: current.headers }), context)
    expect(response.status).toBe(500)
    expect(await response.text()).toBe('{"error":{"code":"unexpected"}}')
  })
})
