'use server'

import { z } from 'zod'
import { archiveTemplate } from '@/lib/commands/archive-template'
import { createTemplate } from '@/lib/commands/create-template'
import { duplicateTemplate } from '@/lib/commands/duplicate-template'
import { renameTag } from '@/lib/commands/rename-tag'
import { renameTemplate } from '@/lib/commands/rename-template'
import { restoreTemplate } from '@/lib/commands/restore-template'
import { setTemplateTags } from '@/lib/commands/set-template-tags'
import { updateTemplate } from '@/lib/commands/update-template'
import { fail, succeed } from '@/lib/domain/action-result'
import { listDraftSchema } from '@/lib/domain/list-draft'
import { templateNameSchema } from '@/lib/domain/list-template'
import { tagSchema, tagsSchema } from '@/lib/domain/template-tags'
import { acknowledgedRowIdsSchema, versionNumberSchema } from '@/lib/domain/template-version'
import { defineAction } from './define-action'

const id = z.uuid()
const orGone = <Data>(data: Data | null) => (data === null ? fail('gone') : succeed(data))

export const createTemplateAction = defineAction({
  name: 'createTemplate',
  gate: 'user',
  schema: z.object({ id, name: templateNameSchema, draft: listDraftSchema }),
  handler: async (actor, input) => succeed(await createTemplate(actor, input)),
})

export const updateTemplateAction = defineAction({
  name: 'updateTemplate',
  gate: 'user',
  schema: z.object({
    id,
    version: versionNumberSchema,
    draft: listDraftSchema,
    acknowledgedRowIds: z.optional(acknowledgedRowIdsSchema),
  }),
  handler: async (actor, input) => orGone(await updateTemplate(actor, input)),
})

export const renameTemplateAction = defineAction({
  name: 'renameTemplate',
  gate: 'user',
  schema: z.object({ id, name: templateNameSchema }),
  handler: async (actor, input) => orGone(await renameTemplate(actor, input)),
})

export const duplicateTemplateAction = defineAction({
  name: 'duplicateTemplate',
  gate: 'user',
  schema: z.object({ id, newId: id, name: templateNameSchema }),
  handler: async (actor, input) => orGone(await duplicateTemplate(actor, input)),
})

export const archiveTemplateAction = defineAction({
  name: 'archiveTemplate',
  gate: 'user',
  schema: z.object({ id }),
  handler: async (actor, input) => ((await archiveTemplate(actor, input.id)) ? succeed(null) : fail('gone')),
})

export const restoreTemplateAction = defineAction({
  name: 'restoreTemplate',
  gate: 'user',
  schema: z.object({ id }),
  handler: async (actor, input) => ((await restoreTemplate(actor, input.id)) ? succeed(null) : fail('gone')),
})

export const setTemplateTagsAction = defineAction({
  name: 'setTemplateTags',
  gate: 'user',
  schema: z.object({ id, tags: tagsSchema }),
  handler: async (actor, input) => orGone(await setTemplateTags(actor, input)),
})

/** `to: null` takes the tag off every list. */
export const renameTagAction = defineAction({
  name: 'renameTag',
  gate: 'user',
  schema: z.object({ from: tagSchema, to: z.nullable(tagSchema) }),
  handler: async (actor, input) => succeed({ count: await renameTag(actor, input) }),
})
