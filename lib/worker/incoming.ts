import { readMessageList } from '@/lib/commands/read-message-list'
import { registerWithSandbox } from '@/lib/commands/register-with-sandbox'
import type { Actor } from '@/lib/domain/actor'
import { GATEWAY_KINDS } from '@/lib/domain/gateway'
import { log } from '@/lib/log'
import { backoffMs } from './backoff'
import type { AddressFor } from './gateway-desk'
import { Signal } from './signal'

/**
 * @property registers whether the pages are served beside this worker, so that it can say where
 * @property lookMs how often it is asked whether a list is due
 * @property registerMs how often the stand-in is told where our webhooks are: it may have started anew
 */
export type IncomingOptions = {
  addressFor: AddressFor
  registers: boolean
  lookMs?: number
  registerMs?: number
  pauseMs?: number
}

export type Incoming = { stop: () => Promise<void> }

/** What comes back and is fetched: the gateways' lists, where no webhooks come. The stand-in is told where to send those. */
export function startIncoming(actor: Actor, options: IncomingOptions): Incoming {
  const { addressFor, registers, lookMs = 2_000, registerMs = 10_000, pauseMs } = options
  const stopSignals: Signal[] = []
  let stopping = false

  async function read(): Promise<void> {
    for (const gateway of GATEWAY_KINDS) {
      const address = await addressFor(gateway)
      if (!address || stopping) continue
      const { round, pages, changed } = await readMessageList(actor, {
        gateway,
        address,
        isStopping: () => stopping,
        ...(pauseMs !== undefined && { pauseMs }),
      })
      if (pages > 0) log.debug({ gateway, round, pages, changed }, 'the gateway’s list was read')
    }
  }

  async function repeat(name: string, step: () => Promise<unknown>, everyMs: number): Promise<void> {
    const pause = new Signal()
    stopSignals.push(pause)
    let failures = 0
    while (!stopping) {
      try {
        await step()
        failures = 0
      } catch (error) {
        failures += 1
        log.error({ err: error, step: name }, 'what comes back waits, and is tried again')
      }
      if (!stopping) await pause.wait(failures > 0 ? backoffMs(failures) : everyMs)
    }
  }

  const loops = Promise.all([
    repeat('read list', read, lookMs),
    ...(registers ? [repeat('register', () => registerWithSandbox(actor), registerMs)] : []),
  ])

  return {
    stop: async () => {
      stopping = true
      for (const signal of stopSignals) signal.give()
      await loops
    },
  }
}
