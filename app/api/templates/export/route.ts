import { withActor } from '@/lib/auth/session'
import type { Actor } from '@/lib/domain/actor'
import { libraryHead } from '@/lib/domain/template-library-file'
import { log } from '@/lib/log'
import { exportTemplates } from '@/lib/queries/template-library'

/** The whole library as one JSON file, a list a line. */
export const GET = withActor((actor) => {
  const now = new Date().toISOString()
  const parts = toJson(actor, now)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await parts.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        // The answer has begun: only a download that breaks off can say that it is not whole.
        log.error({ err: error }, 'the library could not be exported')
        controller.error(error)
      }
    },
    cancel: async () => void (await parts.return(undefined)),
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="listazap-biblioteca-${now.slice(0, 10)}.json"`,
      'cache-control': 'no-store',
    },
  })
})

async function* toJson(actor: Actor, now: string): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder()
  yield encoder.encode(`${JSON.stringify(libraryHead(now)).slice(0, -1)},"lists":[`)
  let between = '\n'
  for await (const entries of exportTemplates(actor)) {
    yield encoder.encode(between + entries.map((entry) => JSON.stringify(entry)).join(',\n'))
    between = ',\n'
  }
  yield encoder.encode('\n]}\n')
}
