import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import { messageToDraft } from '@/lib/domain/list-draft'
import { testPressSchema } from '@/lib/domain/test-press'
import { MAX_TESTERS, testerSchema } from '@/lib/domain/tester'
import { getTemplate } from '@/lib/queries/templates'
import { listTesters } from '@/lib/queries/testers'
import { createTestDatabase } from '@/lib/testing/database'
import { MESSAGE, phones } from '@/lib/testing/send'
import { createTemplate } from './create-template'
import { removeTester } from './remove-tester'
import { saveTester } from './save-tester'
import { type SendTestInput, sendTest } from './send-test'

const database = createTestDatabase()
let ana: UserActor
beforeEach(async () => {
  await database.truncate()
  ana = mint(await db().user.create({ data: { name: 'Ana', email: 'ana@example.com' } }))
})

const add = async (name: string, phone: string) => {
  const added = await saveTester(ana, { id: null, name, phone })
  return added.ok ? added.data.id : ''
}
const press = (more: Partial<SendTestInput> = {}): SendTestInput => ({
  idempotencyKey: randomUUID(),
  message: MESSAGE,
  gateway: 'sandbox',
  includeRecipientType: false,
  testerIds: null,
  ...more,
})

describe('those who get tests', () => {
  it('are added, changed and removed', async () => {
    const bia = await add('Bia', '+5511987654321')
    await add('Ana', '+5511987654322')
    await saveTester(ana, { id: bia, name: 'Beatriz', phone: '+5511987654323' })
    expect(await listTesters(ana)).toMatchObject([{ name: 'Ana' }, { name: 'Beatriz', phone: '+5511987654323' }])
    await removeTester(ana, bia)
    expect(await listTesters(ana)).toMatchObject([{ name: 'Ana' }])
    expect(await saveTester(ana, { id: bia, name: 'Bia', phone: '+5511987654321' })).toMatchObject({
      error: { code: 'notFound' },
    })
  })

  it('are each there once, however their number is written', async () => {
    const ids = [await add('Ana', '+5511987654321'), await add('Bia', '+5511987654322')]
    const repeated = { ok: false, error: { code: 'repeated', fieldErrors: { phone: 'testerRepeated' } } }
    expect(await saveTester(ana, { id: null, name: 'A', phone: '+551187654321' })).toEqual(repeated)
    expect(await saveTester(ana, { id: ids[1] ?? '', name: 'B', phone: '+551187654321' })).toEqual(repeated)
    expect(await saveTester(ana, { id: ids[0] ?? '', name: 'A', phone: '+551187654321' })).toMatchObject({ ok: true })
  })

  it('are never more than one test goes to', async () => {
    const all = await Promise.all(
      phones(MAX_TESTERS + 2).map((phone) => saveTester(ana, { id: null, name: 'X', phone })),
    )
    expect(all.filter(({ ok }) => ok)).toHaveLength(MAX_TESTERS)
    expect(await listTesters(ana)).toHaveLength(MAX_TESTERS)
  })

  it('have a name, and a number as people type it', () => {
    expect(testerSchema.parse({ name: ' Ana ', phone: '11 98765-4321' })).toEqual({
      name: 'Ana',
      phone: '+5511987654321',
    })
    const problem = (tester: object) => testerSchema.safeParse(tester).error?.issues[0]?.message
    expect(problem({ name: ' ', phone: '11 98765-4321' })).toBe('testerNameRequired')
    expect(problem({ name: 'Ana', phone: '' })).toBe('phoneRequired')
    expect(problem({ name: 'Ana', phone: '123' })).toBe('phoneInvalid')
  })
})

describe('a test', () => {
  it('goes to everybody who gets them, or to those who were chosen, marked as one', async () => {
    const bia = await add('Bia', '+5511987654321')
    await add('Ana', '+5511987654322')
    const all = await sendTest(ana, press())
    const one = await sendTest(ana, press({ testerIds: [bia, randomUUID()] }))
    const read = (made: typeof all) =>
      db().send.findUniqueOrThrow({
        where: { id: made.ok ? made.data.sendId : '' },
        select: { isTest: true, message: true, recipientCount: true, recipients: { select: { phone: true } } },
      })
    expect(await read(all)).toMatchObject({ isTest: true, message: MESSAGE, recipientCount: 2 })
    expect(await read(one)).toMatchObject({ isTest: true, recipients: [{ phone: '+5511987654321' }] })
  })

  it('goes to nobody where there is nobody', async () => {
    expect(await sendTest(ana, press())).toEqual({ ok: false, error: { code: 'noTesters' } })
    expect(await sendTest(ana, press({ testerIds: [randomUUID()] }))).toMatchObject({ error: { code: 'noTesters' } })
    expect(await db().send.count()).toBe(0)
  })

  it('is no use of its template', async () => {
    await add('Ana', '+5511987654321')
    const { template } = await createTemplate(ana, { id: randomUUID(), name: 'Menu', draft: messageToDraft(MESSAGE) })
    expect(await sendTest(ana, press({ templateId: template.id, templateVersion: 1 }))).toMatchObject({ ok: true })
    expect(await getTemplate(ana, template.id)).toMatchObject({ timesUsed: 0, lastSentAt: null, sentRowIds: [] })
  })

  it('carries the values that were typed, and samples for the others', () => {
    const draft = messageToDraft({ ...MESSAGE, body: 'Oi, {{nome}}: pedido {{pedido}}' })
    const given = { idempotencyKey: 'a'.repeat(32), draft, templateId: null, testerIds: null, gateway: 'sandbox' }
    const parsed = testPressSchema.parse({ ...given, values: { nome: 'Bia', pedido: ' ' } })
    expect(parsed.message.body).toBe('Oi, Bia: pedido 10482')
  })
})
