'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { writeMessageExport } from '@/lib/commands/write-message-export'
import { succeed } from '@/lib/domain/action-result'
import type { MessageCellWords } from '@/lib/domain/message-cells'
import { EXPORT_COLUMNS, type ExportColumn, exportRequestSchema } from '@/lib/domain/message-export'
import { messageFiltersSchema } from '@/lib/domain/message-filters'
import { providerErrorKey } from '@/lib/domain/provider-error'
import { toShownStatus } from '@/lib/domain/shown-status'
import { defineAction } from './define-action'

/** Opens a file of messages, for the route that streams it: `pieces` are only made as they are taken. */
export const exportMessagesAction = defineAction({
  name: 'exportMessages',
  gate: 'user',
  schema: z.object({ request: exportRequestSchema, filters: messageFiltersSchema }),
  handler: async (actor, { request, filters }) => {
    const [locale, t] = await Promise.all([getLocale(), getTranslations('messageExport')])
    const words = { ...(await readWords()), sheet: t('sheet') }
    return succeed({
      fileName: t('fileName'),
      pieces: writeMessageExport(actor, { ...request, filters, locale, words }),
    })
  },
})

async function readWords(): Promise<MessageCellWords> {
  const t = await getTranslations('messageExport')
  const status = await getTranslations('status')
  const errors = await getTranslations('providerErrors')
  const skipped = await getTranslations('sends.skippedOne')
  const whys = await getTranslations('unknownWhy')
  const columns = Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, t(`columns.${column}`)]))
  return {
    columns: columns as Record<ExportColumn, string>,
    status: (one) => status(toShownStatus(one)),
    error: (code) => errors(`${providerErrorKey(code)}.title`),
    skipped: (why) => skipped(`${why}.title`),
    unknown: (why) => whys(`${why}.title`),
    gateway: (kind) => t(`gateway.${kind}`),
    yes: t('yes'),
    no: t('no'),
    removed: t('removed'),
  }
}
