/** What a Send is doing as a whole; its people each have a status of their own. */
export const SEND_STATES = ['preparing', 'scheduled', 'running', 'paused', 'canceled', 'finished'] as const
export type SendState = (typeof SEND_STATES)[number]

/** Who or what paused it: somebody, the test of its first people, or too many refusals with one code. */
export const PAUSED_WHYS = ['person', 'canary', 'brake'] as const
export type PausedWhy = (typeof PAUSED_WHYS)[number]

/** How a Send follows another: for whom that one failed, or for whom it never reached. */
export const FOLLOWS_HOWS = ['failed', 'remaining'] as const
export type FollowsHow = (typeof FOLLOWS_HOWS)[number]
