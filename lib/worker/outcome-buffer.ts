import type { RecipientOutcome } from '@/lib/commands/record-outcomes'
import { backoffMs } from './backoff'
import { Signal } from './signal'

type Options = {
  record: (outcomes: RecipientOutcome[]) => Promise<void>
  onFailure: (error: unknown) => void
  /** So many outcomes are written at once, or whatever there is after so many milliseconds. */
  size: number
  afterMs: number
}

/**
 * Gathers outcomes and records them in batches, in their order and one batch at a time. While the database is away they
 * wait here: they are never more than what is in flight, since nothing new may leave without the database.
 */
export class OutcomeBuffer {
  private waiting: RecipientOutcome[] = []
  private writing: Promise<void> | undefined
  private readonly full = new Signal()
  private readonly hurry = new Signal()
  private closing = false

  constructor(private readonly options: Options) {}

  add(outcome: RecipientOutcome): void {
    this.waiting.push(outcome)
    if (this.waiting.length >= this.options.size) this.full.give()
    this.writing ??= this.write()
  }

  /** Records what is left, for so many milliseconds at most. Answers how many outcomes are lost to the database. */
  async close(withinMs: number): Promise<number> {
    this.closing = true
    this.full.give()
    this.hurry.give()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, withinMs)
    })
    await Promise.race([this.writing, late])
    clearTimeout(timer)
    return this.waiting.length
  }

  private async write(): Promise<void> {
    let failures = 0
    while (this.waiting.length > 0) {
      if (!this.closing && this.waiting.length < this.options.size) await this.full.wait(this.options.afterMs)
      const batch = this.waiting.slice(0, this.options.size * 5)
      try {
        await this.options.record(batch)
        this.waiting.splice(0, batch.length)
        failures = 0
      } catch (error) {
        this.options.onFailure(error)
        failures += 1
        await this.hurry.wait(backoffMs(failures, 250, this.closing ? 1_000 : 5_000))
      }
    }
    // Not in a finally(): an outcome added between the loop's end and that callback would wait for ever.
    this.writing = undefined
  }
}
