import { recordShareView } from '@/lib/commands/record-share-view'
import type { PhoneMessage } from '@/lib/domain/phone-message'
import { isLook } from '@/lib/domain/share-link'
import { log } from '@/lib/log'
import { getSharedMessage } from '@/lib/queries/share-links'
import { countTry, forgiveTry, shareTries } from './rate-limit'
import { METHOD_HEADER } from './security-headers'
import { systemActor } from './system-actor'

/** Who looks at a shared message without an account. */
const VISITOR = systemActor('visitor')

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

/** Counts a request that openShare has let in, where somebody looks. A count that fails is in nobody's way. */
export async function countLook(token: string, from: Headers): Promise<void> {
  if (!isLook({ method: from.get(METHOD_HEADER) ?? '', userAgent: from.get('user-agent') })) return
  try {
    await recordShareView(VISITOR, token)
  } catch (error) {
    log.warn({ err: error }, 'a look at a shared message was not counted')
  }
}
