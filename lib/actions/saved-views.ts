'use server'

import { z } from 'zod'
import { createSavedView } from '@/lib/commands/create-saved-view'
import { deleteSavedView } from '@/lib/commands/delete-saved-view'
import { updateSavedView } from '@/lib/commands/update-saved-view'
import { succeed } from '@/lib/domain/action-result'
import { viewNameSchema, viewParamsSchema, viewPlaceSchema } from '@/lib/domain/saved-view-schema'
import { defineAction } from './define-action'

export const createSavedViewAction = defineAction({
  name: 'createSavedView',
  gate: 'user',
  schema: z.object({ place: viewPlaceSchema, name: viewNameSchema, params: viewParamsSchema }),
  handler: createSavedView,
})

/** Another name, or what its filters and columns are now. */
export const updateSavedViewAction = defineAction({
  name: 'updateSavedView',
  gate: 'user',
  schema: z.object({ id: z.uuid(), name: z.optional(viewNameSchema), params: z.optional(viewParamsSchema) }),
  handler: updateSavedView,
})

export const deleteSavedViewAction = defineAction({
  name: 'deleteSavedView',
  gate: 'user',
  schema: z.object({ id: z.uuid() }),
  handler: async (actor, { id }) => {
    await deleteSavedView(actor, id)
    return succeed(null)
  },
})
