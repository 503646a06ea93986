import { beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { saveConnection } from '@/lib/commands/save-connection'
import { DEFAULT_BASE_URL } from '@/lib/domain/gateway'
import { createTestDatabase } from '@/lib/testing/database'
import { changed, resetEnv } from '@/lib/testing/fake-env'
import { getConnection, getGateway, getGatewayFor } from './connection'

vi.mock('@/lib/env', async (original) => (await import('@/lib/testing/fake-env')).overEnv(original))

const database = createTestDatabase()
const actor = systemActor('worker')
const saved = {
  baseUrl: 'https://saved.example',
  token: 'saved-token-1234',
  includeRecipientType: true,
  passesCallbackData: false,
  perSecond: 20,
}
const sandbox = { baseUrl: 'http://127.0.0.1:4010', token: expect.stringMatching(/^sandbox-[\da-f]{16}$/) }

beforeEach(async () => {
  await database.truncate()
  resetEnv()
})

describe('where a Send goes', () => {
  it('is the stand-in while there is no token', async () => {
    changed.SANDBOX_URL = sandbox.baseUrl
    expect(await getGateway(actor)).toEqual({ kind: 'sandbox', includeRecipientType: false, ready: true })
    expect(await getGatewayFor(actor, 'sandbox')).toEqual(sandbox)
    expect(await getGatewayFor(actor, 'vectalk')).toBeNull()
  })

  it('is nowhere while there is neither a token nor a stand-in', async () => {
    expect(await getGateway(actor)).toMatchObject({ kind: 'sandbox', ready: false })
    expect(await getGatewayFor(actor, 'sandbox')).toBeNull()
  })

  it('is VecTalk once Settings has a token', async () => {
    changed.SANDBOX_URL = sandbox.baseUrl
    await saveConnection(actor, saved)
    expect(await getGateway(actor)).toEqual({ kind: 'vectalk', includeRecipientType: true, ready: true })
    expect(await getGatewayFor(actor, 'vectalk')).toEqual({ baseUrl: saved.baseUrl, token: saved.token })
  })

  it('stays the stand-in for a Send that was made for it, whatever is connected since', async () => {
    changed.SANDBOX_URL = sandbox.baseUrl
    await saveConnection(actor, saved)
    expect(await getGatewayFor(actor, 'sandbox')).toEqual(sandbox)
  })

  it('is the environment’s token before the saved one, at the environment’s address', async () => {
    await saveConnection(actor, saved)
    Object.assign(changed, { VECTALK_TOKEN: 'env-token-98765', VECTALK_BASE_URL: 'https://env.example' })
    expect(await getGatewayFor(actor, 'vectalk')).toEqual({ baseUrl: 'https://env.example', token: 'env-token-98765' })
  })

  it('never takes the environment’s token to an address out of Settings', async () => {
    await saveConnection(actor, saved)
    changed.VECTALK_TOKEN = 'env-token-98765'
    expect(await getGatewayFor(actor, 'vectalk')).toEqual({ baseUrl: DEFAULT_BASE_URL, token: 'env-token-98765' })
  })

  it('is the saved token at the environment’s address where it sets only that', async () => {
    await saveConnection(actor, saved)
    changed.VECTALK_BASE_URL = 'https://env.example'
    expect(await getGatewayFor(actor, 'vectalk')).toEqual({ baseUrl: 'https://env.example', token: saved.token })
  })

  it('is still VecTalk, but not ready, when the secret that sealed the token is gone', async () => {
    changed.SANDBOX_URL = sandbox.baseUrl
    await saveConnection(actor, saved)
    changed.APP_SECRET = 'another secret that is long enough to be one'
    expect(await getGateway(actor)).toMatchObject({ kind: 'vectalk', ready: false })
    expect(await getGatewayFor(actor, 'vectalk')).toBeNull()
    expect(await getConnection(actor)).toMatchObject({ token: null, tokenUnreadable: true })
  })
})

describe('the connection that a page shows', () => {
  it('is the documented address and no token in a new workspace', async () => {
    expect(await getConnection(actor)).toEqual({
      baseUrl: DEFAULT_BASE_URL,
      baseUrlFrom: 'default',
      token: null,
      tokenUnreadable: false,
      includeRecipientType: false,
      passesCallbackData: false,
      perSecond: 20,
    })
  })

  it('never carries the token, only its last four characters', async () => {
    await saveConnection(actor, saved)
    const shown = await getConnection(actor)
    expect(shown).toMatchObject({ baseUrlFrom: 'settings', token: { from: 'settings', lastFour: '1234' } })
    expect(JSON.stringify(shown)).not.toContain('saved-token')
  })

  it('says what the environment decides', async () => {
    await saveConnection(actor, saved)
    changed.VECTALK_TOKEN = 'env-token-98765'
    const shown = await getConnection(actor)
    expect(shown).toMatchObject({ baseUrlFrom: 'environment', token: { from: 'environment', lastFour: '8765' } })
    expect(JSON.stringify(shown)).not.toContain('env-token')
  })

  it('shows nothing of a token so short that four characters would give it away', async () => {
    await saveConnection(actor, { ...saved, token: 'short' })
    expect(await getConnection(actor)).toMatchObject({ token: { lastFour: '' } })
  })
})
