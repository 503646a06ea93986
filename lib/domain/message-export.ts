import * as z from 'zod/mini'

// "Exportar": the history as a file, with the columns that somebody chose.

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The columns that a file can have, in the order in which it has them. */
export const EXPORT_COLUMNS = [
  'createdAt',
  'phone',
  'name',
  'status',
  'errorCode',
  'errorTitle',
  'firstLine',
  'template',
  'sender',
  'settledAt',
  'sentAt',
  'deliveredAt',
  'readAt',
  'failedAt',
  'repliedAt',
  'choseTitle',
  'choseRowId',
  'windowClosesAt',
  'gateway',
  'isTest',
  'wamid',
  'sendId',
] as const
export type ExportColumn = (typeof EXPORT_COLUMNS)[number]

/** What the dialog offers first. */
export const DEFAULT_EXPORT_COLUMNS = [
  'createdAt',
  'phone',
  'name',
  'status',
  'errorCode',
  'template',
  'deliveredAt',
  'readAt',
  'repliedAt',
  'choseTitle',
] as const satisfies ExportColumn[]

const isColumn = (word: string): word is ExportColumn => (EXPORT_COLUMNS as readonly string[]).includes(word)

/**
 * What an export is asked for, beside the filters.
 * @property columns names with commas between them; each once, unknown ones left out, at least one
 * @property run a UUID that the browser made: it asks by it how far the file is
 */
export const exportRequestSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  columns: z.pipe(
    z.pipe(
      z.string().check(z.maxLength(2_000)),
      z.transform((text) => [...new Set(text.split(',').filter(isColumn))]),
    ),
    z.array(z.enum(EXPORT_COLUMNS)).check(z.minLength(1)),
  ),
  run: z.uuid(),
})
export type ExportRequest = z.output<typeof exportRequestSchema>

export const EXPORT_STATES = ['running', 'done', 'failed', 'canceled'] as const
export type ExportState = (typeof EXPORT_STATES)[number]

/** How long it is still told that a file was made. */
export const EXPORT_RUN_DAYS = 7

/** How far a file is. `total` is null where it is more than one would count. */
export type ExportRunView = { state: ExportState; rows: number; total: number | null }
