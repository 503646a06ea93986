'use server'

import { z } from 'zod'
import { addToContact } from '@/lib/commands/add-to-contact'
import { createContact } from '@/lib/commands/create-contact'
import { deleteContacts } from '@/lib/commands/delete-contacts'
import { mergeContacts } from '@/lib/commands/merge-contacts'
import { optInContacts } from '@/lib/commands/opt-in-contacts'
import { optOutContacts } from '@/lib/commands/opt-out-contacts'
import { setContactsTags } from '@/lib/commands/set-contacts-tags'
import { updateContact } from '@/lib/commands/update-contact'
import { fail, succeed } from '@/lib/domain/action-result'
import { contactInputSchema } from '@/lib/domain/contact'
import { contactTargetSchema } from '@/lib/domain/contact-target'
import { tagsSchema } from '@/lib/domain/template-tags'
import { countTraces } from '@/lib/queries/contact-detail'
import { listTargetIds } from '@/lib/queries/contacts'
import { defineAction } from './define-action'

const id = z.uuid()
const target = contactTargetSchema
const orGone = <Data>(data: Data | null) => (data === null ? fail('gone') : succeed(data))

const contactSchema = z.object({ id, ...contactInputSchema.shape })

export const createContactAction = defineAction({
  name: 'createContact',
  gate: 'user',
  schema: contactSchema,
  handler: createContact,
})

export const updateContactAction = defineAction({
  name: 'updateContact',
  gate: 'user',
  schema: contactSchema,
  handler: updateContact,
})

/** For a number that somebody has already: what was typed goes to them. */
export const addToContactAction = defineAction({
  name: 'addToContact',
  gate: 'user',
  schema: contactSchema.omit({ phone: true }),
  handler: async (actor, input) => orGone(await addToContact(actor, input)),
})

export const mergeContactsAction = defineAction({
  name: 'mergeContacts',
  gate: 'user',
  schema: z.object({ keepId: id, otherId: id, phoneOf: z.enum(['keep', 'other']) }),
  handler: async (actor, input) => orGone(await mergeContacts(actor, input)),
})

export const setContactsTagsAction = defineAction({
  name: 'setContactsTags',
  gate: 'user',
  schema: z.object({ target, add: tagsSchema, remove: tagsSchema }),
  handler: async (actor, { target, ...change }) =>
    succeed(await setContactsTags(actor, { ids: await listTargetIds(actor, target), ...change })),
})

/** Answers the ids of those whom it changed, so that it can be taken back. */
export const optOutContactsAction = defineAction({
  name: 'optOutContacts',
  gate: 'user',
  schema: z.object({ target }),
  handler: async (actor, { target }) =>
    succeed({ ids: await optOutContacts(actor, { ids: await listTargetIds(actor, target) }) }),
})

export const optInContactsAction = defineAction({
  name: 'optInContacts',
  gate: 'user',
  schema: z.object({ target }),
  handler: async (actor, { target }) =>
    succeed({ ids: await optInContacts(actor, { ids: await listTargetIds(actor, target) }) }),
})

/** What a deletion would take. Writes nothing. */
export const countTracesAction = defineAction({
  name: 'countTraces',
  gate: 'user',
  schema: z.object({ target }),
  handler: async (actor, { target }) => succeed(await countTraces(actor, await listTargetIds(actor, target))),
})

export const deleteContactsAction = defineAction({
  name: 'deleteContacts',
  gate: 'user',
  schema: z.object({ target }),
  handler: async (actor, { target }) =>
    succeed(await deleteContacts(actor, { ids: await listTargetIds(actor, target) })),
})
