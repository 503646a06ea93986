/** Wakes one waiting loop. A signal that is given while nobody waits is kept for the next wait. */
export class Signal {
  private given = false
  private wake: (() => void) | undefined

  give(): void {
    this.given = true
    this.wake?.()
  }

  /** Until the signal, or for so many milliseconds at most. */
  async wait(ms?: number): Promise<void> {
    if (!this.given) {
      await new Promise<void>((resolve) => {
        const timer = ms === undefined ? undefined : setTimeout(resolve, ms)
        this.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    this.given = false
    this.wake = undefined
  }
}
