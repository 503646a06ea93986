import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { messageToDraft } from '@/lib/domain/list-draft'
import { getRecipientList } from '@/lib/queries/recipient-lists'
import { makePerson } from '@/lib/testing/contact'
import { createTestDatabase } from '@/lib/testing/database'
import { MESSAGE, makeSend, phones } from '@/lib/testing/send'
import { toListReplyUpdate, toUpdates } from '@/lib/testing/webhook'
import { createTextList } from './create-text-list'
import { judgeListRows } from './judge-list-rows'
import { judgeRecipientList } from './judge-recipient-list'
import { recordUpdates } from './record-updates'

const database = createTestDatabase()
const webhook = systemActor('webhook')
const [answers, silent] = phones(2) as [string, string]

/** Judges both as a person would who types their numbers now. */
async function triage() {
  const actor = await makePerson()
  const made = await createTextList(actor, { text: `${answers}\n${silent}` })
  if (!made.ok) throw new Error(made.error.code)
  const draft = messageToDraft({ ...MESSAGE, body: 'E agora?' })
  const mapping = { phone: 0, name: null, variables: {}, hasHeader: false }
  await judgeRecipientList(actor, { listId: made.data.id, draft, templateId: null, mapping, values: {} })
  while (await judgeListRows(webhook));
  return getRecipientList(actor, made.data.id)
}

describe('a reply', () => {
  beforeEach(() => database.truncate())

  it('opens its person’s window in the next triage, for 24 hours from the provider’s own time', async () => {
    const sendId = await makeSend({ phones: [answers, silent] })
    const recipients = await db().recipient.findMany({ where: { sendId }, orderBy: { id: 'asc' } })
    for (const { id } of recipients)
      await db().recipient.update({
        where: { id },
        data: { status: 'accepted', wamid: `wamid.${id}`, settledAt: new Date() },
      })
    expect((await triage())?.verdicts).toMatchObject({ open: 0, unknown: 2 })

    const at = new Date(Math.floor(Date.now() / 1000) * 1000 - 3_600_000)
    const [first] = recipients
    await recordUpdates(
      webhook,
      toUpdates({
        messages: [toListReplyUpdate(`wamid.${first?.id}`, 'h_09', { at, waId: answers.slice(1) })],
      }),
      { gateway: 'sandbox', source: 'webhook', bytes: 100 },
    )
    const judged = await triage()
    expect(judged?.verdicts).toMatchObject({ open: 1, unknown: 1, closed: 0 })
    expect(judged?.firstClosesAt).toBe(new Date(at.getTime() + 24 * 3_600_000).toISOString())
  })
})
