'use server'

import { z } from 'zod'
import { dropUnsavedDraft } from '@/lib/commands/drop-unsaved-draft'
import { saveUnsavedDraft } from '@/lib/commands/save-unsaved-draft'
import { fail, succeed } from '@/lib/domain/action-result'
import { unsavedDraftSaveSchema } from '@/lib/domain/unsaved-draft'
import { defineAction } from './define-action'

export const saveUnsavedDraftAction = defineAction({
  name: 'saveUnsavedDraft',
  gate: 'user',
  schema: z.object({ ...unsavedDraftSaveSchema.shape, user: z.uuid() }),
  handler: async (actor, { user, work, ...save }) => {
    // Somebody else has signed in in this browser since: one person's words never land in another's place.
    if (user !== actor.userId) return fail('signedOut')
    return succeed(work ? await saveUnsavedDraft(actor, { ...save, work }) : await dropUnsavedDraft(actor, save))
  },
})
