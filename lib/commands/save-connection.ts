import type { z } from 'zod'
import { db } from '@/lib/db/client'
import { CONNECTION_NAME, lastFourOf, readConnection } from '@/lib/db/connection'
import { seal } from '@/lib/db/seal'
import type { Actor } from '@/lib/domain/actor'
import { type connectionSchema, GATEWAY_KINDS, isSameHost } from '@/lib/domain/gateway'
import { resumeGateway } from './resume-gateway'

/**
 * Saves how VecTalk is reached; what the environment sets is left alone. An empty token keeps the saved one.
 * @returns 'tokenNeeded' where the saved token would go to another host than the one it was entered for: whoever could
 * point it elsewhere could read it.
 */
export async function saveConnection(
  actor: Actor,
  input: z.output<typeof connectionSchema>,
): Promise<'saved' | 'tokenNeeded'> {
  const { baseUrl, baseUrlFrom, token, tokenUnreadable } = await readConnection()
  const urlIsFixed = baseUrlFrom === 'environment'
  const newToken = token?.from === 'environment' ? '' : input.token
  if (!urlIsFixed && !newToken && (token || tokenUnreadable) && !isSameHost(input.baseUrl, baseUrl)) {
    return 'tokenNeeded'
  }
  const data = {
    baseUrl: urlIsFixed ? baseUrl : input.baseUrl,
    includeRecipientType: input.includeRecipientType,
    passesCallbackData: input.passesCallbackData,
    updatedById: actor.kind === 'user' ? actor.userId : null,
    ...(newToken && { sealedToken: seal(newToken), tokenLastFour: lastFourOf(newToken) }),
  }
  const { perSecond } = input
  await db().$transaction([
    db().connection.upsert({
      where: { name: CONNECTION_NAME },
      create: { name: CONNECTION_NAME, ...data },
      update: data,
    }),
    // The stand-in's too: a rehearsal takes as long as the real thing.
    ...GATEWAY_KINDS.map((gateway) =>
      db().gatewayPace.upsert({ where: { gateway }, create: { gateway, perSecond }, update: { perSecond } }),
    ),
  ])
  // Whatever a token was refused for, another one is worth a try.
  if (newToken) await resumeGateway(actor, 'vectalk')
  return 'saved'
}
