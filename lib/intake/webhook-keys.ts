import { requireWebhookKeys } from '@/lib/commands/ensure-webhook-settings'
import type { Actor } from '@/lib/domain/actor'

type Keys = Awaited<ReturnType<typeof requireWebhookKeys>>

const FRESH_MS = 2_000
/** Who is refused by what was read so long ago might be right by now. */
const DOUBTED_MS = 200

/** What webhooks have to bring, read now and then: a POST of its own would ask the database twice for each. */
export class WebhookKeys {
  private read: Keys | undefined
  private readAt = Number.NEGATIVE_INFINITY
  private reading: Promise<Keys> | undefined

  constructor(private readonly actor: Actor) {}

  get(): Promise<Keys> {
    return this.readWithin(FRESH_MS)
  }

  /** Before somebody is refused. */
  getAgain(): Promise<Keys> {
    return this.readWithin(DOUBTED_MS)
  }

  private async readWithin(ms: number): Promise<Keys> {
    if (this.read && performance.now() - this.readAt < ms) return this.read
    this.reading ??= requireWebhookKeys(this.actor).finally(() => {
      this.reading = undefined
    })
    this.read = await this.reading
    this.readAt = performance.now()
    return this.read
  }
}
