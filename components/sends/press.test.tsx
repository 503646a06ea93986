import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sendListMessageAction } from '@/lib/actions/sends'
import { newDraft } from '@/lib/domain/list-draft'
import { usePress } from './press'

// The server is another program: what matters here is what this one does when it cannot be reached.
vi.mock('@/lib/actions/sends', () => ({ sendListMessageAction: vi.fn() }))
const server = vi.mocked(sendListMessageAction)

const input = {
  draft: newDraft({ body: 'Oi {{nome}}', button: 'Ver' }),
  values: { nome: 'Rui' },
  phones: ['+5511999990001'],
  template: null,
  gateway: 'sandbox' as const,
}
const recorded = { ok: true as const, data: { sendId: 'the send', repeated: false } }
const keys = () => server.mock.calls.map(([press]) => press.idempotencyKey)

const tab = (content: string | null = 'content') => {
  const onSent = vi.fn()
  const { result, unmount } = renderHook(() => usePress(content, onSent))
  return { onSent, unmount, now: () => result.current, press: () => act(() => result.current.press(input)) }
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  server.mockReset()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a press of Send', () => {
  it('reaches the server once however often the button is clicked meanwhile', async () => {
    let answer: (result: typeof recorded) => void = () => {}
    server.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    const { now, onSent } = tab()
    await act(async () => {
      void now().press(input)
      void now().press(input)
    })
    expect(now().state.phase).toBe('pressing')
    await act(async () => answer(recorded))
    expect(server).toHaveBeenCalledTimes(1)
    expect(onSent).toHaveBeenCalledExactlyOnceWith(recorded.data, false)
  })

  it('goes again with the same key when the connection is lost, and says so', async () => {
    server.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce(recorded)
    const { now, onSent } = tab()
    await act(async () => void now().press(input))
    expect(now().state.phase).toBe('lost')
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    expect(keys()).toHaveLength(2)
    expect(new Set(keys()).size).toBe(1)
    expect(onSent).toHaveBeenCalledWith(recorded.data, false)
  })

  it('goes again at once when the browser is back online', async () => {
    server.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce(recorded)
    const { now, onSent } = tab()
    await act(async () => void now().press(input))
    await act(async () => window.dispatchEvent(new Event('online')))
    expect(onSent).toHaveBeenCalledWith(recorded.data, false)
  })

  it('gives up in the end, and a later press still counts as the same one', async () => {
    server.mockRejectedValue(new TypeError('Failed to fetch'))
    const { now, press, onSent } = tab()
    await act(async () => void now().press(input))
    await act(() => vi.advanceTimersByTimeAsync(120_000))
    expect(now().state.phase).toBe('gaveUp')
    server.mockResolvedValue(recorded)
    await press()
    expect(new Set(keys()).size).toBe(1)
    expect(onSent).toHaveBeenCalledWith(recorded.data, false)
  })

  it('that is answered after its dialog has closed is told as unseen', async () => {
    let answer: (result: typeof recorded) => void = () => {}
    server.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    const { now, unmount, onSent } = tab()
    await act(async () => void now().press(input))
    unmount()
    await act(async () => answer(recorded))
    expect(onSent).toHaveBeenCalledExactlyOnceWith(recorded.data, true)
  })

  it('stops trying once its dialog is gone', async () => {
    server.mockRejectedValue(new TypeError('Failed to fetch'))
    const { now, unmount } = tab()
    await act(async () => void now().press(input))
    unmount()
    await act(() => vi.advanceTimersByTimeAsync(60_000))
    expect(server).toHaveBeenCalledTimes(1)
  })

  it('has one key in two tabs with the same content, even when one sends first', async () => {
    server.mockResolvedValue(recorded)
    const [one, other] = [tab(), tab()]
    await one.press()
    await other.press()
    expect(new Set(keys()).size).toBe(1)
  })

  it('means another Send when the same is sent anew, and tells of the first', async () => {
    server.mockResolvedValue(recorded)
    await tab().press()
    const again = tab()
    expect(again.now().earlier).toMatchObject({ sendId: 'the send' })
    await again.press()
    expect(new Set(keys()).size).toBe(2)
  })

  it('tells a refusal, and keeps its key for when that is mended', async () => {
    server.mockResolvedValueOnce({ ok: false, error: { code: 'signedOut' } }).mockResolvedValueOnce(recorded)
    const { now, press } = tab()
    await press()
    expect(now().state).toEqual({ phase: 'refused', code: 'signedOut' })
    await press()
    expect(new Set(keys()).size).toBe(1)
  })

  it('takes a new key when the old one turns out to be of something else', async () => {
    server.mockResolvedValueOnce({ ok: false, error: { code: 'idempotencyMismatch' } }).mockResolvedValueOnce(recorded)
    const { press } = tab()
    await press()
    await press()
    expect(new Set(keys()).size).toBe(2)
  })

  it('does nothing while there is nothing to send', async () => {
    await tab(null).press()
    expect(server).not.toHaveBeenCalled()
  })
})
