import { parseArgs } from 'node:util'
import { log } from '@/lib/log'
import { DEMONSTRATION } from './plays'
import { createSandbox } from './sandbox'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    log: { type: 'string' },
    latency: { type: 'string', default: '0' },
    // What comes after an acceptance: nothing, unless it is asked for. Shares are in percent.
    plays: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(DEMONSTRATION.seed) },
    speed: { type: 'string', default: String(DEMONSTRATION.speed) },
    fail: { type: 'string', default: toPercent(DEMONSTRATION.failShare) },
    read: { type: 'string', default: toPercent(DEMONSTRATION.readShare) },
    reply: { type: 'string', default: toPercent(DEMONSTRATION.replyShare) },
    typed: { type: 'string', default: toPercent(DEMONSTRATION.typedShare) },
    // Beside the addresses that register themselves.
    webhook: { type: 'string' },
    secret: { type: 'string' },
  },
})

const wholeNumber = (name: string, text: string, most: number, least = 0) => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  log.error(`--${name} must be a whole number from ${least} to ${most}`)
  process.exit(1)
}
const share = (name: 'fail' | 'read' | 'reply' | 'typed') => wholeNumber(name, values[name], 100) / 100

if (values.webhook !== undefined && !URL.canParse(values.webhook)) {
  log.error('--webhook must be an address')
  process.exit(1)
}

const sandbox = await createSandbox({
  port: wholeNumber('port', values.port, 65_535),
  latencyMs: wholeNumber('latency', values.latency, 600_000),
  log: values.log,
  webhook: { url: values.webhook, secret: values.secret },
  ...(values.plays && {
    plays: {
      ...DEMONSTRATION,
      seed: wholeNumber('seed', values.seed, 2 ** 31),
      speed: wholeNumber('speed', values.speed, 1_000, 1),
      failShare: share('fail'),
      readShare: share('read'),
      replyShare: share('reply'),
      typedShare: share('typed'),
    },
  }),
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

log.info({ url: sandbox.url, plays: values.plays }, 'the stand-in for VecTalk is listening')
process.send?.({ ready: true, port: sandbox.port })

function toPercent(part: number): string {
  return String(Math.round(part * 100))
}
