import type { Canary } from './send-plan'

const SIZE = { least: 20, most: 500, share: 0.02 }

/** What is offered for so many people: a round fiftieth of them, ten minutes for the statuses to come, one failure in twenty. */
export function suggestCanary(people: number): Canary {
  const size = Math.min(SIZE.most, Math.max(SIZE.least, people * SIZE.share))
  return { size: Math.round(size / 10) * 10, minutes: 10, maxShare: 0.05 }
}

/** How many refusals with one code, one after another, tell that something is wrong with all of them. */
export const BRAKE_AFTER = 20
