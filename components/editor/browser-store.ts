import { newKey } from '@/lib/domain/list-draft'

const TAB_KEY = 'listazap.tab'
const BROWSER_KEY = 'listazap.browser'

/** The browser's own store, or null on the server and where the browser forbids it: even naming it throws there. */
export function browserStore(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage
  } catch {
    return null
  }
}

/** This tab's own store, which outlives a reload; or null, as above. */
export function tabStore(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.sessionStorage
  } catch {
    return null
  }
}

/** A name for this tab that outlives a reload. */
export function tabName(): string {
  try {
    const known = window.sessionStorage.getItem(TAB_KEY)
    if (known) return known
    const made = newKey()
    window.sessionStorage.setItem(TAB_KEY, made)
    return made
  } catch {
    return newKey()
  }
}

/** A name for this browser, which all its tabs share; where it holds nothing, each tab is a browser of its own. */
export function browserName(): string {
  const store = browserStore()
  try {
    const known = store?.getItem(BROWSER_KEY)
    if (known) return known
    const made = newKey()
    store?.setItem(BROWSER_KEY, made)
    return store?.getItem(BROWSER_KEY) ?? tabName()
  } catch {
    return tabName()
  }
}

/** A random UUID. crypto.randomUUID is missing on plain http, where an office's own server may well be. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
