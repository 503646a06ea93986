'use server'

import { z } from 'zod'
import { importTemplates } from '@/lib/commands/import-templates'
import { succeed } from '@/lib/domain/action-result'
import { comparedSchema, importedSchema, partOf } from '@/lib/domain/library-import'
import { listLibraryMatches } from '@/lib/queries/template-library'
import { defineAction } from './define-action'

/** What a part of a library's file is to the library as it stands. Writes nothing. */
export const compareLibraryAction = defineAction({
  name: 'compareLibrary',
  gate: 'user',
  schema: z.object({ compared: partOf(comparedSchema) }),
  handler: async (actor, { compared }) => succeed(await listLibraryMatches(actor, compared)),
})

export const importTemplatesAction = defineAction({
  name: 'importTemplates',
  gate: 'user',
  schema: z.object({ items: partOf(importedSchema) }),
  handler: async (actor, { items }) => succeed(await importTemplates(actor, items)),
})
