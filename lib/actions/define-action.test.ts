import { notFound, redirect } from 'next/navigation'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createFirstAdmin } from '@/lib/auth/create-admin'
import { signIn } from '@/lib/auth/sign-in'
import { db } from '@/lib/db/client'
import { fail, succeed } from '@/lib/domain/action-result'
import { log } from '@/lib/log'
import { createTestDatabase } from '@/lib/testing/database'
import { current, resetRequest } from '@/lib/testing/next-request'
import { defineAction } from './define-action'

vi.mock('next/headers', async () => (await import('@/lib/testing/next-request')).nextHeaders)

const database = createTestDatabase()
const ana = { email: 'ana@example.com', password: 'ten letters' }
const schema = z.object({ title: z.string().min(1, 'titleRequired'), rows: z.array(z.string().max(3, 'rowTooLong')) })
const good = { title: 'Um', rows: ['a'] }

async function beSignedIn(role: 'admin' | 'member' = 'admin') {
  await createFirstAdmin({ ...ana, name: 'Ana' })
  await db().user.updateMany({ data: { role } })
  const result = await signIn(ana, current.headers)
  if (result.outcome !== 'done') throw new Error(result.outcome)
  current.headers.set('cookie', result.answered.getSetCookie()[0]?.split(';')[0] ?? '')
}

const actionOf = (gate: 'user' | 'admin' | 'public', handler = vi.fn(async () => succeed('done'))) => ({
  handler,
  action: defineAction({ name: 'test', gate, schema, handler }),
})

beforeEach(async () => {
  await database.truncate()
  resetRequest()
})

describe('an action', () => {
  it('gives its handler who presses and what they sent, parsed', async () => {
    await beSignedIn()
    const handler = vi.fn(async () => succeed('done'))
    const action = defineAction({
      name: 'test',
      gate: 'user',
      schema: schema.extend({ n: z.coerce.number() }),
      handler,
    })
    expect(await action({ ...good, n: '7' })).toEqual({ ok: true, data: 'done' })
    expect(handler).toHaveBeenCalledWith(expect.objectContaining({ kind: 'user', role: 'admin' }), { ...good, n: 7 })
  })

  it.each(['user', 'admin'] as const)(
    'for %ss says "signedOut" without a session, before it looks at the input',
    async (gate) => {
      const { action, handler } = actionOf(gate)
      expect(await action({ title: '', rows: [] })).toEqual({ ok: false, error: { code: 'signedOut' } })
      expect(handler).not.toHaveBeenCalled()
    },
  )

  it('for administrators is forbidden to others', async () => {
    await beSignedIn('member')
    const { action, handler } = actionOf('admin')
    expect(await action(good)).toEqual({ ok: false, error: { code: 'forbidden' } })
    expect(handler).not.toHaveBeenCalled()
  })

  it('for anybody works without a session', async () => {
    expect(await actionOf('public').action(good)).toEqual({ ok: true, data: 'done' })
  })

  it('says of each wrong field why, by its path', async () => {
    const { action, handler } = actionOf('public')
    expect(await action({ title: '', rows: ['a', 'long'] })).toEqual({
      ok: false,
      error: { code: 'invalid', fieldErrors: { title: 'titleRequired', 'rows.1': 'rowTooLong' } },
    })
    expect(handler).not.toHaveBeenCalled()
  })

  it.each([undefined, null, 'text', [], { title: 1 }])(
    'refuses %j where the browser sends what it never should',
    async (input) => {
      const result = await actionOf('public').action(input as never)
      expect(result).toMatchObject({ ok: false, error: { code: 'invalid' } })
    },
  )

  it('passes its handler’s own refusal on', async () => {
    const action = defineAction({
      name: 'test',
      gate: 'public',
      schema,
      handler: async () => fail('newer', { params: { version: 3 } }),
    })
    expect(await action(good)).toEqual({ ok: false, error: { code: 'newer', params: { version: 3 } } })
  })

  it('tells the browser nothing of a fault, and the log everything', async () => {
    const logged = vi.spyOn(log, 'error')
    const fault = new Error('password=hunter2 in some driver’s message')
    const { action } = actionOf(
      'public',
      vi.fn(async () => {
        throw fault
      }),
    )
    expect(await action(good)).toEqual({ ok: false, error: { code: 'unexpected' } })
    expect(logged).toHaveBeenCalledWith(expect.objectContaining({ err: fault, action: 'test' }), expect.any(String))
  })

  it.each([
    ['redirect', () => redirect('/sends')],
    ['notFound', () => notFound()],
  ])('lets Next’s %s through', async (_name, leave) => {
    const { action } = actionOf(
      'public',
      vi.fn(async () => leave()),
    )
    await expect(action(good)).rejects.toMatchObject({ digest: expect.stringContaining('NEXT_') })
  })

  it('prolongs a session that was not used for a day, and otherwise leaves its cookie alone', async () => {
    await beSignedIn()
    const { action } = actionOf('user')
    await action(good)
    expect(current.cookies.size).toBe(0)
    await database.query(`update session set expires_at = now() + interval '5 days'`)
    await action(good)
    expect([...current.cookies.keys()]).toEqual(['listazap.session_token'])
    const { expiresAt } = await db().session.findFirstOrThrow()
    expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * 24 * 60 * 60 * 1000)
  })

  it('leaves a dead cookie alone, so that the page with what was typed stays', async () => {
    await beSignedIn()
    await database.query('delete from session')
    expect(await actionOf('user').action(good)).toEqual({ ok: false, error: { code: 'signedOut' } })
    expect(current.cookies.size).toBe(0)
  })
})
