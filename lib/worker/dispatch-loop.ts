import { randomUUID } from 'node:crypto'
import { type ClaimedRecipient, claimRecipients } from '@/lib/commands/claim-recipients'
import { dispatchRecipient } from '@/lib/commands/dispatch-recipient'
import { recordOutcomes } from '@/lib/commands/record-outcomes'
import { releaseExpiredLeases } from '@/lib/commands/release-expired-leases'
import { returnRecipients } from '@/lib/commands/return-recipients'
import { startSending } from '@/lib/commands/start-sending'
import type { Actor } from '@/lib/domain/actor'
import type { FrozenSend } from '@/lib/domain/frozen-send'
import type { GatewayAddress } from '@/lib/domain/gateway'
import { log } from '@/lib/log'
import { listFrozenSends } from '@/lib/queries/frozen-sends'
import { DEADLINES, type Deadlines } from '@/lib/whatsapp/exchange'
import type { PostOutcome } from '@/lib/whatsapp/post-outcome'
import { backoffMs } from './backoff'
import { FrozenSendCache } from './frozen-send-cache'
import { type AddressFor, GatewayDesk } from './gateway-desk'
import { OutcomeBuffer } from './outcome-buffer'
import { Signal } from './signal'

export type DispatchLoopOptions = {
  addressFor: AddressFor
  /** How many requests may wait for an answer at once: the rate that is wanted times the time of an answer. */
  inFlight: number
  /** How many recipients are leased ahead of their turn. */
  claimAhead: number
  deadlines: Deadlines
  /** How long a claim holds; and how long *sending* holds, which must outlast the deadlines by far. */
  leaseMs: number
  sendingLeaseMs: number
  pollMs: number
  sweepMs: number
  flush: { size: number; afterMs: number }
  /** How long a stop waits for the answers that are still to come. */
  graceMs: number
}

const DEFAULTS: Omit<DispatchLoopOptions, 'addressFor'> = {
  inFlight: 50,
  claimAhead: 100,
  deadlines: DEADLINES,
  leaseMs: 30_000,
  sendingLeaseMs: 30_000,
  pollMs: 1_000,
  sweepMs: 5_000,
  flush: { size: 100, afterMs: 50 },
  graceMs: DEADLINES.allMs,
}

export type DispatchLoop = {
  /** Look into the queue now. */
  wake: () => void
  /** Finishes what is in flight, gives the rest back, and resolves when all of it is recorded. */
  stop: () => Promise<void>
}

type Ready = ClaimedRecipient & { send: FrozenSend }

/**
 * Carries recipients from the queue to their gateway: claims ahead, commits *sending* in groups just before the requests
 * leave, records what comes of them in batches, and clears up after workers that died. Any number of loops in any number
 * of processes may run on one database. A failing database only makes it wait.
 */
export function startDispatchLoop(
  actor: Actor,
  given: Pick<DispatchLoopOptions, 'addressFor'> & Partial<DispatchLoopOptions>,
): DispatchLoop {
  const options: DispatchLoopOptions = { ...DEFAULTS, ...given }
  const owner = randomUUID()
  const desk = new GatewayDesk(options.addressFor)
  const sends = new FrozenSendCache((ids) => listFrozenSends(actor, ids))
  const outcomes = new OutcomeBuffer({
    ...options.flush,
    record: (batch) => recordOutcomes(actor, batch),
    onFailure: (error) => log.error({ err: error }, 'outcomes could not be recorded yet'),
  })
  const ready: Ready[] = []
  const inFlight = new Set<Promise<void>>()
  const claimSignal = new Signal()
  const sendSignal = new Signal()
  const stopSignals: Signal[] = []
  let queueIsEmpty = false
  let stopping = false

  async function claim(): Promise<void> {
    const room = options.claimAhead - ready.length
    const gateways = room > 0 ? await desk.open() : []
    const claimed = await claimRecipients(actor, { owner, gateways, limit: room, leaseMs: options.leaseMs })
    if (claimed.length > 0) {
      const found = await sends.get(claimed.map((recipient) => recipient.sendId))
      for (const recipient of claimed) {
        const send = found.get(recipient.sendId)
        if (send) ready.push({ ...recipient, send })
      }
      sendSignal.give()
    }
    queueIsEmpty = room > 0 && claimed.length < room
    if (queueIsEmpty || room <= 0) await claimSignal.wait(options.pollMs)
  }

  async function send(): Promise<void> {
    const free = options.inFlight - inFlight.size
    if (free <= 0 || ready.length === 0) return sendSignal.wait()
    const group = ready.splice(0, free)
    const open: Ready[] = []
    const shut: Ready[] = []
    for (const recipient of group) (desk.addressOf(recipient.send.gateway) ? open : shut).push(recipient)
    const asked = performance.now()
    try {
      await returnRecipients(actor, { owner, recipients: shut })
      shut.length = 0
      const started = await startSending(actor, { owner, recipients: open, leaseMs: options.sendingLeaseMs })
      const mine = open.filter((recipient) => started.has(recipient.id))
      open.length = 0
      if (stopping) ready.push(...mine)
      else for (const recipient of mine) post(recipient, asked)
    } finally {
      // Only after a failure: whether it was committed or not, asking again is safe while nothing has been posted.
      ready.unshift(...shut, ...open)
    }
    if (!queueIsEmpty && ready.length <= options.claimAhead / 2) claimSignal.give()
  }

  function post(recipient: Ready, asked: number): void {
    const { id, attempt, send: frozen } = recipient
    const address = desk.addressOf(frozen.gateway)
    // A process that was stopped and woken in between must not post what others already count as uncertain.
    const isLate = performance.now() - asked > options.sendingLeaseMs / 3
    if (!address || isLate) {
      outcomes.add({ id, attempt, outcome: { kind: 'notSent', why: address ? 'LATE' : 'GATEWAY_SHUT' } })
      return
    }
    const task = deliver(recipient, address).finally(() => {
      inFlight.delete(task)
      sendSignal.give()
    })
    inFlight.add(task)
  }

  async function deliver(recipient: Ready, address: GatewayAddress): Promise<void> {
    const { id, attempt, send: frozen } = recipient
    const outcome = await dispatch(recipient, address)
    desk.note(frozen.gateway, outcome)
    outcomes.add({ id, attempt, outcome })
    if (outcome.kind === 'notSent') {
      log.warn({ why: outcome.why, gateway: frozen.gateway }, 'the gateway is out of reach')
    }
  }

  async function dispatch({ id, phone, send: frozen }: Ready, address: GatewayAddress): Promise<PostOutcome> {
    try {
      return await dispatchRecipient(actor, { phone, send: frozen, address, deadlines: options.deadlines })
    } catch (error) {
      // A fault of ours, half-way for all we know. It must neither end the worker nor be tried again.
      log.error({ err: error, recipient: String(id) }, 'a dispatch failed in an unforeseen way')
      return { kind: 'unknown', why: 'workerStopped', httpStatus: null, answer: null }
    }
  }

  async function sweep(): Promise<void> {
    const { queued, unconfirmed } = await releaseExpiredLeases(actor)
    if (queued + unconfirmed > 0) log.warn({ queued, unconfirmed }, 'a worker has left recipients behind')
    if (queued > 0) claimSignal.give()
  }

  async function repeat(name: string, step: () => Promise<void>, everyMs = 0): Promise<void> {
    const pause = new Signal()
    stopSignals.push(pause)
    let failures = 0
    while (!stopping) {
      try {
        await step()
        failures = 0
        if (everyMs > 0 && !stopping) await pause.wait(everyMs)
      } catch (error) {
        failures += 1
        log.error({ err: error, step: name }, 'the dispatch loop waits and tries again')
        if (!stopping) await pause.wait(backoffMs(failures))
      }
    }
  }

  const loops = Promise.all([repeat('claim', claim), repeat('send', send), repeat('sweep', sweep, options.sweepMs)])

  async function stop(): Promise<void> {
    stopping = true
    for (const signal of [claimSignal, sendSignal, ...stopSignals]) signal.give()
    await loops
    await returnRecipients(actor, { owner, recipients: ready }).catch((error: unknown) =>
      log.error({ err: error }, 'leases could not be given back, and will run out'),
    )
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, options.graceMs)
    })
    await Promise.race([Promise.all(inFlight), late])
    clearTimeout(timer)
    const lost = await outcomes.close(5_000)
    if (inFlight.size + lost > 0) log.error({ inFlight: inFlight.size, lost }, 'stopped with outcomes unrecorded')
  }
  let stopped: Promise<void> | undefined

  return {
    wake: () => claimSignal.give(),
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
