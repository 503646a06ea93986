import { beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { readConnection } from '@/lib/db/connection'
import { createTestDatabase } from '@/lib/testing/database'
import { changed, resetEnv } from '@/lib/testing/fake-env'
import { removeToken } from './remove-token'
import { saveConnection } from './save-connection'
import { tryConnection } from './try-connection'

vi.mock('@/lib/env', async (original) => (await import('@/lib/testing/fake-env')).overEnv(original))

const database = createTestDatabase()
const actor = systemActor('start')
const first = {
  baseUrl: 'https://vectalk.example/api',
  token: 'a-token-of-ours-1234',
  includeRecipientType: false,
  passesCallbackData: true,
  perSecond: 80,
}
const noToken = { ...first, token: '' }

beforeEach(async () => {
  await database.truncate()
  resetEnv()
})

describe('saving the connection', () => {
  it('keeps the token sealed at rest', async () => {
    expect(await saveConnection(actor, first)).toBe('saved')
    const rows = await database.query('select * from connection')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('a-token-of-ours')
    expect((await readConnection()).token).toMatchObject({ value: first.token })
  })

  it('keeps the saved token where none is typed', async () => {
    await saveConnection(actor, first)
    expect(await saveConnection(actor, { ...noToken, includeRecipientType: true })).toBe('saved')
    expect(await readConnection()).toMatchObject({
      token: { value: first.token },
      includeRecipientType: true,
      passesCallbackData: true,
    })
  })

  it('replaces the saved token with one that is typed', async () => {
    await saveConnection(actor, first)
    await saveConnection(actor, { ...first, token: 'another-token-5678' })
    expect(await readConnection()).toMatchObject({ token: { value: 'another-token-5678', lastFour: '5678' } })
  })

  it('sets the pace of both gateways, and leaves what they bear right now', async () => {
    await saveConnection(actor, first)
    await database.query('update gateway_pace set share = 0.5')
    await saveConnection(actor, { ...noToken, perSecond: 200 })
    expect((await readConnection()).perSecond).toBe(200)
    expect(await database.query('select per_second, share from gateway_pace')).toEqual(
      Array(2).fill({ per_second: 200, share: 0.5 }),
    )
  })

  it('may change the path for the saved token, but not the host', async () => {
    await saveConnection(actor, first)
    expect(await saveConnection(actor, { ...noToken, baseUrl: 'https://vectalk.example' })).toBe('saved')
    expect(await saveConnection(actor, { ...noToken, baseUrl: 'https://evil.example' })).toBe('tokenNeeded')
    expect(await readConnection()).toMatchObject({ baseUrl: 'https://vectalk.example', token: { value: first.token } })
  })

  it('changes nothing that the environment sets', async () => {
    Object.assign(changed, { VECTALK_TOKEN: 'env-token-98765', VECTALK_BASE_URL: 'https://env.example' })
    expect(await saveConnection(actor, { ...first, includeRecipientType: true })).toBe('saved')
    resetEnv()
    expect(await readConnection()).toMatchObject({
      baseUrl: 'https://env.example',
      token: null,
      includeRecipientType: true,
    })
  })

  it('replaces a token that the secret no longer opens', async () => {
    await saveConnection(actor, first)
    changed.APP_SECRET = 'another secret that is long enough to be one'
    expect(await saveConnection(actor, first)).toBe('saved')
    expect(await readConnection()).toMatchObject({ token: { value: first.token }, tokenUnreadable: false })
  })
})

describe('removing the token', () => {
  it('leaves nothing of it', async () => {
    await saveConnection(actor, first)
    await removeToken(actor)
    expect(await db().connection.findMany({ select: { sealedToken: true, tokenLastFour: true } })).toEqual([
      { sealedToken: null, tokenLastFour: null },
    ])
    expect(await readConnection()).toMatchObject({ baseUrl: first.baseUrl, token: null, tokenUnreadable: false })
  })
})

describe('trying the connection', () => {
  it('wants a token while none is saved', async () => {
    expect(await tryConnection(actor, noToken)).toEqual({ kind: 'tokenNeeded' })
  })

  it('never takes the saved token to another host', async () => {
    await saveConnection(actor, first)
    expect(await tryConnection(actor, { baseUrl: 'http://127.0.0.1:1', token: '' })).toEqual({ kind: 'tokenNeeded' })
  })

  it('tries what stands in the form, saved or not', async () => {
    expect(await tryConnection(actor, { baseUrl: 'http://127.0.0.1:1', token: 'typed' })).toMatchObject({
      kind: 'unreachable',
    })
    expect(await db().connection.count()).toBe(0)
  })
})
