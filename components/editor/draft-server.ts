import { type UnsavedOutcome, unsavedOutcomeSchema, unsavedReadingSchema } from '@/lib/domain/unsaved-draft'
import type { DraftServer, Unreached } from './autosaver'

const ADDRESS = '/api/unsaved-drafts'
const PATIENCE = 20_000
/** Browsers let requests of up to 64 KB outlive their page; a longer one may get lost, and is in the browser's store. */
const OUTLIVES = 60_000

const REFUSALS: Record<number, Unreached> = { 400: 'refused', 401: 'signedOut', 403: 'refused', 413: 'refused' }

/** One person's unsaved work in one place, as the server's route holds it. */
export function createDraftServer({
  userId,
  place,
  browser,
}: {
  userId: string
  place: string
  browser: string
}): DraftServer {
  return {
    send: async (save): Promise<UnsavedOutcome | { outcome: Unreached }> => {
      const body = new Blob([JSON.stringify({ user: userId, place, browser, ...save })], { type: 'application/json' })
      try {
        const signal = AbortSignal.timeout(PATIENCE)
        const response = await fetch(ADDRESS, { method: 'POST', body, keepalive: body.size < OUTLIVES, signal })
        if (!response.ok) return { outcome: REFUSALS[response.status] ?? 'failing' }
        return unsavedOutcomeSchema.safeParse(await response.json()).data ?? { outcome: 'failing' }
      } catch {
        return { outcome: 'away' }
      }
    },
    look: async () => {
      try {
        const signal = AbortSignal.timeout(PATIENCE)
        const response = await fetch(`${ADDRESS}?${new URLSearchParams({ user: userId, place })}`, { signal })
        return response.ok ? (unsavedReadingSchema.safeParse(await response.json()).data ?? null) : null
      } catch {
        return null
      }
    },
  }
}
