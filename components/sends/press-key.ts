const PLACE = 'listazap.presses'
const KEPT_FOR_MS = 24 * 60 * 60 * 1000
const KEPT_AT_MOST = 40

/**
 * One content that somebody meant to send.
 * @property key of the next press; null until one is meant
 * @property sent what its last press became
 */
type Press = { key: string | null; at: number; sent?: EarlierSend }
type Presses = Record<string, Press>
export type PressPlace = Pick<Storage, 'getItem' | 'setItem'>

export type EarlierSend = { sendId: string; at: string }

/** 128 random bits. crypto.randomUUID is missing on plain http. */
const newPressKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Two FNV-1a hashes from different seeds and the length: short, and apart for all that one browser ever sends. */
export function fingerprint(text: string): string {
  const hash = (seed: number) => {
    let h = seed
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0
    return h.toString(36)
  }
  return `${hash(0x811c9dc5)}.${hash(0x9747b28c)}.${text.length.toString(36)}`
}

function read(place: PressPlace, now: number): Presses {
  try {
    const presses = JSON.parse(place.getItem(PLACE) ?? '{}') as Presses
    return Object.fromEntries(Object.entries(presses).filter(([, press]) => now - press.at < KEPT_FOR_MS))
  } catch {
    return {}
  }
}

function write(place: PressPlace, presses: Presses) {
  const newest = Object.entries(presses).sort(([, a], [, b]) => b.at - a.at)
  try {
    place.setItem(PLACE, JSON.stringify(Object.fromEntries(newest.slice(0, KEPT_AT_MOST))))
  } catch {
    // A full or forbidden storage: this tab still holds its own key.
  }
}

/**
 * The idempotency key for sending this content: the same in every tab and after a reload until the server has said that
 * it was sent. Then a new one, beside the Send that the last one became.
 */
export function claimPressKey(place: PressPlace, content: string, now: number): { key: string; earlier?: EarlierSend } {
  const presses = read(place, now)
  const print = fingerprint(content)
  const press = presses[print]
  const key = press?.key ?? newPressKey()
  if (!press?.key) write(place, { ...presses, [print]: { ...press, key, at: now } })
  return { key, ...(press?.sent && { earlier: press.sent }) }
}

/** The server said what this key became: it is spent, unless another tab has spent it and means a new press already. */
export function spendPressKey(place: PressPlace, content: string, key: string, sent: EarlierSend) {
  const at = Date.parse(sent.at)
  const presses = read(place, at)
  const print = fingerprint(content)
  const press = presses[print]
  write(place, { ...presses, [print]: { key: press?.key === key ? null : (press?.key ?? null), at, sent } })
}

/** The key turned out to belong to something else: nothing was sent with it, and the next press gets a new one. */
export function dropPressKey(place: PressPlace, content: string, key: string, now: number) {
  const presses = read(place, now)
  const print = fingerprint(content)
  const press = presses[print]
  if (press?.key === key) write(place, { ...presses, [print]: { ...press, key: null } })
}

const memory = new Map<string, string>()

/** The browser's own storage, or this page's memory where it is forbidden. */
export function pressPlace(): PressPlace {
  try {
    return window.localStorage
  } catch {
    return { getItem: (name) => memory.get(name) ?? null, setItem: (name, value) => void memory.set(name, value) }
  }
}
