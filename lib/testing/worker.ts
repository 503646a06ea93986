import { afterEach, beforeEach } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import type { GatewayKind } from '@/lib/domain/gateway'
import { createSandbox, type Sandbox, type SandboxOptions } from '@/lib/sandbox/sandbox'
import { closePools } from '@/lib/whatsapp/exchange'
import { type DispatchLoop, type DispatchLoopOptions, startDispatchLoop } from '@/lib/worker/dispatch-loop'
import { createTestDatabase } from './database'
import { allowPace } from './send'

/** How long a test waits for what workers do by themselves. */
export const PATIENT = { timeout: 45_000, interval: 5 }

/** What is uncertain stays so: looking it up is for tests of its own. */
const QUICK = {
  deadlines: { headersMs: 25_000, allMs: 26_000 },
  pollMs: 50,
  sweepMs: 100,
  settleMs: 600_000,
  graceMs: 10_000,
}

/** An empty database before each test of this file; stand-ins and workers that end with the test that started them. */
export function createWorkerBench() {
  const database = createTestDatabase()
  const worker = systemActor('worker')
  const closing: (() => Promise<void>)[] = []

  beforeEach(async () => {
    await database.truncate()
    await allowPace(database)
  })
  afterEach(async () => {
    // The workers, which were started last, stop first.
    for (const close of closing.splice(0).reverse()) await close()
    await closePools()
  })

  return {
    database,
    worker,
    /** Is called when the test has ended. */
    atEnd: (close: () => Promise<void>) => closing.push(close),
    async sandbox(options?: SandboxOptions): Promise<Sandbox> {
      const started = await createSandbox(options)
      closing.push(started.close)
      return started
    },
    loop(gateways: Partial<Record<GatewayKind, string>>, options: Partial<DispatchLoopOptions> = {}): DispatchLoop {
      const addressFor: DispatchLoopOptions['addressFor'] = async (kind) => {
        const baseUrl = gateways[kind]
        return baseUrl ? { baseUrl, token: 'any' } : null
      }
      const started = startDispatchLoop(worker, { ...QUICK, addressFor, ...options })
      closing.push(started.stop)
      return started
    },
  }
}
