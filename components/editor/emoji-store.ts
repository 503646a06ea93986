import { EMOJI_SET, EMOJI_TONES, type EmojiSet, type EmojiTone, withRecent } from '@/lib/domain/emoji'
import { browserStore } from './browser-store'

const asked = new Map<string, Promise<EmojiSet>>()

/** The emoji by their names in a language: asked for once, and again only where that failed. */
export function loadEmoji(locale: string): Promise<EmojiSet> {
  const known = asked.get(locale)
  if (known) return known
  const loading = fetch(`/api/emoji/${locale}?set=${EMOJI_SET}`).then((response): Promise<EmojiSet> => {
    if (!response.ok) throw new Error(`The emoji answered ${response.status}.`)
    return response.json()
  })
  asked.set(locale, loading)
  loading.catch(() => asked.delete(locale))
  return loading
}

const RECENT_KEY = 'listazap.emoji.recent'
const TONE_KEY = 'listazap.emoji.tone'

function read(key: string): string | null {
  try {
    return browserStore()?.getItem(key) ?? null
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    browserStore()?.setItem(key, value)
  } catch {
    // A full store costs nobody an emoji.
  }
}

/** The emoji that were used in this browser, newest first. */
export const recentEmoji = (): string[] => (read(RECENT_KEY) ?? '').split(' ').filter(Boolean)

export const rememberEmoji = (emoji: string): void => write(RECENT_KEY, withRecent(recentEmoji(), emoji).join(' '))

/** The tone of skin that somebody chose; null for the emoji as they are. */
export function chosenTone(): EmojiTone | null {
  const kept = read(TONE_KEY)
  return EMOJI_TONES.find((tone) => tone === kept) ?? null
}

export const rememberTone = (tone: EmojiTone | null): void => write(TONE_KEY, tone ?? '')
