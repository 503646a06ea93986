import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { cloneTemplate } from '../test/test-cluster'
import { audit } from './audit'
import type { Shares } from './faulty-gateway'
import { isLong, openRig, type Rig, SEED, type Worker } from './rig'

let rig: Rig
const open = async (options?: Parameters<typeof openRig>[1]) => {
  rig = await openRig(await cloneTemplate(inject('testCluster').url, `fault_${process.pid}`), options)
}
beforeEach(() => console.log(`FAULT_SEED=${SEED}`))
afterEach(() => rig.close())

/** Waits until more than so many are accepted. */
const untilAccepted = (people: number) =>
  expect.poll(async () => (await rig.counts()).accepted ?? 0, { timeout: 60_000 }).toBeGreaterThan(people)

/** What is in a dead worker's hands comes free when its lease runs out: here, at once. */
const runOut = () => rig.db().query('update recipient set leased_until = now() where leased_until > now()')

describe('a worker that is killed', () => {
  it(`at random instants (seed ${SEED}) sends to nobody twice and loses nobody`, async () => {
    await open({ perSecond: isLong ? 400 : 300 })
    const [people, kills] = isLong ? [10_000, 20] : [1_200, 4]
    await rig.makeSend(people)
    const workers: Worker[] = [await rig.startWorker(), await rig.startWorker()]
    let inFlight = 0
    for (let i = 0; i < kills; i++) {
      await wait(200 + rig.random() * (isLong ? 1_500 : 500))
      const whom = Math.floor(rig.random() * workers.length)
      inFlight += (await rig.counts()).sending ?? 0
      workers[whom]?.kill('SIGKILL')
      await workers[whom]?.gone
      workers[whom] = await rig.startWorker()
      await runOut()
    }
    const counts = await rig.untilSettled()
    await audit(rig.db(), rig.sandbox)
    expect((counts.accepted ?? 0) + (counts.unconfirmed ?? 0)).toBe(people)
    // A kill leaves what was in flight and answers not yet written down: at most 50 and 100.
    expect(counts.unconfirmed ?? 0).toBeLessThanOrEqual(kills * 150)
    console.log(`${kills} kills, about ${inFlight} in flight, ${counts.unconfirmed ?? 0} uncertain`)
    // Who stands in the gateway's own list is uncertain no more once it has been asked; who does not is left to a person.
    await rig.db().query("update recipient set settled_at = settled_at - interval '20 s' where status = 'unconfirmed'")
    const taken = new Set(rig.sandbox.messages().map(({ to }) => to))
    const stillUncertain = async () => {
      const { rows } = await rig.db().query("select person from recipient where status = 'unconfirmed'")
      return rows.filter(({ person }) => taken.has(person)).length
    }
    await expect.poll(stillUncertain, { timeout: 90_000, interval: 200 }).toBe(0)
    await audit(rig.db(), rig.sandbox)
  })

  it('by SIGTERM finishes what is in flight, gives the rest back and leaves nothing uncertain', async () => {
    await open({ latencyMs: 150, perSecond: 200 })
    await rig.makeSend(600)
    for (let round = 0; round < 3; round++) {
      const worker = await rig.startWorker()
      await untilAccepted(round * 60)
      worker.kill('SIGTERM')
      expect(await worker.gone).toBe(0)
      const { accepted = 0, queued = 0 } = await audit(rig.db(), rig.sandbox)
      expect(accepted + queued).toBe(600)
    }
    await rig.startWorker()
    expect(await rig.untilSettled()).toEqual({ accepted: 600 })
  })

  it('never, but stopped past its lease and woken, posts nothing that others took over', async () => {
    await open({ perSecond: 200 })
    await rig.makeSend(800)
    const sleeper = await rig.startWorker()
    await untilAccepted(50)
    sleeper.kill('SIGSTOP')
    await rig.startWorker()
    await runOut()
    await untilAccepted(300)
    sleeper.kill('SIGCONT')
    const counts = await rig.untilSettled()
    await audit(rig.db(), rig.sandbox)
    expect((counts.accepted ?? 0) + (counts.unconfirmed ?? 0)).toBe(800)
  })

  it('nor confused by its clock, which is hours off and steps by hours', async () => {
    await open({ perSecond: 200 })
    await rig.makeSend(600)
    const preload = new URL('stepped-clock.mjs', import.meta.url).href
    const workers = [
      await rig.startWorker({ preload, env: { CLOCK_OFFSET_MS: '3600000' } }),
      await rig.startWorker({ preload, env: { CLOCK_OFFSET_MS: '-3600000' } }),
    ]
    for (let i = 1; i <= 4; i++) {
      await untilAccepted(i * 80)
      for (const worker of workers) worker.kill('SIGUSR2')
    }
    expect(await rig.untilSettled()).toEqual({ accepted: 600 })
    await audit(rig.db(), rig.sandbox)
  })
})

describe('a gateway', () => {
  const everything: Shares = {
    tooMany: 0.02,
    tooManyRetryAfter: 0.02,
    refusedFault: 0.02,
    refusedPair: 0.02,
    serverErrorBefore: 0.01,
    serverErrorAfter: 0.01,
    resetBefore: 0.02,
    resetAfter: 0.02,
    halfBody: 0.01,
    garbage: 0.01,
    hugeBody: 0.005,
    noMessageId: 0.005,
    silence: 0.003,
  }

  it(`with every fault in random mixture (seed ${SEED}) gets one message a person at the most`, async () => {
    await open()
    const people = isLong ? 5_000 : 600
    await rig.makeSend(people)
    await rig.db().query('update send set brake_after = 0')
    rig.gateway.set(everything)
    await Promise.all([rig.startWorker(), rig.startWorker()])
    const counts = await rig.untilSettled(240_000)
    await audit(rig.db(), rig.sandbox)
    const { accepted = 0, unconfirmed = 0, failed = 0 } = counts
    expect(accepted + unconfirmed + failed).toBe(people)
    expect(accepted).toBeGreaterThan(people * 0.8)
    console.log(JSON.stringify({ ...counts, played: rig.gateway.played() }))
  })

  it('that refuses our token in mid-run fails nobody, and all goes on once a person says so', async () => {
    await open({ perSecond: 200 })
    await rig.makeSend(500)
    await Promise.all([rig.startWorker(), rig.startWorker()])
    await untilAccepted(100)
    rig.gateway.set({ revoked: 1 })
    const stopped = () => rig.db().query('select 1 from gateway_pace where stopped_code = 190')
    await expect.poll(async () => (await stopped()).rowCount, { timeout: 60_000 }).toBe(1)
    await expect.poll(async () => (await rig.counts()).sending ?? 0, { timeout: 60_000 }).toBe(0)
    expect(await rig.counts()).not.toHaveProperty('failed')
    rig.gateway.set({})
    await rig.db().query('update gateway_pace set stopped_code = null')
    expect(await rig.untilSettled()).toEqual({ accepted: 500 })
    await audit(rig.db(), rig.sandbox)
  })
})
