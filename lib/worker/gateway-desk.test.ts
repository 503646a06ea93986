import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { GatewayAddress, GatewayKind } from '@/lib/domain/gateway'
import type { PostOutcome } from '@/lib/whatsapp/post-outcome'
import { GatewayDesk } from './gateway-desk'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const address = { baseUrl: 'http://127.0.0.1:1', token: 't' }
const notSent: PostOutcome = { kind: 'notSent', why: 'ECONNREFUSED' }
const answered: PostOutcome = { kind: 'unknown', why: 'timeout', httpStatus: null, answer: null }

describe('the gateway desk', () => {
  it('opens the gateways that have an address, and hears of a change within a second', async () => {
    const known: Partial<Record<GatewayKind, GatewayAddress>> = { sandbox: address }
    const desk = new GatewayDesk(async (kind) => known[kind] ?? null)
    expect(await desk.open()).toEqual(['sandbox'])
    expect(desk.addressOf('vectalk')).toBeNull()
    known.vectalk = address
    vi.advanceTimersByTime(1_000)
    expect(await desk.open()).toEqual(['sandbox', 'vectalk'])
  })

  it('lets one rest that cannot be reached, longer each time, and the other go on', async () => {
    const desk = new GatewayDesk(async () => address)
    await desk.open()
    const rests: number[] = []
    for (let failure = 0; failure < 8; failure++) {
      // All that was in flight fails together.
      for (let i = 0; i < 50; i++) desk.note('vectalk', notSent)
      expect(desk.addressOf('vectalk')).toBeNull()
      expect(desk.addressOf('sandbox')).toEqual(address)
      let rest = 0
      for (; !desk.addressOf('vectalk'); rest += 50) vi.advanceTimersByTime(50)
      rests.push(rest)
    }
    expect(rests[0]).toBeLessThanOrEqual(550)
    expect(rests[4]).toBeGreaterThan(3_900)
    expect(Math.max(...rests)).toBeLessThanOrEqual(15_050)
  })

  it('forgets the failures once anything answers', async () => {
    const desk = new GatewayDesk(async () => address)
    await desk.open()
    for (let failure = 0; failure < 6; failure++) {
      desk.note('sandbox', notSent)
      vi.advanceTimersByTime(15_000)
    }
    desk.note('sandbox', answered)
    desk.note('sandbox', notSent)
    vi.advanceTimersByTime(500)
    expect(desk.addressOf('sandbox')).toEqual(address)
  })

  it('lets one rest that asked for it, and takes no shorter wait for an end of it', async () => {
    const desk = new GatewayDesk(async () => address)
    await desk.open()
    desk.rest('vectalk', 30_000)
    desk.rest('vectalk', 100)
    vi.advanceTimersByTime(29_900)
    expect(desk.addressOf('vectalk')).toBeNull()
    expect(desk.addressOf('sandbox')).toEqual(address)
    vi.advanceTimersByTime(100)
    expect(desk.addressOf('vectalk')).toEqual(address)
  })

  it('knows at once whether a token has been changed since it was used', async () => {
    let token = 'old'
    const desk = new GatewayDesk(async () => ({ ...address, token }))
    await desk.open()
    const used = { ...address, token: 'old' }
    expect(await desk.isCurrent('vectalk', used)).toBe(true)
    token = 'new'
    expect(await desk.isCurrent('vectalk', used)).toBe(false)
    expect(desk.addressOf('vectalk')?.token).toBe('new')
  })
})
