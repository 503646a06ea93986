import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { emptyRule } from '@/lib/domain/audience-rule'
import type { ListAsContacts } from '@/lib/domain/recipient-list'
import { getRecipientList } from '@/lib/queries/recipient-lists'
import { createTestDatabase } from '@/lib/testing/database'
import { makeActor, makeList } from '@/lib/testing/recipient-list'
import { createContactsList } from './create-contacts-list'
import { saveListAsContacts } from './save-list-as-contacts'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const mapping = { phone: 1, name: 0, hasHeader: true }
const asked = (listId: string, change: Partial<ListAsContacts> = {}): ListAsContacts => ({
  listId,
  tags: ['Clientes'],
  mapping,
  fields: { plano: 2 },
  ...change,
})
const contacts = () =>
  db().contact.findMany({ orderBy: { phone: 'asc' }, select: { name: true, phone: true, tags: true, fields: true } })

async function makeField(key: string, label: string) {
  await db().contactField.create({ data: { key, label } })
}

describe('saving a list as contacts', () => {
  it('adds who is new, and tells who is there already what it knows', async () => {
    const actor = await makeActor()
    await makeField('plano', 'Plano')
    const optedOutAt = new Date('2026-11-01T12:00:00Z')
    await db().contact.create({
      data: {
        person: '5511987654321',
        phone: '+551187654321',
        name: 'Ana',
        tags: ['vip', 'clientes'],
        fields: { plano: 'Básico', cidade: 'Bauru' },
        optedOutAt,
        lastInboundAt: optedOutAt,
        searchText: '',
      },
    })
    const listId = await makeList(
      actor,
      'Nome;Fone;Plano\nAna Souza;(11) 98765-4321;Ouro\nBia;21912345678;\nBia outra vez;+55 21 91234-5678;Prata\nCaio;9876;x\n',
    )
    expect(await saveListAsContacts(actor, asked(listId))).toEqual({
      ok: true,
      data: { created: 1, updated: 1, skipped: 2 },
    })
    expect(await contacts()).toEqual([
      {
        name: 'Ana Souza',
        phone: '+551187654321',
        tags: ['vip', 'clientes'],
        fields: { plano: 'Ouro', cidade: 'Bauru' },
      },
      { name: 'Bia', phone: '+5521912345678', tags: ['clientes'], fields: {} },
    ])
    const ana = await db().contact.findUniqueOrThrow({ where: { person: '5511987654321' } })
    expect(ana).toMatchObject({ optedOutAt, lastInboundAt: optedOutAt })
    expect(ana.searchText).toContain('ana souza')

    expect(await saveListAsContacts(actor, asked(listId))).toMatchObject({ data: { created: 0, updated: 2 } })
    expect(await contacts()).toHaveLength(2)
  })

  it('does not blank what the list leaves blank, and knows only columns that there are', async () => {
    const actor = await makeActor()
    await makeField('plano', 'Plano')
    const listId = await makeList(actor, 'Ana;11987654321;Ouro\n')
    const all = { mapping: { ...mapping, hasHeader: false }, fields: { plano: 2, outra: 2 } }
    await saveListAsContacts(actor, asked(listId, all))
    const again = await makeList(actor, ';11987654321;\n')
    await saveListAsContacts(actor, asked(again, { ...all, tags: [] }))
    expect(await contacts()).toEqual([
      { name: 'Ana', phone: '+5511987654321', tags: ['Clientes'], fields: { plano: 'Ouro' } },
    ])
  })

  it('belongs to who made the list', async () => {
    const listId = await makeList(await makeActor(), 'Ana;11987654321\n')
    expect(await saveListAsContacts(await makeActor(), asked(listId))).toMatchObject({ error: { code: 'gone' } })
  })

  it('of several at once neither waits for ever nor adds anybody twice', async () => {
    const actor = await makeActor()
    const people = Array.from({ length: 300 }, (_, i) => `P;1198765${String(i).padStart(4, '0')};x`)
    const forwards = await makeList(actor, people.join('\n'))
    const backwards = await makeList(actor, people.toReversed().join('\n'))
    const all = { mapping: { ...mapping, hasHeader: false } }
    const results = await Promise.all(
      [forwards, backwards, forwards].map((listId) => saveListAsContacts(actor, asked(listId, all))),
    )
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(await db().contact.count()).toBe(300)
  })
})

describe('a list of contacts', () => {
  const words = { name: 'Nome', phone: 'Telefone' }

  it('holds who a rule takes, with one’s own columns', async () => {
    const actor = await makeActor()
    await makeField('cidade', 'Cidade')
    const listId = await makeList(actor, 'Nome;Fone;x\nBia;11987654322;\nAna;11987654321;Campinas\nCaio;11987654323;\n')
    await saveListAsContacts(actor, asked(listId, { fields: { cidade: 2 } }))
    await db().contact.updateMany({ where: { name: 'Caio' }, data: { optedOutAt: new Date() } })
    const made = await createContactsList(actor, { of: { rule: { ...emptyRule(), tagsAny: ['clientes'] } }, words })
    expect(made.ok && (await getRecipientList(actor, made.data.id))).toMatchObject({
      source: 'contacts',
      state: 'read',
      lineCount: 2,
      columns: ['Nome', 'Telefone', 'Cidade'],
      firstRows: [
        ['Ana', '+5511987654321', 'Campinas'],
        ['Bia', '+5511987654322', ''],
      ],
      mapping: { phone: 1, name: 0, variables: { nome: 0, cidade: 2 }, hasHeader: false },
    })
  })

  it('of a saved audience bears its name; of nobody it is none', async () => {
    const actor = await makeActor()
    const audience = await db().audience.create({ data: { name: 'Fiéis', rule: emptyRule() } })
    const of = { audienceId: audience.id }
    expect(await createContactsList(actor, { of, words })).toMatchObject({ error: { code: 'empty' } })
    expect(await db().recipientList.count()).toBe(0)
    await db().contact.create({ data: { person: '5511987654321', phone: '+5511987654321', searchText: '' } })
    const made = await createContactsList(actor, { of, words })
    expect(made.ok && (await getRecipientList(actor, made.data.id))).toMatchObject({ fileName: 'Fiéis', lineCount: 1 })
    expect(await createContactsList(actor, { of: { audienceId: crypto.randomUUID() }, words })).toMatchObject({
      error: { code: 'gone' },
    })
  })
})
