import { GATEWAY_KINDS, type GatewayAddress, type GatewayKind } from '@/lib/domain/gateway'
import type { PostOutcome } from '@/lib/whatsapp/post-outcome'
import { AnswerWindow } from './answer-window'
import { backoffMs } from './backoff'

export type AddressFor = (kind: GatewayKind) => Promise<GatewayAddress | null>

/** How soon a token that was entered, changed or taken away counts. */
const FRESH_MS = 1_000

type Counter = { address: GatewayAddress | null; failures: number; restsUntil: number; answers: AnswerWindow }

/**
 * Which gateways may be written to now, and at which address. One that could not even be reached rests for a while, so
 * that its recipients wait in the queue instead of being tried in a circle. Times are of the monotonic clock.
 */
export class GatewayDesk {
  private readonly counters = new Map<GatewayKind, Counter>()
  private readAt = Number.NEGATIVE_INFINITY

  constructor(private readonly addressFor: AddressFor) {}

  /** The gateways that are open, after a look at the settings where the last one is not fresh. */
  async open(): Promise<GatewayKind[]> {
    const now = performance.now()
    if (now - this.readAt >= FRESH_MS) {
      for (const kind of GATEWAY_KINDS) this.counterOf(kind).address = await this.addressFor(kind)
      this.readAt = now
    }
    return GATEWAY_KINDS.filter((kind) => this.addressOf(kind))
  }

  /** Whether this is still the address by which the gateway is reached: looked up anew, since a token may just have changed. */
  async isCurrent(kind: GatewayKind, used: GatewayAddress): Promise<boolean> {
    const now = await this.addressFor(kind)
    this.counterOf(kind).address = now
    return now?.token === used.token && now.baseUrl === used.baseUrl
  }

  /** Where to post for this gateway, or null while it has no address or rests. */
  addressOf(kind: GatewayKind): GatewayAddress | null {
    const { address, restsUntil } = this.counterOf(kind)
    return restsUntil > performance.now() ? null : address
  }

  note(kind: GatewayKind, outcome: PostOutcome): void {
    const counter = this.counterOf(kind)
    counter.answers.note(outcome, performance.now())
    if (outcome.kind !== 'notSent') {
      counter.failures = 0
      return
    }
    // What was in flight together fails together, and counts as one failure.
    if (counter.restsUntil > performance.now()) return
    counter.failures += 1
    counter.restsUntil = performance.now() + backoffMs(counter.failures, 500, 15_000)
  }

  /** The gateway's outage, once: the commonest code of its bad answers. */
  takeOutage(kind: GatewayKind): { code: number | null } | null {
    return this.counterOf(kind).answers.takeOutage(performance.now())
  }

  /** Nothing more by this gateway for so many milliseconds: it asked for that, or its pace does. */
  rest(kind: GatewayKind, ms: number): void {
    const counter = this.counterOf(kind)
    counter.restsUntil = Math.max(counter.restsUntil, performance.now() + ms)
  }

  private counterOf(kind: GatewayKind): Counter {
    const kept = this.counters.get(kind)
    if (kept) return kept
    const made: Counter = { address: null, failures: 0, restsUntil: 0, answers: new AnswerWindow() }
    this.counters.set(kind, made)
    return made
  }
}
