import type { PhoneReply } from '@/lib/domain/phone-message'
import { SANDBOX_SCENARIOS } from '@/lib/domain/sandbox-scenarios'
import { type Chance, chanceOf, pick, soonWithin } from './chance'

type Span = readonly [fromMs: number, toMs: number]

/**
 * What comes after an acceptance. Shares are from 0 to 1.
 * @property seed the same seed has the same happen to the same messages
 * @property speed 2 is twice as fast
 * @property sentAfterMs each span begins where the one before has ended: sent, delivered, read, answered
 * @property failShare of those accepted
 * @property deliveredShare of those sent; the others stay so for ever
 * @property readShare of those delivered
 * @property replyShare of those delivered; hardly any of them without having read
 * @property typedShare of those who reply: they write instead of tapping
 * @property lateShare how many webhooks come after the ones that they should come before, or twice
 */
export type SandboxPlays = {
  seed: number
  speed: number
  sentAfterMs: Span
  deliveredAfterMs: Span
  readAfterMs: Span
  replyAfterMs: Span
  failShare: number
  deliveredShare: number
  readShare: number
  replyShare: number
  typedShare: number
  lateShare: number
}

/** Alive within seconds, and most of it told within two minutes. */
export const DEMONSTRATION: SandboxPlays = {
  seed: 1,
  speed: 1,
  sentAfterMs: [600, 1_400],
  deliveredAfterMs: [400, 2_600],
  readAfterMs: [1_500, 55_000],
  replyAfterMs: [3_000, 60_000],
  failShare: 0.03,
  deliveredShare: 0.97,
  readShare: 0.72,
  replyShare: 0.37,
  typedShare: 0.14,
  lateShare: 0.05,
}

export type PlayedStatus = 'sent' | 'delivered' | 'read' | 'failed'
export type PlayedError = { code: number; title: string; details: string }

/**
 * One thing that happens to a message, so long after its acceptance.
 * @property toldAfterMs how much later than it happens its webhook leaves
 * @property isDoubled its webhook leaves once more
 */
export type PlayedStep = { afterMs: number; toldAfterMs: number; isDoubled: boolean } & (
  | { kind: 'status'; status: PlayedStatus; error: PlayedError | null }
  | { kind: 'tap'; row: PhoneReply }
  | { kind: 'text'; text: string }
)

/** In real life these two mostly come by webhook, after an acceptance. */
const FAILURES: [PlayedError, number][] = SANDBOX_SCENARIOS.flatMap(({ play }) =>
  play.kind === 'refuse' && (play.code === 131026 || play.code === 131047)
    ? [[{ code: play.code, title: play.title, details: play.details }, play.code === 131026 ? 3 : 1]]
    : [],
)

/** What people write who do not find what they look for, or do not look; and a row's own title. */
const TYPED: [string | null, number][] = [
  [null, 5],
  ['boleto', 5],
  ['Boleto', 2],
  ['segunda via do boleto', 1],
  ['atendente', 2],
  ['quero falar com uma pessoa', 2],
  ['oi', 1],
  ['não recebi', 1],
  ['obrigada!', 1],
  ['1', 1],
]

/** Some change their mind and tap again. */
const SECOND_TAP = 0.06

/** @property place tells one message from another to the same person: which of theirs it is */
export function toSteps(message: { to: string; place: number; rows: PhoneReply[] }, plays: SandboxPlays): PlayedStep[] {
  const chance = chanceOf(plays.seed, message.to, message.place)
  const steps: PlayedStep[] = []
  let afterMs = 0
  const then = (span: Span) => {
    afterMs += soonWithin(chance, span) / plays.speed
  }
  const told = () => {
    const isLate = chance() < plays.lateShare
    const isDoubled = chance() < plays.lateShare
    return { afterMs, toldAfterMs: isLate ? soonWithin(chance, [1_000, 6_000]) / plays.speed : 0, isDoubled }
  }
  const status = (name: PlayedStatus, error: PlayedError | null = null) =>
    steps.push({ ...told(), kind: 'status', status: name, error })

  then(plays.sentAfterMs)
  if (chance() < plays.failShare) {
    status('failed', pick(chance, FAILURES) ?? null)
    return steps
  }
  status('sent')
  if (chance() >= plays.deliveredShare) return steps
  then(plays.deliveredAfterMs)
  status('delivered')
  const reads = chance() < plays.readShare
  if (reads) {
    then(plays.readAfterMs)
    status('read')
  }
  if (chance() >= replyShareOf(plays, reads)) return steps
  then(plays.replyAfterMs)
  const row = favourite(chance, message.rows, plays.seed)
  if (!row) return steps
  if (chance() < plays.typedShare) {
    steps.push({ ...told(), kind: 'text', text: pick(chance, TYPED) ?? row.title.toLowerCase() })
    return steps
  }
  steps.push({ ...told(), kind: 'tap', row })
  if (chance() < SECOND_TAP) {
    then(plays.replyAfterMs)
    const other = favourite(chance, message.rows, plays.seed)
    if (other) steps.push({ ...told(), kind: 'tap', row: other })
  }
  return steps
}

/** One in twenty answers comes from somebody who hides having read. */
function replyShareOf({ readShare, replyShare }: SandboxPlays, reads: boolean): number {
  if (readShare <= 0) return replyShare
  if (readShare >= 1) return replyShare
  return reads ? (replyShare * 0.95) / readShare : (replyShare * 0.05) / (1 - readShare)
}

/** Each list has its own favourite, the same whoever is asked; the ones after it are liked less and less. */
function favourite(chance: Chance, rows: PhoneReply[], seed: number): PhoneReply | undefined {
  const ranked = rows
    .map((row) => ({ row, order: chanceOf(seed, 'row', row.id)() }))
    .sort((a, b) => a.order - b.order)
    .map(({ row }, rank) => [row, 1 / (rank + 1)] as const)
  return pick(chance, ranked)
}
