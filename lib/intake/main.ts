import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { makeWebhookIntake } from './handle-webhook'
import { makeIntakeServer } from './intake-server'

const { HOST, PORT, migrations } = env()
const intake = makeWebhookIntake(systemActor('webhook'))
const server = makeIntakeServer(intake, migrations)

let stopping = false
async function stop(why: string): Promise<void> {
  if (stopping) return
  stopping = true
  log.debug({ why }, 'the intake stops')
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  // What was taken in is recorded and answered; who never finishes a request is not waited for.
  const patience = setTimeout(() => server.closeAllConnections(), 5_000)
  await closed
  clearTimeout(patience)
  await intake.settled()
  await db().$disconnect()
  process.exit(0)
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
// The starter that forked this process is gone: nobody else would ever end it.
process.on('disconnect', () => void stop('disconnect'))

server.listen(PORT, HOST, () => {
  log.debug({ port: PORT }, 'the intake listens')
  process.send?.({ ready: true })
})
