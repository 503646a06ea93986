/**
 * What the stand-in plays for a recipient instead of accepting the message; with `once`, only the
 * first time, as it passes in real life. */
export type SandboxPlay =
  | { kind: 'refuse'; httpStatus: number; code: number; title: string; details: string; once?: true }
  | { kind: 'serverError' }
  | { kind: 'slow' }
  | { kind: 'reset' }
  | { kind: 'garbage' }
  | { kind: 'noMessageId' }

/**
 * One rehearsal: a recipient whose number ends in `ending` meets it.
 * @property taken whether the message counts as received: an uncertain answer hides either
 */
export type SandboxScenario = { name: SandboxScenarioName; ending: string; taken: boolean; play: SandboxPlay }

export const SANDBOX_SCENARIO_NAMES = [
  'undeliverable',
  'windowClosed',
  'pairRate',
  'throughput',
  'serverErrorExplained',
  'serverErrorBare',
  'slow',
  'reset',
  'garbage',
  'noMessageId',
] as const
export type SandboxScenarioName = (typeof SANDBOX_SCENARIO_NAMES)[number]

const refuse = (httpStatus: number, code: number, title: string, details: string) =>
  ({ kind: 'refuse', httpStatus, code, title, details }) as const
const refuseOnce = (...words: Parameters<typeof refuse>) => ({ ...refuse(...words), once: true }) as const

/**
 * Endings are the end of Meta's code, or the HTTP status or errno that comes nearest, so that they can be remembered. In real life 131026 and 131047
 * mostly come later by webhook, after an acceptance; here the answer itself refuses.
 */
export const SANDBOX_SCENARIOS: readonly SandboxScenario[] = [
  {
    name: 'undeliverable',
    ending: '1026',
    taken: false,
    play: refuse(400, 131026, 'Message undeliverable', 'Message Undeliverable.'),
  },
  {
    name: 'windowClosed',
    ending: '1047',
    taken: false,
    play: refuse(
      400,
      131047,
      'Re-engagement message',
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
    ),
  },
  {
    name: 'pairRate',
    ending: '1056',
    taken: false,
    play: refuseOnce(
      400,
      131056,
      '(Business Account, Consumer Account) pair rate limit hit',
      'Too many messages were sent to the same recipient in a short time.',
    ),
  },
  {
    name: 'throughput',
    ending: '0429',
    taken: false,
    play: refuseOnce(400, 130429, 'Rate limit hit', 'The throughput of this phone number has been reached.'),
  },
  {
    name: 'serverErrorExplained',
    ending: '0500',
    taken: false,
    play: refuseOnce(
      500,
      131000,
      'Something went wrong',
      'The message could not be sent because of an unknown failure.',
    ),
  },
  { name: 'serverErrorBare', ending: '0502', taken: false, play: { kind: 'serverError' } },
  { name: 'slow', ending: '0408', taken: true, play: { kind: 'slow' } },
  { name: 'reset', ending: '0104', taken: true, play: { kind: 'reset' } },
  { name: 'garbage', ending: '0415', taken: true, play: { kind: 'garbage' } },
  { name: 'noMessageId', ending: '0204', taken: true, play: { kind: 'noMessageId' } },
]

const byEnding = new Map(SANDBOX_SCENARIOS.map((scenario) => [scenario.ending, scenario]))

/** The scenario that a number plays, by its last four digits; most play none and are accepted. */
export const sandboxScenarioFor = (phone: string): SandboxScenario | undefined => byEnding.get(phone.slice(-4))
