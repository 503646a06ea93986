import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { BEST_ROWS } from '@/lib/domain/start-page'
import { answerSend, finishSend } from '@/lib/testing/answer'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend, phones } from '@/lib/testing/send'
import { listNeeds } from './start-needs'
import { getStartPage } from './start-page'

const database = createTestDatabase()
const actor = systemActor('worker')
const HOUR = 3_600_000
const ago = (ms: number) => new Date(Date.now() - ms)

describe('the start page', () => {
  beforeEach(() => database.truncate())

  it('of a new workspace is empty, and every step is still to be done', async () => {
    await db().listTemplate.create({ data: { name: 'A que já vem', draft: {}, searchText: '' } })
    expect(await getStartPage(actor)).toMatchObject({
      isNew: true,
      gateway: 'sandbox',
      today: { sends: [], total: 0 },
      needs: [],
      bestRows: [],
      steps: { list: false, rehearsal: false, connection: false, webhooks: false },
    })
  })

  it('checks off what was done', async () => {
    await makeSend()
    expect((await getStartPage(actor)).steps).toEqual({
      list: true,
      rehearsal: true,
      connection: false,
      webhooks: false,
    })
  })

  describe('today', () => {
    it('has what goes on first, then what is planned, then what was over today; tests are not there', async () => {
      const over = await makeSend()
      await finishSend(over)
      const longOver = await makeSend()
      await finishSend(longOver, ago(40 * HOUR))
      const planned = await makeSend()
      await db().send.update({
        where: { id: planned },
        data: { state: 'scheduled', startsAt: new Date(Date.now() + HOUR) },
      })
      const goesOn = await makeSend({ phones: phones(2) })
      const test = await makeSend()
      await db().send.update({ where: { id: test }, data: { isTest: true } })
      const { today } = await getStartPage(actor)
      expect(today.sends.map(({ id }) => id)).toEqual([goesOn, planned, over])
      expect(today.total).toBe(3)
      expect(today.sends[0]).toMatchObject({ recipientCount: 2, counts: { queued: 2 }, replied: 0 })
    })

    it('tells how many answered', async () => {
      const sendId = await makeSend({ phones: phones(3) })
      await answerSend(sendId, [{ rowId: 'h_09' }, { rowId: null }, {}])
      expect((await getStartPage(actor)).today.sends[0]).toMatchObject({ counts: { read: 3 }, replied: 2 })
    })
  })

  describe('what waits for a person', () => {
    it('names a Send that was paused, and how many it still has to do for', async () => {
      const sendId = await makeSend({ phones: phones(2) })
      await db().send.update({
        where: { id: sendId },
        data: { state: 'paused', pausedWhy: 'brake', pausedCode: 131026 },
      })
      expect((await getStartPage(actor)).needs).toEqual([
        { kind: 'paused', sendId, name: 'Escolha um horário', why: 'brake', code: 131026, left: 2 },
      ])
    })

    it('leads from a stopped gateway to the Send that waits for it', async () => {
      const sendId = await makeSend()
      await db().gatewayPace.create({ data: { gateway: 'sandbox', stoppedCode: 190 } })
      expect((await getStartPage(actor)).needs).toEqual([{ kind: 'stopped', gateway: 'sandbox', code: 190, sendId }])
    })

    it('counts the uncertain and the failed by Send, until somebody tries again', async () => {
      const sendId = await makeSend({ phones: phones(4) })
      await answerSend(sendId, [{ status: 'failed' }, { status: 'failed' }, { status: 'unconfirmed' }, {}])
      await finishSend(sendId)
      const name = 'Escolha um horário'
      expect((await getStartPage(actor)).needs).toEqual([
        { kind: 'uncertain', sendId, name, count: 1 },
        { kind: 'failed', sendId, name, count: 2 },
      ])
      const again = await makeSend()
      await db().send.update({ where: { id: again }, data: { followsId: sendId, followsHow: 'failed' } })
      await finishSend(again)
      expect((await getStartPage(actor)).needs).toEqual([{ kind: 'uncertain', sendId, name, count: 1 }])
    })

    it('names those who answered and whose window is about to close, and nobody who got something since', async () => {
      const sendId = await makeSend({ phones: phones(4) })
      const nearly = ago(22 * HOUR)
      await answerSend(sendId, [
        { rowId: 'h_09', at: nearly },
        { rowId: null, at: nearly },
        { rowId: 'h_09', at: ago(2 * HOUR) },
        { rowId: 'h_09', at: nearly },
      ])
      await finishSend(sendId, ago(23 * HOUR))
      const next = await makeSend({ phones: phones(4).slice(3) })
      await answerSend(next, [{}])
      await finishSend(next)
      expect((await getStartPage(actor)).needs).toEqual([
        {
          kind: 'closing',
          sendId,
          name: 'Escolha um horário',
          count: 2,
          firstClosesAt: new Date(nearly.getTime() + 24 * HOUR).toISOString(),
        },
      ])
    })

    it('leaves out who asked not to be written to', async () => {
      const sendId = await makeSend()
      await answerSend(sendId, [{ rowId: 'h_09', at: ago(22 * HOUR) }])
      await finishSend(sendId)
      await db().contact.updateMany({ data: { optedOutAt: new Date() } })
      expect((await getStartPage(actor)).needs).toEqual([])
    })
  })

  describe('messages of which nobody tells', () => {
    const untold = () => listNeeds(actor, 'vectalk')

    beforeEach(async () => {
      const sendId = await makeSend({ gateway: 'vectalk' })
      await answerSend(sendId, [{ status: 'accepted' }])
      await database.query(`update recipient set created_at = now() - interval '20 minutes'`)
    })

    it('are told where neither a webhook nor the gateway’s list has come', async () => {
      expect(await untold()).toMatchObject([{ kind: 'noWebhooks' }])
    })

    it('are fine once a webhook has come', async () => {
      await database.query(
        'insert into webhook_delivery (bytes, statuses, messages, repeated, unknown) values (1, 1, 0, 0, 0)',
      )
      expect(await untold()).toEqual([])
    })

    it('are fine while the list is read', async () => {
      await database.query(`insert into list_reading (gateway, read_until, read_at) values ('vectalk', now(), now())`)
      expect(await untold()).toEqual([])
      await database.query(`update list_reading set problem = 'unauthorized'`)
      expect(await untold()).toMatchObject([{ kind: 'noWebhooks' }])
    })
  })

  describe('the figures of the last days', () => {
    it('are summed by the day of the Send; older ones, tests and the other gateway are in none', async () => {
      const sendId = await makeSend({ phones: phones(4) })
      await answerSend(sendId, [{ rowId: 'h_09' }, { status: 'read' }, { status: 'delivered' }, { status: 'failed' }])
      await finishSend(sendId)
      const others = await Promise.all([makeSend(), makeSend(), makeSend({ gateway: 'vectalk' })])
      for (const id of others) await answerSend(id, [{ rowId: 'h_09' }])
      await db().send.update({ where: { id: others[0] }, data: { isTest: true } })
      const long = ago(31 * 24 * HOUR)
      await db().send.update({ where: { id: others[1] }, data: { createdAt: long, startedAt: long } })
      const { trend, timeZone } = await getStartPage(actor)
      const [today] = await database.query<{ day: string }>(
        `select to_char(now() at time zone $1, 'YYYY-MM-DD') as day`,
        [timeZone],
      )
      expect(trend).toHaveLength(30)
      expect(trend.at(-1)).toEqual({ day: today?.day, sent: 3, read: 2, replied: 1 })
      expect(trend.slice(0, -1).every(({ sent, read, replied }) => sent + read + replied === 0)).toBe(true)
    })

    it('may be a moment old where somebody says how old, and nothing else is', async () => {
      const figuresAgeMs = 60_000
      const before = await getStartPage(actor, { figuresAgeMs })
      const sendId = await makeSend()
      await answerSend(sendId, [{ rowId: 'h_09' }])
      const after = await getStartPage(actor, { figuresAgeMs })
      expect(after.trend).toEqual(before.trend)
      expect(after.today.total).toBe(before.today.total + 1)
      expect((await getStartPage(actor)).trend.at(-1)).toMatchObject({ sent: 1, replied: 1 })
    })

    it('name the best rows by the words of the newest Send of their template', async () => {
      const template = await db().listTemplate.create({ data: { name: 'Menu', draft: {}, searchText: '' } })
      const sends = [await makeSend({ phones: phones(20) }), await makeSend({ phones: phones(20) })]
      for (const [i, sendId] of sends.entries()) {
        await answerSend(sendId, [...Array.from({ length: 5 }, () => ({ rowId: 'h_09' })), ...Array(15).fill({})])
        await finishSend(sendId, ago((2 - i) * HOUR))
        const send = await db().send.update({
          where: { id: sendId },
          data: { templateId: template.id, createdAt: ago((2 - i) * HOUR) },
        })
        const message = JSON.parse(
          JSON.stringify(send.message).replace('9 horas', i === 0 ? 'Às nove' : 'Nove em ponto'),
        )
        await db().send.update({ where: { id: sendId }, data: { message } })
      }
      expect(40).toBeGreaterThan(BEST_ROWS.got)
      expect((await getStartPage(actor)).bestRows).toEqual([
        {
          source: { name: 'Menu', templateId: template.id, sendId: sends[1] },
          rowId: 'h_09',
          title: 'Nove em ponto',
          chose: 10,
          got: 40,
        },
      ])
    })
  })
})
