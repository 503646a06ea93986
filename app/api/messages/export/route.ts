import { exportMessagesAction } from '@/lib/actions/exports'
import { withActor } from '@/lib/auth/session'
import { TIME_ZONE } from '@/lib/domain/locale'
import { exportRequestSchema } from '@/lib/domain/message-export'
import { MESSAGE_FILTER_NAMES, messageFiltersSchema } from '@/lib/domain/message-filters'
import { log } from '@/lib/log'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The messages that the filters show as a file; `?run=` names it, so that /api/exports/[id] can tell how far it is. */
export const GET = withActor(async (_actor, request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const asked = exportRequestSchema.safeParse(params)
  const named = Object.fromEntries(MESSAGE_FILTER_NAMES.map((name) => [name, params[name]]))
  if (!asked.success || !messageFiltersSchema.safeParse(named).success) return refuse('invalid', 400)
  const { format, columns, run } = asked.data
  const result = await exportMessagesAction({ request: { format, columns: columns.join(','), run }, filters: named })
  if (!result.ok) return refuse(result.error.code, result.error.code === 'signedOut' ? 401 : 500)
  const { pieces, fileName } = result.data
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        // The answer has begun: only a download that breaks off can say that it is not whole.
        log.error({ err: error }, 'the messages could not be exported')
        controller.error(error)
      }
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
  const day = new Date().toLocaleDateString('sv-SE', { timeZone: TIME_ZONE })
  return new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="listazap-${fileName}-${day}.${format}"`,
      'cache-control': 'no-store',
    },
  })
})

const refuse = (code: string, status: number) =>
  Response.json({ error: { code } }, { status, headers: { 'cache-control': 'no-store' } })
