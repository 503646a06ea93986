import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { resumeGateway } from '@/lib/commands/resume-gateway'
import { stopGateway } from '@/lib/commands/stop-gateway'
import { db } from '@/lib/db/client'
import { createTestDatabase } from '@/lib/testing/database'
import { list, recordSend } from '@/lib/testing/send-record'
import { getSend, getSendMessage, listSends } from './sends'

const database = createTestDatabase()
const actor = systemActor('worker')

beforeEach(() => database.truncate())

describe('one Send', () => {
  it('comes with its only recipient', async () => {
    const id = await recordSend({ message: list('Corpo') })
    expect(await getSend(actor, id)).toMatchObject({
      id,
      message: list('Corpo'),
      recipientCount: 1,
      counts: { accepted: 1 },
      recipient: { phone: '+5511999990001', status: 'accepted', resend: null },
      resendOf: null,
    })
    expect(await getSendMessage(actor, id)).toEqual(list('Corpo'))
  })

  it('is null where there is none', async () => {
    expect(await getSend(actor, randomUUID())).toBeNull()
    expect(await getSendMessage(actor, randomUUID())).toBeNull()
  })

  it('tells what its gateway stands still for, while anybody waits for it', async () => {
    const id = await recordSend({ to: [['+5511999990001', 'queued']] })
    await stopGateway(actor, { gateway: 'sandbox', code: 131042 })
    await stopGateway(actor, { gateway: 'sandbox', code: 190 })
    expect((await getSend(actor, id))?.stoppedCode).toBe(131042)
    const done = await recordSend()
    expect((await getSend(actor, done))?.stoppedCode).toBeNull()
    await resumeGateway(actor, 'sandbox')
    expect((await getSend(actor, id))?.stoppedCode).toBeNull()
  })

  it('and the one sent again from it know each other', async () => {
    const id = await recordSend({ to: [['+5511999990001', 'failed']] })
    const recipientId = (await getSend(actor, id))?.recipient?.id ?? ''
    const again = await recordSend()
    await db().send.update({ where: { id: again }, data: { resendOfId: BigInt(recipientId) } })
    expect((await getSend(actor, id))?.recipient?.resend).toMatchObject({ sendId: again })
    expect((await getSend(actor, again))?.resendOf).toEqual({ sendId: id, recipientId })
    expect((await listSends(actor, {})).sends.map((send) => send.isResend)).toEqual([true, false])
  })

  it('counts what was written by whichever way', async () => {
    const id = await recordSend({
      to: [
        ['+5511999990001', 'queued'],
        ['+5511999990002', 'queued'],
        ['+5511999990003', 'queued'],
      ],
    })
    await database.query(`update recipient set status = 'sending' where phone <> '+5511999990003'`)
    await database.query(`update recipient set status = 'accepted' where phone = '+5511999990001'`)
    await database.query(`delete from recipient where phone = '+5511999990002'`)
    expect((await getSend(actor, id))?.counts).toEqual({ accepted: 1, queued: 1 })
  })

  it('comes with what was planned for it, and with its names and values', async () => {
    const id = await recordSend({
      to: [['+5511999990001', 'queued']],
      data: {
        state: 'paused',
        pausedWhy: 'brake',
        pausedCode: 131026,
        quietFrom: 1200,
        quietUntil: 480,
        canarySize: 20,
        canaryMinutes: 10,
        canaryMaxShare: 0.05,
        perSecond: 7,
      },
    })
    await database.query(`update recipient set name = 'Ana', values = '{"nome": "Ana Souza"}'`)
    expect(await getSend(actor, id)).toMatchObject({
      state: 'paused',
      pausedWhy: 'brake',
      pausedCode: 131026,
      quiet: { from: 1200, until: 480 },
      canary: { size: 20, minutes: 10, maxShare: 0.05, passedAt: null },
      pace: { own: 7, gateway: 20, share: 1 },
      recipient: { name: 'Ana', values: { nome: 'Ana Souza' } },
    })
  })

  it('and those that follow it know each other', async () => {
    const id = await recordSend()
    const next = await recordSend({ data: { followsId: id, followsHow: 'remaining' } })
    expect((await getSend(actor, id))?.followedBy).toMatchObject([
      { sendId: next, how: 'remaining', recipientCount: 1 },
    ])
    expect((await getSend(actor, next))?.follows).toMatchObject({ sendId: id, how: 'remaining' })
    expect((await listSends(actor, {})).sends.map(({ followsHow }) => followsHow)).toEqual(['remaining', null])
  })
})
