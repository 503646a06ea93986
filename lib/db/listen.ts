import pg from 'pg'
import { env } from '@/lib/env'

export type Listening = { close: () => Promise<void> }

/**
 * Calls `onNotify` at each NOTIFY on the channel, and once whenever the connection is made or made again, since what was
 * said in between is lost. Reconnects for ever, more and more patiently; `onError` hears of each break.
 */
export function listen(channel: string, onNotify: () => void, onError: (error: unknown) => void): Listening {
  const connectionString = env().DATABASE_URL
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let failures = 0
  let closed = false

  function again(broken: pg.Client, error: unknown) {
    // A broken client tells of it more than once.
    if (closed || client !== broken) return
    client = undefined
    broken.end().catch(() => {})
    onError(error)
    timer = setTimeout(connect, Math.min(10_000, 250 * 2 ** failures))
    failures += 1
  }

  function connect() {
    const made = new pg.Client({ connectionString, keepAlive: true, application_name: `listen ${channel}` })
    client = made
    made.on('error', (error) => again(made, error))
    made.on('end', () => again(made, new Error('The connection has ended')))
    made.on('notification', onNotify)
    made
      .connect()
      .then(() => made.query(`listen ${made.escapeIdentifier(channel)}`))
      .then(() => {
        failures = 0
        onNotify()
      })
      .catch((error: unknown) => again(made, error))
  }
  connect()

  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
