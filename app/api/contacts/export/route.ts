import { getLocale, getTranslations } from 'next-intl/server'
import { withActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { type ContactFilters, readContactFilters } from '@/lib/domain/contact-filters'
import { contactWindow } from '@/lib/domain/contact-window'
import { BYTE_ORDER_MARK, csvSeparator, toCsvLine } from '@/lib/domain/csv-cell'
import { TIME_ZONE } from '@/lib/domain/locale'
import { formatPhone } from '@/lib/domain/phone-format'
import { log } from '@/lib/log'
import { listContactFields } from '@/lib/queries/contact-fields'
import { exportContacts } from '@/lib/queries/contacts'

/** The contacts that the filters show as a CSV file, as the spreadsheets of the reader's language open it. */
export const GET = withActor(async (actor, request) => {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('contacts')])
  const words: Words = {
    columns: [
      t('columns.name'),
      t('columns.phone'),
      t('columns.tags'),
      t('columns.optedOutAt'),
      t('columns.lastInboundAt'),
      t('columns.window'),
      t('columns.added'),
    ],
    windows: { open: t('window.open'), closed: t('window.closed'), unknown: t('window.unknown') },
  }
  const parts = toCsv(actor, readContactFilters(new URL(request.url).searchParams), locale, words)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await parts.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        // The answer has begun: only a download that breaks off can say that it is not whole.
        log.error({ err: error }, 'the contacts could not be exported')
        controller.error(error)
      }
    },
    cancel: async () => void (await parts.return(undefined)),
  })
  const day = new Date().toLocaleDateString('sv-SE', { timeZone: TIME_ZONE })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="listazap-${t('fileName')}-${day}.csv"`,
      'cache-control': 'no-store',
    },
  })
})

type Words = { columns: string[]; windows: Record<ReturnType<typeof contactWindow>, string> }

async function* toCsv(
  actor: Actor,
  filters: ContactFilters,
  locale: string,
  { columns, windows }: Words,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder()
  const separator = csvSeparator(locale)
  const fields = await listContactFields(actor)
  const now = Date.now()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone: TIME_ZONE })
  const at = (moment: string | null) => (moment ? format.format(new Date(moment)) : '')
  yield encoder.encode(BYTE_ORDER_MARK + toCsvLine([...columns, ...fields.map(({ label }) => label)], separator))
  for await (const contacts of exportContacts(actor, filters)) {
    const lines = contacts.map((contact) =>
      toCsvLine(
        [
          contact.name,
          formatPhone(contact.phone),
          contact.tags.join(', '),
          at(contact.optedOutAt),
          at(contact.lastInboundAt),
          windows[contactWindow(contact.lastInboundAt, now)],
          at(contact.createdAt),
          ...fields.map(({ key }) => contact.fields[key] ?? ''),
        ],
        separator,
      ),
    )
    yield encoder.encode(lines.join(''))
  }
}
