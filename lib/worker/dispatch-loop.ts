import { randomUUID } from 'node:crypto'
import { cancelWaiting } from '@/lib/commands/cancel-send'
import { sweepUpdates } from '@/lib/commands/claim-updates'
import { expandFollowSend } from '@/lib/commands/expand-follow-send'
import { expandSend } from '@/lib/commands/expand-send'
import { finishSends } from '@/lib/commands/finish-sends'
import { brakeGateway, judgeSends } from '@/lib/commands/judge-sends'
import { recordOutcomes } from '@/lib/commands/record-outcomes'
import { releaseExpiredLeases } from '@/lib/commands/release-expired-leases'
import { settleUncertain } from '@/lib/commands/settle-uncertain'
import { startDueSends } from '@/lib/commands/start-due-sends'
import type { Actor } from '@/lib/domain/actor'
import { GATEWAY_KINDS, type GatewayKind } from '@/lib/domain/gateway'
import { log } from '@/lib/log'
import { listFrozenSends } from '@/lib/queries/frozen-sends'
import { DEADLINES, type Deadlines } from '@/lib/whatsapp/exchange'
import { backoffMs } from './backoff'
import { FrozenSendCache } from './frozen-send-cache'
import { type AddressFor, GatewayDesk } from './gateway-desk'
import { Lane } from './lane'
import { OutcomeBuffer } from './outcome-buffer'
import { Signal } from './signal'

export type DispatchLoopOptions = {
  addressFor: AddressFor
  /** How many requests may wait for an answer at once at one gateway: the rate that is wanted times an answer's time. */
  inFlight: number
  /** How many recipients are leased ahead of their turn, where the pace is fast enough for them. */
  claimAhead: number
  deadlines: Deadlines
  /** How long a claim holds; and how long *sending* holds, which must outlast the deadlines by far. */
  leaseMs: number
  sendingLeaseMs: number
  pollMs: number
  sweepMs: number
  /** How often canaries and brakes are looked at. */
  judgeMs: number
  /** How often uncertain recipients whose time has come are looked up; and how long a gateway without a list is left alone. */
  settleMs: number
  listlessMs: number
  /** How often what the provider told is looked through for whom it is about now; and how far back, each time and now and then. */
  claimMs: number
  claimBackS: { soon: number; late: number }
  flush: { size: number; afterMs: number }
  /** How long a stop waits for the answers that are still to come. */
  graceMs: number
}

const DEFAULTS: Omit<DispatchLoopOptions, 'addressFor'> = {
  inFlight: 250,
  claimAhead: 300,
  deadlines: DEADLINES,
  leaseMs: 30_000,
  sendingLeaseMs: 30_000,
  pollMs: 1_000,
  sweepMs: 5_000,
  judgeMs: 1_000,
  settleMs: 5_000,
  listlessMs: 60 * 60_000,
  claimMs: 2_000,
  claimBackS: { soon: 30, late: 900 },
  flush: { size: 100, afterMs: 50 },
  graceMs: DEADLINES.allMs,
}

export type DispatchLoop = {
  /** Look into the queue now. */
  wake: () => void
  /** Finishes what is in flight, gives the rest back, and resolves when all of it is recorded. */
  stop: () => Promise<void>
}

/**
 * Carries recipients from the queue to their gateway, a lane for each: claims ahead, keeps to the pace, commits *sending* in groups just before the requests
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
  const lanes = GATEWAY_KINDS.map(
    (kind) => new Lane({ actor, owner, kind, desk, sends, add: (outcome) => outcomes.add(outcome), options }),
  )
  const stopSignals: Signal[] = []
  let stopping = false

  const expandSignal = new Signal()
  const wake = () => {
    for (const lane of lanes) lane.wake()
    expandSignal.give()
  }

  /** Sends that are being prepared come to their recipients. */
  async function expand(): Promise<void> {
    const expanded = (await expandSend(actor)) ?? (await expandFollowSend(actor))
    if (!expanded) await expandSignal.wait(options.pollMs)
    else if (expanded.done) wake()
  }

  /** Sends whose time has come start, what is canceled empties, and what has nobody left is finished. */
  async function tend(): Promise<void> {
    if ((await startDueSends(actor)) > 0) wake()
    while (!stopping && (await cancelWaiting(actor)) > 0);
    await finishSends(actor)
  }

  async function sweep(): Promise<void> {
    const { queued, unconfirmed } = await releaseExpiredLeases(actor)
    if (queued + unconfirmed > 0) log.warn({ queued, unconfirmed }, 'a worker has left recipients behind')
    if (queued > 0) wake()
  }

  async function judge(): Promise<void> {
    const verdicts = await judgeSends(actor)
    for (const gateway of GATEWAY_KINDS) {
      const outage = desk.takeOutage(gateway)
      if (outage) verdicts.push(...(await brakeGateway(actor, { gateway, ...outage })))
    }
    for (const verdict of verdicts) {
      if (verdict.verdict === 'paused') log.warn(verdict, 'a Send has paused itself')
      else wake()
    }
  }

  const asksAgainAt = new Map<GatewayKind, number>()

  /** What nobody knows the end of is looked up in its gateway's own list. */
  async function settle(): Promise<void> {
    for (const gateway of GATEWAY_KINDS) {
      const address = desk.addressOf(gateway)
      if (!address || performance.now() < (asksAgainAt.get(gateway) ?? 0)) continue
      const { settled, usable } = await settleUncertain(actor, { gateway, address, isStopping: () => stopping })
      if (settled > 0) log.info({ gateway, settled }, 'uncertain recipients were found in the gateway’s list')
      if (!usable) asksAgainAt.set(gateway, performance.now() + options.listlessMs)
    }
  }

  let claims = 0

  /** What came before its message's id was known finds its recipient: nearly always it has, as that id was recorded. */
  async function claimTold(): Promise<void> {
    const { soon, late } = options.claimBackS
    await sweepUpdates(actor, claims++ % 15 === 0 ? late : soon)
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

  const loops = Promise.all([
    ...lanes.flatMap((lane) => [
      repeat('claim', () => lane.claim()),
      ...lane.hands.map((hand) => repeat('send', () => lane.send(hand))),
    ]),
    repeat('expand', expand),
    repeat('tend', tend, options.pollMs),
    repeat('sweep', sweep, options.sweepMs),
    repeat('judge', judge, options.judgeMs),
    repeat('settle', settle, options.settleMs),
    repeat('claim told', claimTold, options.claimMs),
  ])

  async function stop(): Promise<void> {
    stopping = true
    for (const lane of lanes) lane.stop()
    for (const signal of [...stopSignals, expandSignal]) signal.give()
    await loops
    await Promise.all(lanes.map((lane) => lane.giveBack())).catch((error: unknown) =>
      log.error({ err: error }, 'leases could not be given back, and will run out'),
    )
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, options.graceMs)
    })
    const inFlight = () => lanes.flatMap((lane) => [...lane.inFlight])
    await Promise.race([Promise.all(inFlight()), late])
    clearTimeout(timer)
    const lost = await outcomes.close(5_000)
    const open = inFlight().length
    if (open + lost > 0) log.error({ inFlight: open, lost }, 'stopped with outcomes unrecorded')
  }
  let stopped: Promise<void> | undefined

  return {
    wake,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
