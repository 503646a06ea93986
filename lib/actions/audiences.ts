'use server'

import { z } from 'zod'
import { addAudienceMembers } from '@/lib/commands/add-audience-members'
import { createAudience } from '@/lib/commands/create-audience'
import { deleteAudience } from '@/lib/commands/delete-audience'
import { removeAudienceMembers } from '@/lib/commands/remove-audience-members'
import { updateAudience } from '@/lib/commands/update-audience'
import { fail, succeed } from '@/lib/domain/action-result'
import { audienceNameSchema, savedRuleSchema } from '@/lib/domain/audience'
import { contactTargetSchema } from '@/lib/domain/contact-target'
import { listTargetIds } from '@/lib/queries/contacts'
import { defineAction } from './define-action'

const id = z.uuid()
const saved = { id, name: audienceNameSchema, rule: savedRuleSchema }

/** `members` are added by hand. */
export const createAudienceAction = defineAction({
  name: 'createAudience',
  gate: 'user',
  schema: z.object({ ...saved, members: z.optional(contactTargetSchema) }),
  handler: async (actor, { members, ...audience }) =>
    createAudience(actor, { ...audience, memberIds: members && (await listTargetIds(actor, members)) }),
})

export const updateAudienceAction = defineAction({
  name: 'updateAudience',
  gate: 'user',
  schema: z.object(saved),
  handler: updateAudience,
})

export const deleteAudienceAction = defineAction({
  name: 'deleteAudience',
  gate: 'user',
  schema: z.object({ id }),
  handler: async (actor, input) => {
    await deleteAudience(actor, input)
    return succeed(null)
  },
})

/** Answers how many were not in it yet. */
export const addAudienceMembersAction = defineAction({
  name: 'addAudienceMembers',
  gate: 'user',
  schema: z.object({ id, target: contactTargetSchema }),
  handler: async (actor, { id, target }) => {
    const added = await addAudienceMembers(actor, { id, contactIds: await listTargetIds(actor, target) })
    return added === null ? fail('gone') : succeed({ added })
  },
})

export const removeAudienceMembersAction = defineAction({
  name: 'removeAudienceMembers',
  gate: 'user',
  schema: z.object({ id, target: contactTargetSchema }),
  handler: async (actor, { id, target }) =>
    succeed({ removed: await removeAudienceMembers(actor, { id, contactIds: await listTargetIds(actor, target) }) }),
})
