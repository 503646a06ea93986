import type { PhoneMessage } from '@/lib/domain/phone-message'
import { getSharedMessage } from '@/lib/queries/share-links'
import { countTry, forgiveTry, shareTries } from './rate-limit'
import { systemActor } from './system-actor'

/** Who looks at a shared message without an account. */
export const VISITOR = systemActor('visitor')

/**
 * The one door without a session behind which somebody's words lie: what the link shows, or null, whether it has ended,
 * never was, or too many wrong ones came from the same address.
 */
export async function openShare(token: string, from: Headers): Promise<PhoneMessage | null> {
  const tries = shareTries(from)
  if ((await countTry(tries)) > 0) return null
  const message = await getSharedMessage(VISITOR, token)
  if (message) await forgiveTry(tries)
  return message
}
