/** What is still to come, in steps of a twentieth of a second. What it has no room for never comes. */
export class Agenda {
  private readonly slots = new Map<number, { timer: NodeJS.Timeout; acts: (() => void)[] }>()
  private waiting = 0

  constructor(private readonly most = 200_000) {}

  in(ms: number, act: () => void): void {
    if (this.waiting >= this.most) return
    const now = performance.now()
    const slot = Math.ceil((now + Math.max(0, ms)) / 50)
    const kept = this.slots.get(slot)
    this.waiting += 1
    if (kept) {
      kept.acts.push(act)
      return
    }
    const acts = [act]
    const timer = setTimeout(
      () => {
        this.slots.delete(slot)
        this.waiting -= acts.length
        for (const one of acts) one()
      },
      slot * 50 - now,
    )
    this.slots.set(slot, { timer, acts })
  }

  close(): void {
    for (const { timer } of this.slots.values()) clearTimeout(timer)
    this.slots.clear()
  }
}
