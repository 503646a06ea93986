import { readConnection } from '@/lib/db/connection'
import type { Actor } from '@/lib/domain/actor'
import { isSameHost } from '@/lib/domain/gateway'
import { type ConnectionTest, testConnection } from '@/lib/whatsapp/client'

/**
 * Tries how VecTalk is reached as it stands in the form, before it is saved. With an empty token the saved one is tried,
 * and only at the host that it was entered for.
 * @returns 'tokenNeeded' where there is no token that may be tried.
 */
export async function tryConnection(
  _actor: Actor,
  input: { baseUrl: string; token: string },
): Promise<ConnectionTest | { kind: 'tokenNeeded' }> {
  const saved = await readConnection()
  const baseUrl = saved.baseUrlFrom === 'environment' ? saved.baseUrl : input.baseUrl
  if (saved.token?.from !== 'environment' && input.token) return testConnection({ baseUrl, token: input.token })
  if (!saved.token || !isSameHost(baseUrl, saved.baseUrl)) return { kind: 'tokenNeeded' }
  return testConnection({ baseUrl, token: saved.token.value })
}
