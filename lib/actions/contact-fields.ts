'use server'

import { z } from 'zod'
import { createContactField } from '@/lib/commands/create-contact-field'
import { deleteContactField } from '@/lib/commands/delete-contact-field'
import { renameContactField } from '@/lib/commands/rename-contact-field'
import { succeed } from '@/lib/domain/action-result'
import { fieldKeySchema, fieldLabelSchema } from '@/lib/domain/contact-field'
import { defineAction } from './define-action'

export const createContactFieldAction = defineAction({
  name: 'createContactField',
  gate: 'user',
  schema: z.object({ label: fieldLabelSchema }),
  handler: createContactField,
})

export const renameContactFieldAction = defineAction({
  name: 'renameContactField',
  gate: 'user',
  schema: z.object({ key: fieldKeySchema, label: fieldLabelSchema }),
  handler: renameContactField,
})

/** Answers for how many people it held something. */
export const deleteContactFieldAction = defineAction({
  name: 'deleteContactField',
  gate: 'user',
  schema: z.object({ key: fieldKeySchema }),
  handler: async (actor, input) => succeed({ count: await deleteContactField(actor, input) }),
})
