'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { sendListMessageAction } from '@/lib/actions/sends'
import type { ActionResult, CommonErrorCode } from '@/lib/domain/action-result'
import { claimPressKey, dropPressKey, type EarlierSend, pressPlace, spendPressKey } from './press-key'

type PressResult = Awaited<ReturnType<typeof sendListMessageAction>>
export type Sent = Extract<PressResult, { ok: true }>['data']
export type PressErrorCode = Extract<PressResult, { ok: false }>['error']['code']

export type PressState<Code extends string = PressErrorCode> =
  | { phase: 'idle' }
  | { phase: 'pressing' }
  /** Nobody answered: the same request goes again by itself. */
  | { phase: 'lost' }
  | { phase: 'gaveUp' }
  | { phase: 'refused'; code: Code | CommonErrorCode }

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 8_000, 15_000, 15_000, 15_000]

/** One press of "Enviar agora" in the dialog. */
export const usePress = (content: string | null, onSent: (sent: Sent, isUnseen: boolean) => void) =>
  usePressOf(sendListMessageAction, content, onSent)

/**
 * One press, through to an answer. A connection that drops is tried again with the same key, so that
 * the server counts it once; `retryNow` cuts the pause short.
 * @param act what the server does with it; one that names a key which belongs to something else answers 'idempotencyMismatch'
 * @param content all that the press would send, as one text; null while there is nothing to send
 * @param onSent `isUnseen` where the dialog was closed before the answer came
 */
export function usePressOf<
  PressInput extends { idempotencyKey: string },
  Made extends { sendId: string },
  Code extends string,
>(
  act: (input: PressInput) => Promise<ActionResult<Made, Code | 'idempotencyMismatch'>>,
  content: string | null,
  onSent: (sent: Made, isUnseen: boolean) => void,
) {
  const [state, setState] = useState<PressState<Code | 'idempotencyMismatch'>>({ phase: 'idle' })
  const [earlier, setEarlier] = useState<EarlierSend>()
  // Held from the moment the content is there: another tab that sends it first must not make this tab take a new key.
  const held = useRef(new Map<string, { key: string; earlier?: EarlierSend }>())
  const isBusy = useRef(false)
  const isGone = useRef(false)
  const endPause = useRef<() => void>(() => {})

  const hold = useCallback((of: string) => {
    const claim = held.current.get(of) ?? claimPressKey(pressPlace(), of, Date.now())
    held.current.set(of, claim)
    return claim
  }, [])

  useEffect(() => setEarlier(content === null ? undefined : hold(content).earlier), [content, hold])

  useEffect(() => {
    isGone.current = false
    const retry = () => endPause.current()
    window.addEventListener('online', retry)
    return () => {
      isGone.current = true
      window.removeEventListener('online', retry)
      endPause.current()
    }
  }, [])

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      endPause.current = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const insist = async (input: PressInput) => {
    for (const ms of PAUSES_MS) {
      try {
        return await act(input)
      } catch {
        setState({ phase: 'lost' })
        await pause(ms)
        if (isGone.current) return null
      }
    }
    return null
  }

  const press = async (input: Omit<PressInput, 'idempotencyKey'>) => {
    // State lags a second click by a render; the ref does not.
    if (content === null || isBusy.current) return
    isBusy.current = true
    setState({ phase: 'pressing' })
    const { key } = hold(content)
    const result = await insist({ ...input, idempotencyKey: key } as PressInput)
    isBusy.current = false
    if (!result) return setState({ phase: 'gaveUp' })
    if (result.ok) {
      spendPressKey(pressPlace(), content, key, { sendId: result.data.sendId, at: new Date().toISOString() })
      held.current.delete(content)
      setState({ phase: 'idle' })
      return onSent(result.data, isGone.current)
    }
    const { code } = result.error
    if (code === 'idempotencyMismatch') {
      dropPressKey(pressPlace(), content, key, Date.now())
      held.current.delete(content)
    }
    setState({ phase: 'refused', code })
  }

  return {
    state,
    earlier,
    press,
    retryNow: () => endPause.current(),
    forget: useCallback(() => setState({ phase: 'idle' }), []),
  }
}
