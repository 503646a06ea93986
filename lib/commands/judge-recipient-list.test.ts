import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { toMessageHash } from '@/lib/db/message-hash'
import { messageToDraft } from '@/lib/domain/list-draft'
import { toPersonKey } from '@/lib/domain/person-key'
import { getRecipientList } from '@/lib/queries/recipient-lists'
import { listRecipientListRows } from '@/lib/queries/recipient-rows'
import { createTestDatabase } from '@/lib/testing/database'
import { DRAFT, judged, makeActor, makeList, question } from '@/lib/testing/recipient-list'
import { MESSAGE, makeSend } from '@/lib/testing/send'
import { judgeListRows } from './judge-list-rows'
import { judgeRecipientList } from './judge-recipient-list'

const database = createTestDatabase()
const worker = systemActor('worker')
beforeEach(() => database.truncate())

const hour = 3_600_000
const ago = (ms: number) => new Date(Date.now() - ms)
const addContact = (phone: string, more: { lastInboundAt?: Date; optedOutAt?: Date }) =>
  db().contact.create({ data: { phone, person: toPersonKey(phone), searchText: '', ...more } })

async function verdictsOf(listId: string) {
  const rows = await db().recipientListRow.findMany({ where: { listId }, orderBy: { line: 'asc' } })
  return rows.map(({ line, verdict }) => `${line} ${verdict}`)
}

const TWO_COLUMNS = { phone: 1, name: 0, variables: {}, hasHeader: true }

const TABLE = `Nome;Telefone;Pedido
Ana Souza;(11) 98765-4321;10482
Bia;21912345678;1
Caio;31912345678;2
Davi;41912345678;3
Ana outra vez;1187654321;4
Eva;5,51199E+12;5
Fábio;51912345678;
Gil;61912345678;${'9'.repeat(1100)}
`

describe('judging a list', () => {
  it('finds of each line what it is', async () => {
    const actor = await makeActor()
    await addContact('+5521912345678', { lastInboundAt: ago(2 * hour) })
    await addContact('+5531912345678', { lastInboundAt: ago(25 * hour) })
    await addContact('+5541912345678', { lastInboundAt: ago(hour), optedOutAt: ago(hour) })
    const listId = await makeList(actor, TABLE)
    await judged(actor, question(listId))

    expect(await verdictsOf(listId)).toEqual([
      '1 null',
      '2 unknown',
      '3 open',
      '4 closed',
      '5 optedOut',
      '6 duplicate',
      '7 invalid',
      '8 variableMissing',
      '9 tooLong',
    ])
    const list = await getRecipientList(actor, listId)
    expect(list).toMatchObject({
      state: 'judged',
      columns: ['Nome', 'Telefone', 'Pedido'],
      revision: 2,
      verdicts: {
        open: 1,
        unknown: 1,
        closed: 1,
        optedOut: 1,
        repeated: 0,
        duplicate: 1,
        invalid: 1,
        variableMissing: 1,
        tooLong: 1,
      },
      worst: { line: 9, detail: { variable: 'pedido', field: 'body', path: ['body'], max: 1024 } },
      repairedCount: 3,
    })
    const { rows } = await listRecipientListRows(actor, listId, { verdict: 'duplicate' })
    expect(rows).toMatchObject([
      {
        line: 6,
        phone: '+5511987654321',
        repairs: ['addedCountry', 'addedNinth'],
        detail: { of: 'duplicate', line: 2 },
      },
    ])
    expect(await db().recipientListRow.findFirst({ where: { listId, line: 2 } })).toMatchObject({
      name: 'Ana Souza',
      person: '5511987654321',
      values: { primeiro_nome: 'Ana', pedido: '10482' },
      repair: 'removedMarks addedCountry',
    })
  })

  it.each([1, 2, 3, 1000])('comes to the same in batches of %i lines', async (batch) => {
    const actor = await makeActor()
    const listId = await makeList(actor, TABLE)
    await judged(actor, question(listId), batch)
    expect(await verdictsOf(listId)).toEqual([
      '1 null',
      '2 unknown',
      '3 unknown',
      '4 unknown',
      '5 unknown',
      '6 duplicate',
      '7 invalid',
      '8 variableMissing',
      '9 tooLong',
    ])
  })

  it('lets a later line stand in for one that cannot be sent', async () => {
    const actor = await makeActor()
    const listId = await makeList(
      actor,
      'Nome;Telefone;Pedido\nAna;11987654321;\nAna;11987654321;7\nAna;11987654321;8\n',
    )
    for (const batch of [1, 10]) {
      await judged(actor, question(listId), batch)
      expect((await verdictsOf(listId)).slice(1)).toEqual(['2 variableMissing', '3 unknown', '4 duplicate'])
    }
  })

  it('fills what has no column, and lets a cell win over it', async () => {
    const actor = await makeActor()
    const listId = await makeList(actor, 'Nome;Telefone;Pedido\nAna;11987654321;\nBia;11987654322;2\n')
    await judged(actor, question(listId, { values: { pedido: ' geral ' } }))
    const rows = await db().recipientListRow.findMany({ where: { listId, line: { gt: 1 } }, orderBy: { line: 'asc' } })
    expect(rows.map(({ values }) => values)).toEqual([
      { primeiro_nome: 'Ana', pedido: 'geral' },
      { primeiro_nome: 'Bia', pedido: '2' },
    ])
  })

  describe('knows who already got it', () => {
    const asked = (listId: string, templateId: string | null = null) =>
      question(listId, { draft: messageToDraft(MESSAGE), templateId, mapping: TWO_COLUMNS })
    const PHONES = ['+5511987654321', '+5511987654322', '+5511987654323', '+5511987654324']
    const listOf = async () => {
      const actor = await makeActor()
      return { actor, listId: await makeList(actor, `nome;fone\n${PHONES.map((phone) => `A;${phone}`).join('\n')}`) }
    }

    it('by the message itself: sent, on its way or uncertain, but neither failed nor in a test', async () => {
      const { actor, listId } = await listOf()
      const sendId = await makeSend({ phones: PHONES })
      await db().send.update({ where: { id: sendId }, data: { messageHash: toMessageHash(MESSAGE) } })
      const statuses = ['read', 'unconfirmed', 'failed', 'queued'] as const
      for (const [i, status] of statuses.entries())
        await db().recipient.updateMany({ where: { sendId, phone: PHONES[i] }, data: { status } })
      await judged(actor, asked(listId))
      expect((await verdictsOf(listId)).slice(1)).toEqual(['2 repeated', '3 repeated', '4 unknown', '5 repeated'])
      const { rows } = await listRecipientListRows(actor, listId, { verdict: 'repeated' })
      expect(rows.map(({ detail }) => detail)).toMatchObject([
        { of: 'repeated', sendId, status: 'read' },
        { of: 'repeated', sendId, status: 'unconfirmed' },
        { of: 'repeated', sendId, status: 'queued' },
      ])
      await db().send.update({ where: { id: sendId }, data: { isTest: true } })
      await judged(actor, asked(listId))
      expect((await verdictsOf(listId))[1]).toBe('2 unknown')
    })

    it('by its template, whatever it said then; and by another gateway they got nothing', async () => {
      const { actor, listId } = await listOf()
      const template = await db().listTemplate.create({ data: { name: 'T', draft: {}, searchText: '' } })
      const sendId = await makeSend({ phones: PHONES, templateId: template.id, message: { ...MESSAGE, body: 'Outro' } })
      await judged(actor, asked(listId, template.id))
      expect((await getRecipientList(actor, listId))?.verdicts?.repeated).toBe(4)
      await judged(actor, asked(listId))
      expect((await getRecipientList(actor, listId))?.verdicts?.repeated).toBe(0)
      await db().send.update({ where: { id: sendId }, data: { gateway: 'vectalk' } })
      await judged(actor, asked(listId, template.id))
      expect((await getRecipientList(actor, listId))?.verdicts?.repeated).toBe(0)
    })
  })

  it('begins anew with a newer question, in the middle of an older one', async () => {
    const actor = await makeActor()
    const listId = await makeList(actor, TABLE)
    await judgeRecipientList(actor, question(listId))
    expect(await judgeListRows(worker, 5)).toMatchObject({ lines: 5, done: false })
    expect((await getRecipientList(actor, listId))?.progress).toBeCloseTo(5 / 9)
    const newer = await judgeRecipientList(actor, question(listId, { values: { pedido: 'x' } }))
    expect(newer).toEqual({ ok: true, data: { revision: 3 } })
    while (await judgeListRows(worker, 5));
    expect(await getRecipientList(actor, listId)).toMatchObject({
      revision: 3,
      state: 'judged',
      verdicts: { variableMissing: 0, duplicate: 1 },
    })
  })

  it('is gone on with where a worker died', async () => {
    const actor = await makeActor()
    const listId = await makeList(actor, TABLE)
    await judgeRecipientList(actor, question(listId))
    await judgeListRows(worker, 3)
    const died = db().$transaction(async (tx) => {
      await tx.$executeRaw`update recipient_list_row set verdict = 'open' where list_id = ${listId}::uuid and line > 3`
      throw new Error('killed')
    })
    await expect(died).rejects.toThrow('killed')
    while (await judgeListRows(worker, 3));
    expect((await verdictsOf(listId)).slice(5)).toEqual(['6 duplicate', '7 invalid', '8 variableMissing', '9 tooLong'])
  })

  it('is shared by several workers without judging anything twice', async () => {
    const actor = await makeActor()
    const lists = await Promise.all([0, 1, 2].map(() => makeList(actor, TABLE)))
    for (const listId of lists) await judgeRecipientList(actor, question(listId))
    const drain = async () => {
      let lines = 0
      for (let idle = 0; idle < 5; ) {
        const batch = await judgeListRows(worker, 2)
        lines += batch?.lines ?? 0
        idle = batch ? 0 : idle + 1
      }
      return lines
    }
    const done = await Promise.all([drain(), drain(), drain()])
    expect(done.reduce((sum, lines) => sum + lines, 0)).toBe(27)
    for (const listId of lists) expect((await verdictsOf(listId)).slice(5)[0]).toBe('6 duplicate')
  })

  it('is asked for in one transaction with its job', async () => {
    const actor = await makeActor()
    const listId = await makeList(actor, TABLE)
    await database.query('delete from graphile_worker._private_jobs').catch(() => [])
    await judgeRecipientList(actor, question(listId))
    await judgeRecipientList(actor, question(listId))
    expect(await database.query('select key from graphile_worker._private_jobs')).toEqual([
      { key: 'judge_recipient_list' },
    ])
  })

  it('refuses what cannot be asked', async () => {
    const [actor, other] = [await makeActor(), await makeActor()]
    const listId = await makeList(actor, TABLE)
    const codeOf = async (...input: Parameters<typeof judgeRecipientList>) => {
      const result = await judgeRecipientList(...input)
      return result.ok ? null : result.error.code
    }
    expect(await codeOf(other, question(listId))).toBe('gone')
    expect(await codeOf(actor, question(crypto.randomUUID()))).toBe('gone')
    expect(await codeOf(actor, question(listId, { draft: { ...DRAFT, body: '' } }))).toBe('invalid')
    expect(await codeOf(actor, question(listId, { draft: { ...DRAFT, body: '{{nom}}' } }))).toBe('invalid')
    const mapping = { phone: 7, name: null, variables: {}, hasHeader: true }
    expect(await codeOf(actor, question(listId, { mapping }))).toBe('invalid')
    const sendId = await makeSend()
    await db().send.update({ where: { id: sendId }, data: { listId, state: 'preparing' } })
    expect(await codeOf(actor, question(listId))).toBe('inUse')
    await db().send.update({ where: { id: sendId }, data: { state: 'running' } })
    expect(await codeOf(actor, question(listId))).toBeNull()
  })
})
