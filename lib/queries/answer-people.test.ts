import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { createAnswersList } from '@/lib/commands/create-answers-list'
import { judgeListRows } from '@/lib/commands/judge-list-rows'
import { judgeRecipientList } from '@/lib/commands/judge-recipient-list'
import { keepAnswerers } from '@/lib/commands/keep-answerers'
import { saveAnswerers } from '@/lib/commands/save-answerers'
import { tagAnswerers } from '@/lib/commands/tag-answerers'
import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import type { AnswerPeople } from '@/lib/domain/answer-people'
import { emptyRule } from '@/lib/domain/audience-rule'
import { messageToDraft } from '@/lib/domain/list-draft'
import { VARIABLE_NAMES, type VariableName } from '@/lib/domain/variables'
import { answerSend } from '@/lib/testing/answer'
import { makePerson } from '@/lib/testing/contact'
import { createTestDatabase } from '@/lib/testing/database'
import { MESSAGE, makeSend, phones } from '@/lib/testing/send'
import { countAnswerPeople, getAnsweredRows, listAnsweredSources } from './answer-people'
import { countAudience, listAudiences } from './audiences'
import { getRecipientList } from './recipient-lists'

const database = createTestDatabase()
const worker = systemActor('worker')
const HOUR = 3_600_000
const ago = (ms: number) => new Date(Date.now() - ms)
const WORDS = {
  title: 'Quem escolheu 9 horas',
  name: 'Nome',
  phone: 'Telefone',
  variables: Object.fromEntries(VARIABLE_NAMES.map((name) => [name, name])) as Record<VariableName, string>,
}

let actor: UserActor
let sendId: string
const chose = (): AnswerPeople => ({ scope: { sendId }, did: 'chose', rowId: 'h_09' })
const did = (what: 'typed' | 'replied' | 'readOnly'): AnswerPeople => ({ scope: { sendId }, did: what, rowId: null })

describe('the people behind a row', () => {
  beforeEach(async () => {
    await database.truncate()
    actor = await makePerson()
    sendId = await makeSend({ phones: phones(6) })
    await answerSend(sendId, [
      { rowId: 'h_09', at: ago(23 * HOUR) },
      { rowId: 'h_09', at: ago(HOUR) },
      { rowId: 'h_09', at: ago(25 * HOUR) },
      { rowId: null, at: ago(HOUR) },
      { status: 'read' },
      { status: 'delivered' },
    ])
  })

  it('are counted with their windows and the first one to close', async () => {
    const [first] = phones(1)
    const contact = await db().contact.findFirstOrThrow({ where: { phone: first } })
    expect(await countAnswerPeople(worker, chose())).toEqual({
      count: 3,
      open: 2,
      closed: 1,
      optedOut: 0,
      withoutContact: 0,
      firstClosesAt: new Date((contact.lastInboundAt?.getTime() ?? 0) + 24 * HOUR).toISOString(),
    })
    const [typed, replied, readOnly] = await Promise.all(
      (['typed', 'replied', 'readOnly'] as const).map((what) => countAnswerPeople(worker, did(what))),
    )
    expect([typed?.count, replied?.count, readOnly?.count, readOnly?.withoutContact]).toEqual([1, 4, 1, 1])
  })

  it('of a template are those of all its Sends once, without tests, rehearsals aside once it was sent for real', async () => {
    const { id: templateId } = await db().listTemplate.create({ data: { name: 'Menu', draft: {}, searchText: '' } })
    const again = await makeSend({ phones: phones(2) })
    await answerSend(again, [{ rowId: 'h_09' }, {}])
    const test = await makeSend({ phones: phones(6).slice(5) })
    await answerSend(test, [{ rowId: 'h_09' }])
    await db().send.updateMany({
      where: { id: { in: [sendId, again, test] } },
      data: { templateId, templateVersion: 1 },
    })
    await db().send.update({ where: { id: test }, data: { isTest: true } })
    const all = (version: number | null = null): AnswerPeople => ({ ...chose(), scope: { templateId, version } })
    expect((await countAnswerPeople(worker, all())).count).toBe(3)
    expect((await countAnswerPeople(worker, all(2))).count).toBe(0)
    await db().send.update({ where: { id: again }, data: { gateway: 'vectalk' } })
    expect((await countAnswerPeople(worker, all())).count).toBe(1)
  })

  it('are offered by the words of the message, rows that nobody chose too', async () => {
    expect(await getAnsweredRows(worker, { sendId })).toEqual({
      source: { scope: { sendId }, name: 'Escolha um horário', at: expect.any(String), isRehearsal: true },
      rows: [{ id: 'h_09', title: '9 horas', count: 3 }],
      typed: 1,
      replied: 4,
      readOnly: 1,
    })
    const nobody = await makeSend()
    expect((await listAnsweredSources(worker)).map(({ scope }) => scope)).toEqual([{ sendId }])
    expect((await getAnsweredRows(worker, { sendId: nobody }))?.rows).toEqual([
      { id: 'h_09', title: '9 horas', count: 0 },
    ])
    expect(await getAnsweredRows(worker, { sendId: '0197f7a0-0000-7000-8000-000000000001' })).toBeNull()
  })

  it('become contacts by what they were written to with, once, when they are tagged', async () => {
    await db().recipient.updateMany({ where: { sendId, status: 'read', repliedAt: null }, data: { name: 'Bia Reis' } })
    const people = did('readOnly')
    expect(await tagAnswerers(actor, { people, tags: ['Leu'] })).toEqual({ created: 1, changed: 1, full: 0 })
    expect(await tagAnswerers(actor, { people, tags: ['leu'] })).toEqual({ created: 0, changed: 0, full: 0 })
    expect(await db().contact.findMany({ where: { tags: { has: 'Leu' } } })).toMatchObject([
      { name: 'Bia Reis', phone: phones(6)[4], lastInboundAt: null },
    ])
  })

  it('whose data was deleted are nobody any more', async () => {
    await db().recipient.updateMany({ where: { sendId, status: 'read', repliedAt: null }, data: { phone: 'removed' } })
    expect((await countAnswerPeople(worker, did('readOnly'))).count).toBe(0)
    expect(await keepAnswerers(actor, did('readOnly'))).toEqual({ ids: [], created: 0 })
  })
})

describe('an audience of who chose a row', () => {
  beforeEach(async () => {
    await database.truncate()
    actor = await makePerson()
    sendId = await makeSend({ phones: phones(4) })
    await answerSend(sendId, [{ rowId: 'h_09' }, { rowId: 'h_09' }, { rowId: null }])
  })

  const said = { source: 'Menu', at: null, row: '9 horas' }

  it('is asked anew each time: who chooses later is in, who taps another row is not any more', async () => {
    const id = '0197f7a0-0000-7000-8000-00000000000a'
    expect(await saveAnswerers(actor, { id, name: 'Nove', people: chose(), said, grows: true })).toEqual({
      ok: true,
      data: { id, count: 2 },
    })
    const count = async () => (await listAudiences(actor))[0]?.count
    expect(await count()).toBe(2)
    const recipients = await db().recipient.findMany({ where: { sendId }, orderBy: { id: 'asc' } })
    await db().recipient.update({ where: { id: recipients[2]?.id }, data: { choseRowId: 'h_09' } })
    expect(await count()).toBe(3)
    await db().recipient.update({ where: { id: recipients[0]?.id }, data: { choseRowId: 'outra' } })
    expect(await count()).toBe(2)
  })

  it('of just these stays as it is, whatever they answer later', async () => {
    const id = '0197f7a0-0000-7000-8000-00000000000b'
    await saveAnswerers(actor, { id, name: 'Estas', people: chose(), said, grows: false })
    await db().recipient.updateMany({ where: { sendId }, data: { choseRowId: 'outra' } })
    expect(await listAudiences(actor)).toMatchObject([{ rule: null, memberCount: 2, count: 2 }])
  })

  it('goes together with the other parts of a rule', async () => {
    const rule = { ...emptyRule(), answer: { people: did('replied'), said } }
    expect(await countAudience(actor, rule)).toBe(3)
    await db().contact.updateMany({ where: { phone: phones(1)[0] }, data: { tags: ['VIP'] } })
    expect(await countAudience(actor, { ...rule, tagsAny: ['vip'] })).toBe(1)
    await db().contact.updateMany({ data: { optedOutAt: new Date() } })
    expect(await countAudience(actor, rule)).toBe(0)
  })
})

describe('a list of recipients of who chose a row', () => {
  beforeEach(async () => {
    await database.truncate()
    actor = await makePerson()
    sendId = await makeSend({ phones: phones(5) })
    await answerSend(sendId, [
      { rowId: 'h_09', at: ago(HOUR) },
      { rowId: 'h_09', at: ago(20 * HOUR) },
      { rowId: 'h_09', at: ago(30 * HOUR) },
      { rowId: 'outra' },
      {},
    ])
  })

  const judge = async (people: AnswerPeople) => {
    const made = await createAnswersList(actor, { people, words: WORDS })
    if (!made.ok) throw new Error(made.error.code)
    const list = await getRecipientList(actor, made.data.id)
    const draft = messageToDraft({ ...MESSAGE, body: 'E agora, qual dia? {{pedido|—}}' })
    if (!list?.mapping) throw new Error('no mapping')
    const { mapping } = list
    await judgeRecipientList(actor, { listId: list.id, draft, templateId: null, mapping, values: {} })
    while (await judgeListRows(worker));
    return { list, judged: await getRecipientList(actor, list.id) }
  }

  it('has them with what they were written to with, whose window closes first in front', async () => {
    await db().recipient.updateMany({
      where: { sendId, choseRowId: 'h_09' },
      data: { name: 'Bia Reis', values: { pedido: '77' } },
    })
    const { list } = await judge(chose())
    expect(list).toMatchObject({
      source: 'send',
      fileName: 'Quem escolheu 9 horas',
      columns: ['Nome', 'Telefone', 'pedido'],
      mapping: { phone: 1, name: 0, variables: { nome: 0, pedido: 2 }, hasHeader: false },
      lineCount: 3,
    })
    const byWindow = [phones(5)[2], phones(5)[1], phones(5)[0]]
    expect(list.firstRows).toEqual(byWindow.map((phone) => ['Bia Reis', phone, '77']))
  })

  it('is open at once for who has just answered, and closed for whose day is over', async () => {
    const { judged } = await judge(chose())
    expect(judged?.verdicts).toMatchObject({ open: 2, closed: 1, unknown: 0 })
    const closes = await db().contact.findFirstOrThrow({ where: { phone: phones(5)[1] } })
    expect(judged?.firstClosesAt).toBe(new Date((closes.lastInboundAt?.getTime() ?? 0) + 24 * HOUR).toISOString())
  })

  it('says so where there is nobody, and leaves nothing behind', async () => {
    const people: AnswerPeople = { ...chose(), rowId: 'nenhuma' }
    expect(await createAnswersList(actor, { people, words: WORDS })).toMatchObject({
      ok: false,
      error: { code: 'empty' },
    })
    expect(await db().recipientList.count()).toBe(0)
  })
})
