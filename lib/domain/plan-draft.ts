import * as z from 'zod/mini'
import { BRAKE_AFTER, suggestCanary } from './canary'
import { PACE } from './pace'
import { fromClock, type QuietHours, toClock } from './quiet-hours'
import { PLAN_LIMITS, type SendPlan } from './send-plan'
import type { SendingRules } from './sending-rules'
import { timeZoneSchema } from './time-zone-schema'
import { fromWallTime, type WallTime } from './zoned-time'

const text = z.string().check(z.maxLength(20))

/** A SendPlan as the form holds it, numbers and times as they are typed. */
export const planDraftSchema = z.object({
  starts: z.enum(['now', 'later']),
  date: text,
  time: text,
  timeZone: timeZoneSchema,
  isQuiet: z.boolean(),
  quietFrom: text,
  quietUntil: text,
  /** Empty for all that the connection allows. */
  perSecond: text,
  hasCanary: z.boolean(),
  /** Empty for what is offered. */
  canarySize: text,
  canaryMinutes: text,
  /** Of a hundred. */
  canaryPercent: text,
  hasBrake: z.boolean(),
  brakeAfter: text,
  includesClosed: z.boolean(),
  includesRepeats: z.boolean(),
})
export type PlanDraft = z.infer<typeof planDraftSchema>

const NIGHT = { from: 20 * 60, until: 8 * 60 }

/** A plan as it begins: now, at the connection's pace, in the hours that the administrator's rules leave. */
export function newPlanDraft({ timeZone, quiet }: SendingRules): PlanDraft {
  const canary = suggestCanary(0)
  return {
    starts: 'now',
    date: '',
    time: '',
    timeZone,
    isQuiet: quiet !== null,
    quietFrom: toClock((quiet ?? NIGHT).from),
    quietUntil: toClock((quiet ?? NIGHT).until),
    perSecond: '',
    hasCanary: false,
    canarySize: '',
    canaryMinutes: String(canary.minutes),
    canaryPercent: String(canary.maxShare * 100),
    hasBrake: true,
    brakeAfter: String(BRAKE_AFTER),
    includesClosed: false,
    includesRepeats: false,
  }
}

type PlanField = keyof PlanDraft
type PlanProblemCode = 'missing' | 'past' | 'quietEmpty' | 'clock' | 'number'

/** What is wrong with a field. `min` and `max`, of `number`: between which it must be whole. */
export type PlanProblem = { field: PlanField; code: PlanProblemCode; min?: number; max?: number }

/**
 * @property plan null while anything is wrong
 * @property isMoved the clocks jump over the time that was chosen: it is later by as much
 */
export type ReadPlan = { plan: SendPlan | null; problems: PlanProblem[]; isMoved: boolean }

/** The plan that a draft makes for so many people, and all that is wrong with it. */
export function readPlan(draft: PlanDraft, people: number, now: Date): ReadPlan {
  const problems: PlanProblem[] = []
  const number = (field: PlanField & ('perSecond' | `canary${string}` | 'brakeAfter'), min: number, max: number) => {
    const typed = draft[field].trim()
    const value = Number(typed)
    const fits = /^\d+$/.test(typed) && value >= min && value <= max
    if (!fits) problems.push({ field, code: 'number', min, max })
    return fits ? value : min
  }

  const starts = draft.starts === 'later' ? readStart(draft, now) : null
  if (starts && 'code' in starts) problems.push(starts)
  const quiet = draft.isQuiet ? readQuiet(draft) : null
  if (quiet && 'code' in quiet) problems.push(quiet)
  const plan: SendPlan = {
    startsAt: starts && 'at' in starts ? starts.at.toISOString() : null,
    timeZone: draft.timeZone,
    quiet: quiet && 'from' in quiet ? quiet : null,
    perSecond: draft.perSecond.trim() === '' ? null : number('perSecond', 1, PACE.most),
    canary: draft.hasCanary
      ? {
          size:
            draft.canarySize.trim() === ''
              ? suggestCanary(people).size
              : number('canarySize', 1, PLAN_LIMITS.canarySize),
          minutes: number('canaryMinutes', 1, PLAN_LIMITS.canaryMinutes),
          maxShare: number('canaryPercent', 0, 100) / 100,
        }
      : null,
    brakeAfter: draft.hasBrake ? number('brakeAfter', 2, PLAN_LIMITS.brakeAfter) : null,
    includesClosed: draft.includesClosed,
    includesRepeats: draft.includesRepeats,
  }
  const isMoved = starts !== null && 'isMoved' in starts && starts.isMoved
  return { plan: problems.length === 0 ? plan : null, problems, isMoved }
}

function readStart(
  { date, time, timeZone }: WallTime & { timeZone: string },
  now: Date,
): PlanProblem | { at: Date; isMoved: boolean } {
  if (!date) return { field: 'date', code: 'missing' }
  const moment = fromWallTime({ date, time }, timeZone)
  if (!moment) return { field: 'time', code: 'missing' }
  return moment.at <= now ? { field: 'time', code: 'past' } : moment
}

function readQuiet({ quietFrom, quietUntil }: PlanDraft): PlanProblem | QuietHours {
  const [from, until] = [fromClock(quietFrom), fromClock(quietUntil)]
  if (from === null) return { field: 'quietFrom', code: 'clock' }
  if (until === null) return { field: 'quietUntil', code: 'clock' }
  return from === until ? { field: 'quietUntil', code: 'quietEmpty' } : { from, until }
}
