import { isAtWork } from '@/lib/domain/delivery-status'
import type { MessagePage, MessageSummary } from '@/lib/domain/message-view'

/** How many pages around those in sight are held; the others are read again when somebody comes back to them. */
const HELD = 8
/** So many rows before the last known one the next page is asked for. */
const AHEAD = 40

/** From this row to before that one. */
export type Span = { from: number; to: number }

/** A page in its place, which it keeps whether its messages are held or dropped. */
type Leaf = {
  cursor: string | null
  next: string | null
  start: number
  size: number
  last: MessageSummary | null
  messages: MessageSummary[] | null
}

export type MessagesShown = {
  /** How many rows there are so far; with `isWhole` all of them. */
  count: number
  isWhole: boolean
  /** Null while it is being read. */
  at: (index: number) => MessageSummary | null
  /** What has come in since the list was read: it waits until it is asked for, so that nothing jumps. */
  fresh: { count: number; isMore: boolean }
  /** Some that are shown no longer fit the filters. */
  hasLeft: boolean
  error: unknown
}

export type ReadPage = (query: string, cursor: string | null, signal: AbortSignal) => Promise<MessagePage>

/** Whether one was written down after another: how the history is ordered. */
const isNewer = (a: MessageSummary, b: MessageSummary): boolean =>
  a.createdAt === b.createdAt ? BigInt(a.id) > BigInt(b.id) : a.createdAt > b.createdAt

const isSame = (a: MessageSummary, b: MessageSummary) => JSON.stringify(a) === JSON.stringify(b)

export type MessagePages = ReturnType<typeof createMessagePages>

/**
 * The messages of one query, page by page, for a window that moves over them: what is near is held, what is far is
 * dropped, what is held is brought up to date in its place. A library for reading would be twice the weight that the
 * page has left, and would still have to be taught places that stay.
 */
export function createMessagePages(query: string, first: MessagePage, read: ReadPage) {
  let leaves: Leaf[] = [toLeaf(null, 0, first)]
  let view: Span = { from: 0, to: 0 }
  let fresh = { count: 0, isMore: false }
  let hasLeft = false
  let error: unknown = null
  let changes = 0
  let shown = show()
  const listeners = new Set<() => void>()
  const reading = new Map<string | null, Promise<void>>()
  const stop = new AbortController()

  function show(): MessagesShown {
    const frozen = leaves
    const end = frozen.at(-1)
    return {
      count: end ? end.start + end.size : 0,
      isWhole: end?.next === null,
      at: (index) => {
        const leaf = frozen[leafAt(frozen, index)]
        return leaf?.messages?.[index - leaf.start] ?? null
      },
      fresh,
      hasLeft,
      error,
    }
  }

  function tell(): void {
    shown = show()
    for (const listener of listeners) listener()
  }

  function put(at: number, leaf: Leaf): void {
    const next = leaves.with(at, leaf)
    for (let i = at + 1; i < next.length; i++) {
      const [before, own] = [next[i - 1], next[i]]
      if (before && own && own.start !== before.start + before.size)
        next[i] = { ...own, start: before.start + before.size }
    }
    leaves = next
  }

  /** Brings a page up to date in its place; what is newer than all of it is only counted. */
  function take(at: number, leaf: Leaf, page: MessagePage): void {
    const { messages: held, last } = leaf
    if (!last) {
      put(at, toLeaf(leaf.cursor, leaf.start, page))
      return
    }
    if (!held) {
      const messages = page.messages.filter((message) => !isNewer(last, message))
      put(at, { ...leaf, size: messages.length, messages })
      return
    }
    const [newest] = held
    if (at === 0 && newest) {
      const count = page.messages.filter((message) => isNewer(message, newest)).length
      fresh = { count, isMore: count === page.messages.length && page.nextCursor !== null }
    }
    const came = new Map(page.messages.map((message) => [message.id, message]))
    const end = page.messages.at(-1)
    const messages = held.map((message) => {
      const now = came.get(message.id)
      if (now && isSame(now, message)) return message
      if (now) {
        changes += 1
        return now
      }
      if (page.nextCursor === null || (end && isNewer(message, end))) hasLeft = true
      return message
    })
    put(at, { ...leaf, messages })
  }

  function readLeaf(at: number): Promise<void> {
    const cursor = leaves[at]?.cursor ?? null
    const known = reading.get(cursor)
    if (known) return known
    const done = read(query, cursor, stop.signal)
      .then((page) => {
        const leaf = leaves[at]
        if (leaf) take(at, leaf, page)
        error = null
      })
      .catch((reason: unknown) => {
        if (!stop.signal.aborted) error = reason
      })
      .finally(() => {
        reading.delete(cursor)
        if (!stop.signal.aborted) tell()
      })
    reading.set(cursor, done)
    return done
  }

  function readOn(): void {
    const end = leaves.at(-1)
    const cursor = end?.next
    if (!end || !cursor || reading.has(cursor)) return
    const done = read(query, cursor, stop.signal)
      .then((page) => {
        leaves = [...leaves, toLeaf(cursor, end.start + end.size, page)]
        error = null
      })
      .catch((reason: unknown) => {
        if (!stop.signal.aborted) error = reason
      })
      .finally(() => {
        reading.delete(cursor)
        if (stop.signal.aborted) return
        tell()
        if (error === null) look(view)
      })
    reading.set(cursor, done)
  }

  const inView = (): Span => ({
    from: leafAt(leaves, view.from),
    to: leafAt(leaves, Math.max(view.from, view.to - 1)) + 1,
  })

  /** Tells which rows are in sight: theirs are read, and those after them soon enough. */
  function look(span: Span): void {
    view = span
    const { from, to } = inView()
    for (let i = Math.max(0, from - 1); i < Math.min(leaves.length, to + 1); i++)
      if (!leaves[i]?.messages) void readLeaf(i)
    // The first one stays: what is new is told by it.
    const isFar = (i: number) => i > 0 && (i < from - HELD || i >= to + HELD)
    if (leaves.some((leaf, i) => leaf.messages && isFar(i)))
      leaves = leaves.map((leaf, i) => (isFar(i) ? { ...leaf, messages: null } : leaf))
    const end = leaves.at(-1)
    if (end && span.to + AHEAD >= end.start + end.size) readOn()
  }

  /** Reads again what is in sight, and the first page for what came in. Answers whether anything had gone on. */
  async function refresh(): Promise<boolean> {
    const before = changes
    const { from, to } = inView()
    const wanted = new Set([0])
    for (let i = from; i < to; i++) wanted.add(i)
    await Promise.all([...wanted].map(readLeaf))
    return changes > before
  }

  /** Whether anybody in sight may have gone on by the next moment. */
  const isAtWorkInView = () => {
    for (let i = view.from; i < view.to; i++) {
      const message = shown.at(i)
      if (message && isAtWork(message.status)) return true
    }
    return false
  }

  return {
    query,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    shown: () => shown,
    look,
    refresh,
    isAtWorkInView,
    stop: () => stop.abort(),
  }
}

const toLeaf = (cursor: string | null, start: number, page: MessagePage): Leaf => ({
  cursor,
  start,
  next: page.nextCursor,
  size: page.messages.length,
  last: page.messages.at(-1) ?? null,
  messages: page.messages,
})

/** The place of the page that a row is in. */
function leafAt(leaves: readonly Leaf[], index: number): number {
  let [low, high] = [0, leaves.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((leaves[middle]?.start ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return low
}
