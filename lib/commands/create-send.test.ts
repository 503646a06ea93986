import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import { messageToDraft } from '@/lib/domain/list-draft'
import { getTemplate } from '@/lib/queries/templates'
import { createTestDatabase } from '@/lib/testing/database'
import { MESSAGE, phones } from '@/lib/testing/send'
import { type CreateSendInput, createSend } from './create-send'
import { createTemplate } from './create-template'
import { resendRecipient } from './resend-recipient'

const database = createTestDatabase()
let ana: UserActor
beforeEach(async () => {
  await database.truncate()
  ana = await person('Ana')
})

const person = async (name: string) =>
  mint(await db().user.create({ data: { name, email: `${name.toLowerCase()}@example.com` } }))

const press = (more: Partial<CreateSendInput> = {}): CreateSendInput => ({
  idempotencyKey: randomUUID(),
  message: MESSAGE,
  phones: ['+5511987654321'],
  gateway: 'sandbox',
  includeRecipientType: false,
  ...more,
})

const created = (repeated: boolean) => ({ ok: true, data: { sendId: expect.any(String), repeated } })

describe('recording a Send', () => {
  it('freezes the message, and queues each person once', async () => {
    const made = await createSend(ana, press({ phones: [...phones(3), ...phones(2)] }))
    expect(made).toEqual(created(false))
    const send = await db().send.findFirstOrThrow({ include: { recipients: { orderBy: { id: 'asc' } } } })
    expect(send).toMatchObject({ message: MESSAGE, recipientCount: 3, createdById: ana.userId, gateway: 'sandbox' })
    expect(send.recipients.map(({ phone, status, attempt }) => ({ phone, status, attempt }))).toEqual(
      phones(3).map((phone) => ({ phone, status: 'queued', attempt: 0 })),
    )
  })

  it('can be found by any text of the message, and by its template’s name', async () => {
    const template = await db().listTemplate.create({ data: { name: 'Agenda É', draft: {}, searchText: '' } })
    await createSend(ana, press({ templateId: template.id, templateVersion: 4 }))
    const send = await db().send.findFirstOrThrow()
    expect(send).toMatchObject({ templateId: template.id, templateVersion: 4 })
    for (const text of ['agenda e', 'horario', 'ate ja', 'manha', 'centro', 'h_09'])
      expect(send.searchText).toContain(text)
  })

  it('does not name a template that is gone', async () => {
    await createSend(ana, press({ templateId: randomUUID(), templateVersion: 4 }))
    expect(await db().send.findFirstOrThrow()).toMatchObject({ templateId: null, templateVersion: null })
  })

  it('refuses what cannot be sent, and records nothing', async () => {
    const tooLong = { ...MESSAGE, button: 'x'.repeat(21) }
    const bad: [Partial<CreateSendInput>, string][] = [
      [{ message: tooLong }, 'message.button'],
      [{ message: null }, 'message'],
      [{ message: { ...MESSAGE, body: 'Oi, {{nome}}' } }, 'message'],
      [{ message: { ...MESSAGE, footer: 'Até {{data' } }, 'message'],
      [{ phones: [] }, 'phones'],
      [{ phones: ['11987654321'] }, 'phones.0'],
      [{ idempotencyKey: '' }, 'idempotencyKey'],
    ]
    for (const [more, field] of bad) {
      const made = await createSend(ana, press(more))
      expect(made).toMatchObject({
        ok: false,
        error: { code: 'invalid', fieldErrors: { [field]: expect.any(String) } },
      })
    }
    expect(await db().send.count()).toBe(0)
  })

  it('leaves out the texts that are blank', async () => {
    await createSend(
      ana,
      press({ message: { ...MESSAGE, sections: [{ title: ' ', rows: MESSAGE.sections[0]?.rows }] } }),
    )
    const { message } = await db().send.findFirstOrThrow()
    expect(JSON.stringify(message)).not.toContain('"title": " "')
    expect(message).toMatchObject({ sections: [{ rows: [{ id: 'h_09' }] }] })
  })

  it('carries a hundred thousand people', async () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `+55119${String(10_000_000 + i)}`)
    expect(await createSend(ana, press({ phones: many }))).toEqual(created(false))
    expect(await database.query('select count(*)::int as n from recipient where status = $1', ['queued'])).toEqual([
      { n: 100_000 },
    ])
    expect(await createSend(ana, press({ phones: [...many, '+5511900000000'] }))).toMatchObject({ ok: false })
  }, 60_000)
})

describe('the same press', () => {
  it('arriving again is the first Send', async () => {
    const once = press({ phones: phones(2) })
    const first = await createSend(ana, once)
    const again = await createSend(ana, { ...once, phones: phones(2).reverse(), gateway: 'vectalk' })
    expect(again).toEqual(created(true))
    expect(again.ok && first.ok && again.data.sendId === first.data.sendId).toBe(true)
    expect(await db().recipient.count()).toBe(2)
  })

  it('arriving eight times at one moment is one Send', async () => {
    const once = press({ phones: phones(200) })
    const made = await Promise.all(Array.from({ length: 8 }, () => createSend(ana, once)))
    const ids = new Set(made.map((one) => one.ok && one.data.sendId))
    expect(ids.size).toBe(1)
    expect(made.filter((one) => one.ok && !one.data.repeated)).toHaveLength(1)
    expect(await db().send.count()).toBe(1)
    expect(await db().recipient.count()).toBe(200)
  })

  it.each<[string, Partial<CreateSendInput>]>([
    ['another message', { message: { ...MESSAGE, body: 'Outra' } }],
    ['another person', { phones: ['+5511987654322'] }],
    ['one person more', { phones: ['+5511987654321', '+5511987654322'] }],
  ])('with %s is refused', async (_what, more) => {
    const once = press()
    await createSend(ana, once)
    expect(await createSend(ana, { ...once, ...more })).toEqual({ ok: false, error: { code: 'idempotencyMismatch' } })
    expect(await db().send.count()).toBe(1)
  })

  it('of somebody else is refused', async () => {
    const once = press()
    await createSend(ana, once)
    expect(await createSend(await person('Bia'), once)).toMatchObject({ ok: false })
  })
})

describe('a Send of a saved list', () => {
  it('counts as one use of it, and its row IDs as sent, however often the press arrives or it is sent again', async () => {
    const { template } = await createTemplate(ana, { id: randomUUID(), name: 'Menu', draft: messageToDraft(MESSAGE) })
    const once = press({ templateId: template.id, templateVersion: 1, phones: ['+5511987654321'] })
    await createSend(ana, once)
    await createSend(ana, once)
    await db().recipient.updateMany({ data: { status: 'failed' } })
    const recipient = await db().recipient.findFirstOrThrow()
    const again = { acknowledgedUncertain: false, gateway: 'vectalk' as const, includeRecipientType: false }
    await resendRecipient(ana, { recipientId: String(recipient.id), ...again })

    const used = await getTemplate(ana, template.id)
    expect(used).toMatchObject({ timesUsed: 1, savedAt: template.savedAt, version: 1 })
    expect(used?.lastSentAt).not.toBeNull()
    const rowIds = MESSAGE.sections.flatMap((section) => section.rows.map(({ id }) => id))
    expect(used?.sentRowIds.toSorted()).toEqual([...new Set(rowIds)].toSorted())
  })
})

describe('sending again to one person', () => {
  const settle = async (status: string) => {
    await createSend(ana, press({ phones: ['+5511987654321', '+5511987654322'], includeRecipientType: true }))
    const [row] = await database.query<{ id: string }>(
      'update recipient set status = $1::delivery_status where phone = $2 returning id::text',
      [status, '+5511987654321'],
    )
    return row?.id ?? ''
  }
  const again = (recipientId: string, more = {}) => ({
    recipientId,
    acknowledgedUncertain: false,
    gateway: 'vectalk' as const,
    includeRecipientType: false,
    ...more,
  })

  it('makes a Send of the frozen message for that person alone, linked to the old one', async () => {
    const recipientId = await settle('failed')
    const made = await resendRecipient(ana, again(recipientId))
    expect(made).toEqual(created(false))
    const send = await db().send.findUniqueOrThrow({
      where: { id: made.ok ? made.data.sendId : '' },
      include: { recipients: true },
    })
    expect(send).toMatchObject({
      message: MESSAGE,
      gateway: 'vectalk',
      includeRecipientType: false,
      resendOfId: BigInt(recipientId),
      recipients: [{ phone: '+5511987654321', status: 'queued' }],
    })
  })

  it('is one Send for a double click, and for two people at one moment', async () => {
    const recipientId = await settle('failed')
    const bia = await person('Bia')
    const made = await Promise.all([ana, ana, bia].map((actor) => resendRecipient(actor, again(recipientId))))
    expect(new Set(made.map((one) => one.ok && one.data.sendId)).size).toBe(1)
    expect(await db().send.count()).toBe(2)
  })

  it('of an uncertain one needs the person’s word that they were warned', async () => {
    const recipientId = await settle('unconfirmed')
    expect(await resendRecipient(ana, again(recipientId))).toEqual({
      ok: false,
      error: { code: 'acknowledgementNeeded' },
    })
    expect(await db().send.count()).toBe(1)
    expect(await resendRecipient(ana, again(recipientId, { acknowledgedUncertain: true }))).toEqual(created(false))
  })

  it.each(['queued', 'leased', 'sending', 'accepted', 'sent', 'delivered', 'read', 'skipped', 'canceled'])(
    'is refused while it is %s',
    async (status) => {
      const recipientId = await settle(status)
      expect(await resendRecipient(ana, again(recipientId, { acknowledgedUncertain: true }))).toEqual({
        ok: false,
        error: { code: 'notResendable' },
      })
    },
  )

  it.each(['0', '', 'x', '999999', '1;drop', '99999999999999999999'])(
    'of %j, who is not there, is told',
    async (id) => {
      expect(await resendRecipient(ana, again(id))).toEqual({ ok: false, error: { code: 'notFound' } })
    },
  )
})
