'use server'

import { z } from 'zod'
import { createShareLink } from '@/lib/commands/create-share-link'
import { revokeShareLink } from '@/lib/commands/revoke-share-link'
import { fail, succeed } from '@/lib/domain/action-result'
import { listDraftSchema } from '@/lib/domain/list-draft'
import { shareDaysSchema } from '@/lib/domain/share-link'
import { env } from '@/lib/env'
import { defineAction } from './define-action'

/** Answers the link's path, and the address that people open this app at where that is known. */
export const createShareLinkAction = defineAction({
  name: 'createShareLink',
  gate: 'user',
  schema: z.object({ draft: listDraftSchema, templateId: z.uuid().nullable(), days: shareDaysSchema }),
  handler: async (actor, input) => {
    const made = await createShareLink(actor, input)
    return made ? succeed({ path: `/share/${made.token}`, appUrl: env().APP_URL ?? null }) : fail('gone')
  },
})

export const revokeShareLinkAction = defineAction({
  name: 'revokeShareLink',
  gate: 'user',
  schema: z.object({ id: z.uuid() }),
  handler: async (actor, { id }) => ((await revokeShareLink(actor, id)) ? succeed(null) : fail('gone')),
})
