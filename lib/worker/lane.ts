import { type ClaimedRecipient, claimRecipients, waitForOwnPace } from '@/lib/commands/claim-recipients'
import { dispatchRecipient } from '@/lib/commands/dispatch-recipient'
import type { RecipientOutcome } from '@/lib/commands/record-outcomes'
import { reserveSlots, type Slots } from '@/lib/commands/reserve-slots'
import { returnRecipients } from '@/lib/commands/return-recipients'
import { slowDown } from '@/lib/commands/slow-down'
import { POST_WITHIN_MS, startSending } from '@/lib/commands/start-sending'
import { stopGateway } from '@/lib/commands/stop-gateway'
import type { Actor } from '@/lib/domain/actor'
import type { FrozenSend } from '@/lib/domain/frozen-send'
import type { GatewayAddress, GatewayKind } from '@/lib/domain/gateway'
import { ruleForProviderError } from '@/lib/domain/provider-error'
import { log } from '@/lib/log'
import type { Deadlines } from '@/lib/whatsapp/exchange'
import type { PostOutcome } from '@/lib/whatsapp/post-outcome'
import type { FrozenSendCache } from './frozen-send-cache'
import type { GatewayDesk } from './gateway-desk'
import { Signal } from './signal'

/** So much time's worth of slots is taken at once: few questions to the database, and few slots lost with a worker. */
const SLOTS_MS = 100
/** What is `sending` and was not posted is uncertain if the worker dies in between: so no more at once than this. */
const GROUP = 50
/** So much time's worth is claimed ahead: it leaves long before its lease runs out, and whoever comes next waits no longer. */
const AHEAD_MS = 1_000
/** A longer wait is spent with empty hands: others may have what was claimed. */
const LONG_WAIT_MS = 1_000

type LaneOptions = {
  inFlight: number
  claimAhead: number
  deadlines: Deadlines
  leaseMs: number
  sendingLeaseMs: number
  pollMs: number
}

type LaneParts = {
  actor: Actor
  owner: string
  kind: GatewayKind
  desk: GatewayDesk
  sends: FrozenSendCache
  add: (outcome: RecipientOutcome) => void
  options: LaneOptions
}

type Refused = Extract<PostOutcome, { kind: 'refused' }>
type Ready = ClaimedRecipient & { send: FrozenSend }

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The way of recipients to one gateway, at its pace: a slow one holds up no other. */
export class Lane {
  readonly inFlight = new Set<Promise<void>>()
  private readonly ready: Ready[] = []
  private readonly claimSignal = new Signal()
  /** One for each hand: while one posts its group, the other has the next one's slots and leave to send. */
  private readonly sendSignals = [new Signal(), new Signal()]
  /** Taken by a hand, and not posted yet. */
  private inHand = 0
  private queueIsEmpty = false
  private stopping = false
  private everyMs = SLOTS_MS

  constructor(private readonly parts: LaneParts) {}

  wake(): void {
    this.claimSignal.give()
  }

  /** Both steps come to their end; what was claimed is given back with giveBack, once they have. */
  stop(): void {
    this.stopping = true
    this.claimSignal.give()
    this.handOut()
  }

  giveBack(): Promise<void> {
    const { actor, owner } = this.parts
    return returnRecipients(actor, { owner, recipients: this.ready.splice(0) })
  }

  async claim(): Promise<void> {
    const { actor, owner, kind, desk, sends, options } = this.parts
    const most = Math.max(1, Math.min(options.claimAhead, Math.ceil(AHEAD_MS / this.everyMs)))
    const room = most - this.ready.length
    const isOpen = room > 0 && (await desk.open()).includes(kind)
    const claimed = isOpen
      ? await claimRecipients(actor, { owner, gateway: kind, limit: room, leaseMs: options.leaseMs })
      : []
    if (claimed.length > 0) {
      const found = await sends.get(claimed.map((recipient) => recipient.sendId))
      for (const recipient of claimed) {
        const send = found.get(recipient.sendId)
        if (send) this.ready.push({ ...recipient, send })
      }
      this.handOut()
    }
    this.queueIsEmpty = room > 0 && claimed.length === 0
    if (claimed.length > 0) return
    const ownPaceMs = isOpen ? await waitForOwnPace(actor, kind) : null
    await this.claimSignal.wait(Math.min(options.pollMs, ownPaceMs ?? options.pollMs))
  }

  /** The hands that call send, each again and again. */
  get hands(): number[] {
    return [...this.sendSignals.keys()]
  }

  async send(hand: number): Promise<void> {
    const { actor, owner, kind, desk, options } = this.parts
    const free = options.inFlight - this.inFlight.size - this.inHand
    const most = Math.min(GROUP, options.inFlight, Math.max(1, Math.floor(SLOTS_MS / this.everyMs)))
    // Where all are in flight, answers come one by one: groups as small as that would cost more than a short wait.
    const isCrowded = free < Math.min(most / 2, this.ready.length)
    // At a slow pace a second hand would only hold slots for longer.
    const isIdle = hand > 0 && this.everyMs > SLOTS_MS
    if (this.ready.length === 0 || isCrowded || isIdle) return this.sendSignals[hand]?.wait()
    const group = this.ready.splice(0, Math.min(free, most))
    const taken = group.length
    this.inHand += taken
    try {
      const slots = desk.addressOf(kind) && (await reserveSlots(actor, { gateway: kind, count: group.length }))
      if (!slots || slots.stopped || slots.waitMs > LONG_WAIT_MS) {
        await this.rest(group, slots)
        return
      }
      this.everyMs = slots.everyMs
      // Their slots lie further apart than when the group was made: what would leave too late waits for the next one.
      const inTime = Math.max(1, Math.floor(POST_WITHIN_MS / 4 / slots.everyMs))
      this.ready.unshift(...group.splice(inTime))
      const startsAt = performance.now() + slots.waitMs
      await this.until(startsAt)
      if (this.stopping) return
      const postBefore = performance.now() + POST_WITHIN_MS
      const asked = { owner, gateway: kind, recipients: group, leaseMs: options.sendingLeaseMs }
      const started = await startSending(actor, asked)
      const mine = group.splice(0).filter((recipient) => started.has(recipient.id))
      await this.postAll(mine, { startsAt, everyMs: slots.everyMs, postBefore })
    } finally {
      // Where nothing was posted, asking again is safe, whether the last question was committed or not.
      this.ready.unshift(...group)
      this.inHand -= taken
    }
    if (!this.queueIsEmpty && this.ready.length * this.everyMs <= AHEAD_MS / 2) this.claimSignal.give()
  }

  private handOut(): void {
    for (const signal of this.sendSignals) signal.give()
  }

  private async rest(group: Ready[], slots: Slots | null): Promise<void> {
    const { actor, owner, kind, desk } = this.parts
    // Taken out before the wait: what is claimed meanwhile is not among what is given back.
    group.push(...this.ready.splice(0))
    await returnRecipients(actor, { owner, recipients: group })
    group.length = 0
    if (slots) desk.rest(kind, slots.stopped ? LONG_WAIT_MS : slots.waitMs)
  }

  private async until(moment: number): Promise<void> {
    const waitMs = moment - performance.now()
    if (waitMs > 0.5 && !this.stopping) await sleep(waitMs)
  }

  /** Each at its slot; late ones at once, since their slots are nobody else's. */
  private async postAll(
    recipients: Ready[],
    { startsAt, everyMs, postBefore }: { startsAt: number; everyMs: number; postBefore: number },
  ): Promise<void> {
    for (const [i, recipient] of recipients.entries()) {
      if (this.stopping) {
        const rest = recipients.slice(i)
        this.ready.push(...rest)
        return
      }
      this.post(recipient, postBefore)
      if (i < recipients.length - 1) await this.until(startsAt + (i + 1) * everyMs)
    }
  }

  private post(recipient: Ready, postBefore: number): void {
    const { kind, desk, add } = this.parts
    const { id, attempt } = recipient
    const address = desk.addressOf(kind)
    // A process that was stopped and woken in between must not post what others already count as uncertain, nor what a
    // person has canceled since.
    const isLate = performance.now() > postBefore
    if (!address || isLate) {
      add({ id, attempt, outcome: { kind: 'notSent', why: address ? 'LATE' : 'GATEWAY_SHUT' } })
      return
    }
    const task = this.deliver(recipient, address).finally(() => {
      this.inFlight.delete(task)
      this.handOut()
    })
    this.inFlight.add(task)
  }

  private async deliver(recipient: Ready, address: GatewayAddress): Promise<void> {
    const { kind, desk, add } = this.parts
    const { id, attempt } = recipient
    const outcome = await this.dispatch(recipient, address)
    desk.note(kind, outcome)
    if (outcome.kind === 'notSent') log.warn({ why: outcome.why, gateway: kind }, 'the gateway is out of reach')
    const stops = outcome.kind === 'refused' && (await this.stopFor(outcome, address))
    // Refused for our account's sake, it was no try of this person's message: it waits with the others.
    add({ id, attempt, outcome: stops ? { kind: 'notSent', why: 'GATEWAY_STOPPED' } : outcome })
    if (outcome.kind === 'refused') await this.heed(outcome)
  }

  private async stopFor({ code, httpStatus }: Refused, used: GatewayAddress): Promise<boolean> {
    const { actor, kind, desk } = this.parts
    if (code === null || !ruleForProviderError(code, httpStatus).stopsAll) return false
    try {
      // A late refusal of a token that has been changed says nothing of the new one.
      if (!(await desk.isCurrent(kind, used))) return true
      desk.rest(kind, LONG_WAIT_MS)
      await stopGateway(actor, { gateway: kind, code })
      log.error(
        { gateway: kind, code },
        'the gateway refuses our account: nothing more leaves until a person settles it',
      )
      return true
    } catch (error) {
      log.error({ err: error, gateway: kind }, 'a gateway could not be stopped')
      return false
    }
  }

  /** Goes slower where the gateway complained of all that is sent, and not of this one person. */
  private async heed({ code, httpStatus, retryAfterMs }: Refused): Promise<void> {
    const { actor, kind } = this.parts
    const { retry } = ruleForProviderError(code, httpStatus)
    if (!retry || retry.restMs === null) return
    await slowDown(actor, { gateway: kind, restMs: Math.max(retry.restMs, retryAfterMs ?? 0) }).catch(
      (error: unknown) => log.error({ err: error, gateway: kind }, 'a gateway’s complaint could not be heeded'),
    )
  }

  private async dispatch(recipient: Ready, address: GatewayAddress): Promise<PostOutcome> {
    try {
      const { actor, options } = this.parts
      return await dispatchRecipient(actor, {
        recipient,
        send: recipient.send,
        address,
        deadlines: options.deadlines,
      })
    } catch (error) {
      // A fault of ours, half-way for all we know. It must neither end the worker nor be tried again.
      log.error({ err: error, recipient: String(recipient.id) }, 'a dispatch failed in an unforeseen way')
      return { kind: 'unknown', why: 'workerStopped', httpStatus: null, answer: null }
    }
  }
}
