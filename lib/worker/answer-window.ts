import { BRAKE, isOutage } from '@/lib/domain/send-brake'
import type { PostOutcome } from '@/lib/whatsapp/post-outcome'

const BUCKET_MS = 1_000

type Bucket = { from: number; answers: number; bad: Map<number | null, number> }

/** What one gateway answered lately, counted by the second. Times are of the monotonic clock. */
export class AnswerWindow {
  private buckets: Bucket[] = []

  note(outcome: PostOutcome, now: number): void {
    // What never left was no answer, and rests the gateway anyway.
    if (outcome.kind === 'notSent') return
    let bucket = this.buckets.at(-1)
    if (!bucket || now - bucket.from >= BUCKET_MS) {
      this.forget(now)
      bucket = { from: now, answers: 0, bad: new Map() }
      this.buckets.push(bucket)
    }
    bucket.answers += 1
    const isFault = outcome.kind === 'refused' && (outcome.httpStatus ?? 0) >= 500
    if (outcome.kind !== 'unknown' && !isFault) return
    const code = outcome.kind === 'refused' ? outcome.code : null
    bucket.bad.set(code, (bucket.bad.get(code) ?? 0) + 1)
  }

  /** The commonest code of the bad answers, where they are an outage. It is told once: then the counting begins anew. */
  takeOutage(now: number): { code: number | null } | null {
    this.forget(now)
    const answers = this.buckets.reduce((sum, bucket) => sum + bucket.answers, 0)
    const bad = new Map<number | null, number>()
    for (const bucket of this.buckets) for (const [code, n] of bucket.bad) bad.set(code, (bad.get(code) ?? 0) + n)
    const [commonest] = [...bad].sort((a, b) => b[1] - a[1])
    const sum = [...bad.values()].reduce((all, n) => all + n, 0)
    if (!commonest || !isOutage(answers, sum)) return null
    this.buckets = []
    return { code: commonest[0] }
  }

  private forget(now: number): void {
    this.buckets = this.buckets.filter(({ from }) => now - from < BRAKE.withinMs)
  }
}
