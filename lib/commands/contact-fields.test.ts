import { beforeEach, describe, expect, it } from 'vitest'
import { FIELD_LIMIT } from '@/lib/domain/contact-field'
import { listContactFields } from '@/lib/queries/contact-fields'
import { listContacts } from '@/lib/queries/contacts'
import { makeContacts, makePerson } from '@/lib/testing/contact'
import { createTestDatabase } from '@/lib/testing/database'
import { createContactField } from './create-contact-field'
import { deleteContactField } from './delete-contact-field'
import { renameContactField } from './rename-contact-field'

const database = createTestDatabase()
beforeEach(() => database.truncate())

describe("a column of one's own", () => {
  it('keeps its key and what it holds under another name', async () => {
    const actor = await makePerson()
    await createContactField(actor, { label: 'Plano' })
    expect(await renameContactField(actor, { key: 'plano', label: 'Assinatura' })).toMatchObject({ ok: true })
    expect(await listContactFields(actor)).toEqual([{ key: 'plano', label: 'Assinatura' }])
    expect(await createContactField(actor, { label: 'Plano' })).toMatchObject({ data: { key: 'plano_2' } })
  })

  it('is called as no other, and there are not too many', async () => {
    const actor = await makePerson()
    await createContactField(actor, { label: 'Região' })
    expect(await createContactField(actor, { label: 'regiao' })).toMatchObject({ error: { code: 'labelTaken' } })
    await createContactField(actor, { label: 'Outra' })
    expect(await renameContactField(actor, { key: 'outra', label: 'REGIÃO' })).toMatchObject({
      error: { code: 'labelTaken' },
    })
    expect(await renameContactField(actor, { key: 'nada', label: 'x' })).toMatchObject({ error: { code: 'gone' } })
    for (let i = 2; i < FIELD_LIMIT; i++) await createContactField(actor, { label: `Coluna ${i}` })
    expect(await createContactField(actor, { label: 'Mais uma' })).toMatchObject({ error: { code: 'tooManyFields' } })
  })

  it('goes with what it holds, which is found no longer', async () => {
    const actor = await makePerson()
    await createContactField(actor, { label: 'Plano' })
    await makeContacts(actor, [{ fields: { plano: 'Ouro', loja: '12' } }, { fields: { loja: '12' } }])
    expect(await deleteContactField(actor, { key: 'plano' })).toBe(1)
    expect(await listContactFields(actor)).toEqual([])
    expect((await listContacts(actor, { search: 'ouro' })).contacts).toEqual([])
    expect((await listContacts(actor, { search: '12' })).contacts.map(({ fields }) => fields)).toEqual([
      { loja: '12' },
      { loja: '12' },
    ])
  })
})
