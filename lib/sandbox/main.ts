import { parseArgs } from 'node:util'
import { log } from '@/lib/log'
import { createSandbox } from './sandbox'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    log: { type: 'string' },
    latency: { type: 'string', default: '0' },
  },
})

const wholeNumber = (name: string, text: string, most: number) => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= most) return value
  log.error(`--${name} must be a whole number from 0 to ${most}`)
  process.exit(1)
}

const sandbox = await createSandbox({
  port: wholeNumber('port', values.port, 65_535),
  latencyMs: wholeNumber('latency', values.latency, 600_000),
  log: values.log,
}).catch((error: unknown) => {
  log.error({ err: error }, 'the stand-in could not start')
  process.exit(1)
})

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await sandbox.close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The starter that forked this process is gone: nobody else would ever end it.
process.on('disconnect', stop)

log.info({ url: sandbox.url }, 'the stand-in for VecTalk is listening')
process.send?.({ ready: true, port: sandbox.port })
