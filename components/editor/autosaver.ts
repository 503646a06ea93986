import type {
  UnsavedDraft,
  UnsavedDraftSave,
  UnsavedOutcome,
  UnsavedReading,
  UnsavedWork,
} from '@/lib/domain/unsaved-draft'
import { type Cell, createCell } from './cell'
import { sameWords } from './kept-draft'

/** Milliseconds: a pause in the writing after which it is sent, and how long writing without one waits at most. */
const PAUSE = 800
const LONGEST = 5000
/** Only what takes longer is told. */
const SLOW = 1000
/** After a failure: the first pause, doubled each time. */
const RETRY = { first: 2000, longest: 30_000 } as const

/** `away`: nobody answers; `failing`: the server has trouble; `refused`: it will not take these words. */
export type Unreached = 'away' | 'failing' | 'signedOut' | 'refused'
export type SaveState = { status: 'idle' | 'saving' | 'saved' | Unreached; at: string | null }

/** What is known to stand on the server. `work` is null where its words are not known here. */
export type Held = { revision: number | null; work: UnsavedWork | null; at: string | null }

export type DraftServer = {
  send: (save: Pick<UnsavedDraftSave, 'order' | 'seen' | 'work'>) => Promise<UnsavedOutcome | { outcome: Unreached }>
  look: () => Promise<UnsavedReading | null>
}

type AutosaverOptions = {
  server: DraftServer
  browser: string
  held: Held
  /** What is unsaved here; 'paused' while a person has to choose. */
  read: () => UnsavedWork | null | 'paused'
  /** What stands on the server by now, as it answered. */
  onHeld: (held: Held) => void
  /** Another browser's words stand there. Says whether they are settled here already, and may be written over. */
  onOther: (standing: UnsavedDraft) => boolean
  now?: () => number
}

const sameWork = (a: UnsavedWork, b: UnsavedWork) => a.version === b.version && sameWords(a.draft, b.draft)

export const toHeld = ({ draft, version, revision, savedAt }: UnsavedDraft): Held => ({
  revision,
  work: { draft, version },
  at: savedAt,
})

export type Autosaver = ReturnType<typeof createAutosaver>

/**
 * Sends unsaved work to the server: one request at a time, and after it only the newest. What fails is tried again with
 * growing pauses. It names the revision that it has seen, so that no other browser's words are written over unseen.
 */
export function createAutosaver(options: AutosaverOptions) {
  const { server, browser, read, onHeld, onOther, now = Date.now } = options
  const state: Cell<SaveState> = createCell<SaveState>({ status: 'idle', at: null })
  let held = options.held
  let inFlight: { work: UnsavedWork | null } | null = null
  let isWaiting = false
  let isClosed = false
  let isLooking = false
  /** A save got no answer, and may have arrived all the same. */
  let isUnsure = false
  let failures = 0
  let [sent, answered] = [0, 0]
  let [touchedAt, touchedFirst] = [0, 0]
  let pause: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined

  const isHeld = (work: UnsavedWork | null) =>
    work === null ? held.revision === null && !isUnsure : held.work !== null && sameWork(work, held.work)

  const show = (status: SaveState['status']) => {
    const before = state.get()
    if (before.status !== status || before.at !== held.at) state.set({ status, at: held.at })
  }

  const settle = (answer: UnsavedOutcome | { outcome: Unreached }, work: UnsavedWork | null) => {
    if (answer.outcome === 'saved') {
      failures = 0
      isUnsure = false
      held = { revision: answer.revision, work: answer.revision === null ? null : work, at: answer.at }
      onHeld(held)
      show(work ? 'saved' : 'idle')
    } else if (answer.outcome === 'other') {
      failures = 0
      if (onOther(answer.standing)) {
        held = toHeld(answer.standing)
        isWaiting = true
      }
      show('idle')
    } else {
      failures += 1
      isWaiting = false
      isUnsure ||= work !== null && (answer.outcome === 'away' || answer.outcome === 'failing')
      show(answer.outcome)
      if (isClosed || answer.outcome === 'refused') return
      clearTimeout(retry)
      retry = setTimeout(tick, Math.min(RETRY.first * 2 ** (failures - 1), RETRY.longest))
    }
  }

  const run = async (work: UnsavedWork | null) => {
    sent = Math.max(sent + 1, now())
    const order = sent
    const slow = setTimeout(() => show('saving'), SLOW)
    const answer = await server.send({ order, seen: held.revision, work })
    clearTimeout(slow)
    // Of two that were under way at once, the newer one's answer counts.
    if (order < answered) return
    answered = order
    settle(answer, work)
  }

  const tick = () => {
    clearTimeout(pause)
    clearTimeout(retry)
    pause = undefined
    retry = undefined
    if (inFlight) {
      isWaiting = true
      return
    }
    const work = read()
    if (work === 'paused') return
    if (isHeld(work)) {
      failures = 0
      return show(work ? 'saved' : 'idle')
    }
    inFlight = { work }
    void run(work).finally(() => {
      inFlight = null
      if (!isWaiting) return
      isWaiting = false
      tick()
    })
  }

  const whenQuiet = () => {
    const quiet = now() - touchedAt
    if (quiet < PAUSE && now() - touchedFirst < LONGEST) pause = setTimeout(whenQuiet, PAUSE - quiet)
    else tick()
  }

  const touch = () => {
    if (isClosed) return
    touchedAt = now()
    // What failed is tried again in its own time, and takes the newest along.
    if (pause !== undefined || retry !== undefined) return
    touchedFirst = touchedAt
    pause = setTimeout(whenQuiet, PAUSE)
  }

  /** Sends now what is not sent yet, beside an older one under way if need be: the page may be gone in a moment. */
  const hurry = () => {
    const work = read()
    // Emptying the place beside a save on its way might arrive before it.
    if (!inFlight || work === null) return tick()
    if (work === 'paused' || (inFlight.work && sameWork(work, inFlight.work))) return
    void run(work)
  }

  return {
    state,
    touch,
    tick,
    hurry,
    /** The person chose between this and what another tab or browser made of it. */
    choose: (other: Held | null) => {
      if (other) held = other
      touch()
    },
    /** Somebody is back at this page, or the network is: what failed is sent, and another browser's words are met. */
    wake: async () => {
      if (isClosed || inFlight || isLooking) return
      if (failures) return tick()
      if (read() === 'paused') return
      const before = answered
      isLooking = true
      const standing = (await server.look())?.standing
      isLooking = false
      if (!standing || isClosed || inFlight || answered !== before) return
      if (standing.browser === browser || standing.revision === held.revision) return
      if (onOther(standing)) held = toHeld(standing)
      tick()
    },
    /** The work goes on elsewhere or not at all: what is not sent yet is sent once, and nothing after it. */
    close: () => {
      hurry()
      isClosed = true
      clearTimeout(pause)
      clearTimeout(retry)
    },
  }
}
