import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { listen } from '@/lib/db/listen'
import { QUEUE_CHANNEL } from '@/lib/db/wake-workers'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { getGatewayFor } from '@/lib/queries/connection'
import { closePools } from '@/lib/whatsapp/exchange'
import { startDispatchLoop } from './dispatch-loop'
import { startHousekeeping } from './housekeeping'
import { startIncoming } from './incoming'

const actor = systemActor('worker')
const loop = startDispatchLoop(actor, { addressFor: (kind) => getGatewayFor(actor, kind) })
const listening = listen(QUEUE_CHANNEL, loop.wake, (error) =>
  log.warn({ err: error }, 'the worker hears of no new recipients for now, and looks for them by itself'),
)
const housekeeping = startHousekeeping(actor)
const incoming = startIncoming(actor, {
  addressFor: (kind) => getGatewayFor(actor, kind),
  registers: env().ROLE === 'all',
})

let stopping = false
async function stop(why: string): Promise<void> {
  if (stopping) return
  stopping = true
  log.debug({ why }, 'the worker stops')
  await Promise.all([loop.stop(), listening.close()])
  // Housekeeping and reading may be done again by another; a job that hangs must not hold up the end.
  const patience = setTimeout(() => process.exit(0), 3_000)
  await Promise.all([housekeeping.stop(), incoming.stop()])
  await Promise.all([closePools(), db().$disconnect()])
  clearTimeout(patience)
  process.exit(0)
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
// The starter that forked this process is gone: nobody else would ever end it.
process.on('disconnect', () => void stop('disconnect'))

log.debug('the worker is at work')
process.send?.({ ready: true })
