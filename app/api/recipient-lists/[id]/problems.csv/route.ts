import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { type CsvWords, leftOutCsv } from '@/components/new-send/left-out-csv'
import { withActor } from '@/lib/auth/session'
import { log } from '@/lib/log'
import { getRecipientList } from '@/lib/queries/recipient-lists'
import { leftOutRows } from '@/lib/queries/recipient-rows'

/** Every line that a Send would leave out with these choices (`?includesClosed=true&includesRepeats=true`), and why. */
export const GET = withActor<{ params: Promise<{ id: string }> }>(async (actor, request, { params }) => {
  const id = z.uuid().safeParse((await params).id)
  const list = id.success ? await getRecipientList(actor, id.data) : null
  if (!list?.verdicts) return Response.json({ error: { code: 'notFound' } }, { status: 404 })
  const query = new URL(request.url).searchParams
  const rows = leftOutRows(actor, list.id, {
    includesClosed: query.get('includesClosed') === 'true',
    includesRepeats: query.get('includesRepeats') === 'true',
  })
  const { head, line } = leftOutCsv(await readWords(), list.columns)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    async pull(controller) {
      try {
        const { done, value } = await rows.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value.map(line).join('')))
      } catch (error) {
        // The answer has begun: only a download that breaks off can say that it is not whole.
        log.error({ err: error }, 'the lines that are left out could not be written')
        controller.error(error)
      }
    },
    cancel: async () => void (await rows.return(undefined)),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="listazap-${list.id.slice(-8)}.csv"`,
      'cache-control': 'no-store',
    },
  })
})

async function readWords(): Promise<CsvWords> {
  const format = await getFormatter()
  return {
    locale: await getLocale(),
    t: await getTranslations('newSend'),
    problems: await getTranslations('problems'),
    names: await getTranslations('variables.names'),
    when: (at) => format.dateTime(new Date(at), { dateStyle: 'short', timeStyle: 'short' }),
  }
}
