'use server'

import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { createContactsList } from '@/lib/commands/create-contacts-list'
import { createTextList } from '@/lib/commands/create-text-list'
import { judgeRecipientList } from '@/lib/commands/judge-recipient-list'
import { readRecipientFile } from '@/lib/commands/read-recipient-file'
import { saveListAsContacts } from '@/lib/commands/save-list-as-contacts'
import { startRecipientList } from '@/lib/commands/start-recipient-list'
import {
  contactsListSchema,
  LIST_LIMITS,
  listAsContactsSchema,
  listQuestionSchema,
  textListSchema,
} from '@/lib/domain/recipient-list'
import { defineAction } from './define-action'

/** Makes a list of what was typed or pasted. A text over LIST_LIMITS.textLength goes the way of a file. */
export const createTextListAction = defineAction({
  name: 'createTextList',
  gate: 'user',
  schema: textListSchema,
  handler: (actor, input) => createTextList(actor, input),
})

/** Makes a list of contacts, by a rule or of a saved audience. */
export const createContactsListAction = defineAction({
  name: 'createContactsList',
  gate: 'user',
  schema: contactsListSchema,
  handler: async (actor, of) => {
    const t = await getTranslations('newSend.mapping')
    return createContactsList(actor, { of, words: { name: t('name'), phone: t('phone') } })
  },
})

/** Has each line of a list judged against a message; what is found is read from the list once it is `judged`. */
export const judgeRecipientListAction = defineAction({
  name: 'judgeRecipientList',
  gate: 'user',
  schema: listQuestionSchema,
  handler: (actor, question) => judgeRecipientList(actor, question),
})

/** Writes the people of a list down as contacts. */
export const saveListAsContactsAction = defineAction({
  name: 'saveListAsContacts',
  gate: 'user',
  schema: listAsContactsSchema,
  handler: (actor, input) => saveListAsContacts(actor, input),
})

/** Starts a list and reads a file into it as its bytes come in: only the route under app/api has them as a stream. */
export const readRecipientFileAction = defineAction({
  name: 'readRecipientFile',
  gate: 'user',
  schema: z.object({
    fileName: z.string().max(500).nullable(),
    bytesTotal: z.int().min(0).max(LIST_LIMITS.bytes).nullable(),
    body: z.custom<AsyncIterable<Uint8Array>>((body) => body instanceof ReadableStream),
  }),
  handler: async (actor, { fileName, bytesTotal, body }) => {
    const { id } = await startRecipientList(actor, { source: 'file', fileName, bytesTotal })
    return readRecipientFile(actor, { listId: id, body })
  },
})
