import type { RecordedUpdates, UpdateDelivery } from '@/lib/commands/record-updates'

type Waiting = {
  delivery: UpdateDelivery
  resolve: (recorded: RecordedUpdates) => void
  reject: (error: unknown) => void
}

type Options = {
  record: (deliveries: UpdateDelivery[]) => Promise<RecordedUpdates[]>
  /** So many milliseconds the first one waits for others. */
  lingerMs: number
  /** At most so many statuses and messages go into one transaction. */
  most: number
}

/**
 * Gathers what comes in at about the same time, and what comes while the last is being written, into one transaction.
 * Each of them hears of its end once that is committed, and never before.
 */
export class UpdateGatherer {
  private waiting: Waiting[] = []
  private writing: Promise<void> | undefined

  constructor(private readonly options: Options) {}

  /** Resolves when it is committed; rejects when it is not. */
  record(delivery: UpdateDelivery): Promise<RecordedUpdates> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ delivery, resolve, reject })
      this.writing ??= this.write()
    })
  }

  /** Until all that came in is written, or could not be. */
  async settled(): Promise<void> {
    await this.writing
  }

  private async write(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.options.lingerMs))
    while (this.waiting.length > 0) {
      const group = this.take()
      try {
        const recorded = await this.options.record(group.map(({ delivery }) => delivery))
        for (const [i, { resolve, reject }] of group.entries()) {
          const one = recorded[i]
          if (one) resolve(one)
          else reject(new Error('A delivery was recorded without a count.'))
        }
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    // Not in a finally(): one that comes between the loop's end and that callback would wait for ever.
    this.writing = undefined
  }

  private take(): Waiting[] {
    let size = 0
    const end = this.waiting.findIndex(({ delivery: { updates } }, i) => {
      size += updates.statuses.length + updates.messages.length + 1
      return i > 0 && size > this.options.most
    })
    return this.waiting.splice(0, end === -1 ? this.waiting.length : end)
  }
}
