import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { messageToDraft } from '@/lib/domain/list-draft'
import { toPersonKey } from '@/lib/domain/person-key'
import { createTestDatabase } from '@/lib/testing/database'
import { judged, makeActor, makeList, question } from '@/lib/testing/recipient-list'
import { MESSAGE } from '@/lib/testing/send'
import { countExpiringBefore, getRecipientList } from './recipient-lists'
import { leftOutRows, listRecipientListRows } from './recipient-rows'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const hour = 3_600_000
const TWO_COLUMNS = { phone: 1, name: 0, variables: {}, hasHeader: true }
const TABLE = 'Nome;Telefone;Pedido\nAna;11987654321;1\nBia;9876;2\n'
const addContact = (phone: string, lastInboundAt: Date) =>
  db().contact.create({ data: { phone, person: toPersonKey(phone), searchText: '', lastInboundAt } })

describe('a judged list', () => {
  it('tells how many windows close before their turn, who has the least time first', async () => {
    const actor = await makeActor()
    const lines = ['nome;fone']
    for (let i = 0; i < 10; i += 1) {
      const phone = `+551198765000${i}`
      // They close in 30, 90, 150 … seconds.
      await addContact(phone, new Date(Date.now() - 24 * hour + 30_000 + i * 60_000))
      lines.push(`A;${phone}`)
    }
    const listId = await makeList(actor, lines.join('\n'))
    await judged(actor, question(listId, { draft: messageToDraft(MESSAGE), mapping: TWO_COLUMNS }))
    const expiring = (perSecond: number, startsAt?: Date) => countExpiringBefore(actor, listId, { perSecond, startsAt })
    expect(await expiring(10)).toBe(0)
    expect(await expiring(1 / 40)).toBe(1)
    expect(await expiring(1 / 3600)).toBe(10)
    expect(await expiring(1000, new Date(Date.now() + 5 * 60_000))).toBe(5)
    expect((await getRecipientList(actor, listId, { perSecond: 1 / 40 }))?.expiringBeforeTurn).toBe(1)
    expect(await countExpiringBefore(await makeActor(), listId, { perSecond: 1 / 3600 })).toBe(0)
  })

  it('is seen by who made it and by administrators, and by nobody else', async () => {
    const [actor, other, admin] = [await makeActor(), await makeActor(), await makeActor('admin')]
    const listId = await makeList(actor, TABLE)
    await judged(actor, question(listId))
    expect(await getRecipientList(other, listId)).toBeNull()
    expect((await listRecipientListRows(other, listId)).rows).toEqual([])
    expect((await getRecipientList(admin, listId))?.id).toBe(listId)
    expect((await listRecipientListRows(admin, listId)).rows).toHaveLength(3)
  })

  it('is read in pages, and left out lines whole', async () => {
    const actor = await makeActor()
    const people = Array.from({ length: 120 }, (_, i) => `A;119870${String(10_000 + i)};${i % 2 ? i : ''}`)
    const listId = await makeList(actor, `nome;fone;pedido\n${people.join('\n')}`)
    await judged(actor, question(listId))
    const seen: number[] = []
    let after: number | null = null
    do {
      const page = await listRecipientListRows(actor, listId, { verdict: 'unknown', after, limit: 25 })
      seen.push(...page.rows.map(({ line }) => line))
      after = page.nextLine
    } while (after !== null)
    expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => 3 + 2 * i))
    let left = 0
    for await (const rows of leftOutRows(actor, listId, { includesClosed: false, includesRepeats: false }))
      left += rows.length
    expect(left).toBe(60)
  })
})
