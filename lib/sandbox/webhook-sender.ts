import { createHmac, randomUUID } from 'node:crypto'
import { log } from '@/lib/log'
import { type Told, toWebhook } from './webhook-body'

/** What VecTalk answers to a registration. `instance` is the token's: null hears of everybody's messages. */
export type Registration = {
  id: string
  instance: string | null
  instanceId: string
  url: string
  name: string
  createdAt: string
}

type Line = { waiting: Told[]; inFlight: number; timer: NodeJS.Timeout | null; lost: number }

export type WebhookSenderOptions = { secret?: string; most?: number; retryMs?: number }

const A_POST = 100
const IN_FLIGHT = 3
const LINGER_MS = 30
const TRIES = 6
const TIMEOUT_MS = 10_000
const MOST_ADDRESSES = 20

/** Posts to addresses on this machine alone: what is played must never reach anybody else's. */
export const isLoopback = (url: string) =>
  URL.canParse(url) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)

/**
 * Tells registered addresses what happens: many things a POST, signed where there is a secret, and again for a while where the
 * answer is not 200. What an address does not take in time is lost to it.
 */
export class WebhookSender {
  private readonly registrations = new Map<string, Registration>()
  private readonly lines = new Map<string, Line>()
  private readonly closing = new AbortController()
  private readonly timers = new Set<NodeJS.Timeout>()

  constructor(private readonly options: WebhookSenderOptions = {}) {}

  /** The same address is registered once, however often it asks; the oldest gives way where there are too many. */
  register(instance: string | null, { instanceId, url, name }: Pick<Registration, 'instanceId' | 'url' | 'name'>) {
    const key = `${instance ?? ''} ${instanceId} ${url}`
    const kept = this.registrations.get(key)
    if (kept) return { registration: kept, isNew: false }
    const [oldest] = this.registrations.keys()
    if (oldest !== undefined && this.registrations.size >= MOST_ADDRESSES) this.registrations.delete(oldest)
    const registration: Registration = {
      id: `wh_${randomUUID()}`,
      instance,
      instanceId,
      url,
      name,
      createdAt: new Date().toISOString(),
    }
    this.registrations.set(key, registration)
    return { registration, isNew: true }
  }

  /** @returns to how many addresses it goes */
  tell(instance: string, told: Told): number {
    const urls = new Set(
      [...this.registrations.values()]
        .filter((one) => (one.instance === null || one.instance === instance) && isLoopback(one.url))
        .map(({ url }) => url),
    )
    for (const url of urls) this.queue(url, told)
    return urls.size
  }

  close(): void {
    this.closing.abort()
    for (const timer of this.timers) clearTimeout(timer)
  }

  private queue(url: string, told: Told): void {
    const line = this.lines.get(url) ?? { waiting: [], inFlight: 0, timer: null, lost: 0 }
    this.lines.set(url, line)
    if (line.waiting.length >= (this.options.most ?? 50_000)) {
      line.lost += 1
      if (line.lost === 1) log.warn({ url: hostOf(url) }, 'webhooks come faster than they are taken, and some are lost')
      return
    }
    line.waiting.push(told)
    if (line.waiting.length >= A_POST) this.flush(url, line)
    else line.timer ??= this.later(LINGER_MS, () => this.flush(url, line))
  }

  private flush(url: string, line: Line): void {
    if (line.timer) {
      clearTimeout(line.timer)
      this.timers.delete(line.timer)
    }
    line.timer = null
    while (line.inFlight < IN_FLIGHT && line.waiting.length > 0 && !this.closing.signal.aborted) {
      const batch = line.waiting.splice(0, A_POST)
      line.inFlight += 1
      void this.deliver(url, batch).finally(() => {
        line.inFlight -= 1
        this.flush(url, line)
      })
    }
  }

  private async deliver(url: string, batch: Told[]): Promise<void> {
    const body = JSON.stringify(toWebhook(batch))
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      if (await this.post(url, body)) return
      if (this.closing.signal.aborted) return
      await new Promise<void>((resolve) => this.later((this.options.retryMs ?? 500) * 2 ** (attempt - 1), resolve))
    }
    log.warn({ url: hostOf(url), lost: batch.length }, 'an address does not take its webhooks')
  }

  private async post(url: string, body: string): Promise<boolean> {
    const { secret } = this.options
    const signature = secret && `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    const signal = AbortSignal.any([this.closing.signal, AbortSignal.timeout(TIMEOUT_MS)])
    const headers = { 'content-type': 'application/json', ...(signature && { 'x-hub-signature-256': signature }) }
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
      await response.arrayBuffer()
      return response.status === 200
    } catch {
      return false
    }
  }

  private later(ms: number, act: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      act()
    }, ms)
    this.timers.add(timer)
    return timer
  }
}

/** An address may hold a secret in its path. */
const hostOf = (url: string) => new URL(url).origin
