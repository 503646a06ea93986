import { Logger, type Runner, run } from 'graphile-worker'
import { anonymizeOld } from '@/lib/commands/anonymize-old'
import { cleanUp } from '@/lib/commands/clean-up'
import { compactCounts } from '@/lib/commands/compact-counts'
import { judgeListRows } from '@/lib/commands/judge-list-rows'
import { openPool } from '@/lib/db/pool'
import type { Actor } from '@/lib/domain/actor'
import { log } from '@/lib/log'
import { backoffMs } from './backoff'
import { Signal } from './signal'

/**
 * Times are UTC: 06:17 is the small hours in Brazil. Lists are judged when they are asked to be, and once a minute, since a
 * job of a worker that died stays its own for hours.
 */
const CRONTAB = `17 6 * * * clean_up ?jobKey=clean_up&max=5
37 6 * * * anonymize_old ?jobKey=anonymize_old&max=5
* * * * * judge_recipient_list ?jobKey=judge_recipient_list&max=5
* * * * * compact_counts ?jobKey=compact_counts&max=1`

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
const logger = new Logger((scope) => (level, message) => log[LEVELS[level as keyof typeof LEVELS]]({ scope }, message))

export type Housekeeping = { stop: () => Promise<void> }

/**
 * What has its hour, on graphile-worker, whose tables make sure that each hour's work is done once however many workers
 * there are. A runner that ends, as it does when the database goes away at the wrong moment, is followed by a new one.
 */
export function startHousekeeping(actor: Actor): Housekeeping {
  const stopSignal = new Signal()
  let stopping = false
  let runner: Runner | undefined
  // graphile-worker stops listening to a pool of its own before it has ended it, and a break in between ends the process.
  const pool = openPool(3, (error) => log.warn({ err: error }, 'the housekeeping lost a connection'))

  const taskList = {
    clean_up: async () => {
      log.info(await cleanUp(actor), 'cleaned up')
    },
    anonymize_old: async () => {
      log.info(
        await anonymizeOld(actor, { isStopping: () => stopping }),
        'made anonymous what is past its time of keeping',
      )
    },
    judge_recipient_list: async () => {
      while (!stopping && (await judgeListRows(actor)));
    },
    compact_counts: async () => {
      log.debug({ removed: await compactCounts(actor) }, 'counts summed up')
    },
  }

  async function keepRunning(): Promise<void> {
    let failures = 0
    while (!stopping) {
      const startedAt = performance.now()
      try {
        runner = await run({
          pgPool: pool,
          concurrency: 2,
          noHandleSignals: true,
          pollInterval: 10_000,
          crontab: CRONTAB,
          taskList,
          logger,
        })
        if (stopping) await runner.stop()
        await runner.promise
      } catch (error) {
        log.error({ err: error }, 'the housekeeping ended, and starts again')
      }
      runner = undefined
      failures = performance.now() - startedAt > 60_000 ? 1 : failures + 1
      if (!stopping) await stopSignal.wait(backoffMs(failures, 500, 30_000))
    }
  }
  const running = keepRunning()

  return {
    stop: async () => {
      stopping = true
      stopSignal.give()
      await runner?.stop().catch(() => {})
      await running
      await pool.end()
    },
  }
}
