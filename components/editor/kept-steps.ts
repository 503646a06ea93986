import { type History, readHistory } from '@/lib/domain/draft-history'
import type { ListDraft } from '@/lib/domain/list-draft'
import { draftFingerprint } from '@/lib/domain/list-template'
import { tabStore } from './browser-store'

const keyOf = (userId: string, place: string) => `listazap.steps.${userId}.${place}`

/** Writes the history down for this tab, so that it outlives a reload; null or one without steps empties the place. */
export function keepSteps(userId: string, place: string, history: History | null): void {
  try {
    const key = keyOf(userId, place)
    if (history?.past.length || history?.future.length) tabStore()?.setItem(key, JSON.stringify(history))
    else tabStore()?.removeItem(key)
  } catch {
    // A tab without room goes on without: the draft itself is held elsewhere.
  }
}

/** The history that this tab wrote down, where it belongs to this very draft. */
export function keptSteps(userId: string, place: string, draft: ListDraft): History | null {
  const history = readHistory(tabStore()?.getItem(keyOf(userId, place)) ?? null)
  return history && draftFingerprint(history.present) === draftFingerprint(draft) ? history : null
}
