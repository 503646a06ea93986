import { describe, expect, it } from 'vitest'
import { type ContactInput, contactInputSchema, contactSearchText } from './contact'
import { freeFieldKey } from './contact-field'
import { contactFilterParams, contactFiltersSchema, isFiltered, readContactFilters } from './contact-filters'
import { mergeContacts, withAdded } from './contact-merge'
import type { ContactView } from './contact-view'
import { contactWindow } from './contact-window'

const input = (more: Partial<ContactInput> = {}): ContactInput => ({
  name: 'Ana',
  phone: '+5511999998888',
  tags: [],
  fields: {},
  ...more,
})

describe('a contact as it is typed', () => {
  it('has its phone made whole, its texts tidied, its blank columns left out', () => {
    const typed = {
      name: '  Ana \n Souza ',
      phone: '(11) 99999-8888',
      tags: ['VIP', 'vip'],
      fields: { a: ' ', b: ' x ' },
    }
    expect(contactInputSchema.parse(typed)).toEqual({
      name: 'Ana Souza',
      phone: '+5511999998888',
      tags: ['VIP'],
      fields: { b: 'x' },
    })
  })

  it.each([
    [{ phone: '' }, ['phone', 'empty']],
    [{ phone: '99999' }, ['phone', 'tooShort']],
    [{ phone: 'Ana' }, ['phone', 'notANumber']],
    [{ name: 'x'.repeat(121) }, ['name', 'nameTooLong']],
    [{ fields: { a: 'x'.repeat(501) } }, ['fields.a', 'valueTooLong']],
    [{ tags: [...'abcdefghijk'] }, ['tags', 'tooManyTags']],
  ])('with %j is refused by name', (wrong, [path, problem]) => {
    const issue = contactInputSchema.safeParse({ ...input(), ...wrong }).error?.issues[0]
    expect([issue?.path.join('.'), issue?.message]).toEqual([path, problem])
  })

  it('is looked for by name, both spellings of the phone, tags and columns, without accents', () => {
    const text = contactSearchText(
      input({ name: 'José', phone: '+551199998888', tags: ['Cobrança'], fields: { cidade: 'São Luís' } }),
    )
    expect(text).toBe('jose 551199998888 5511999998888 cobranca sao luis')
  })
})

describe('two contacts of one person', () => {
  const known: Pick<ContactView, 'optedOutAt' | 'lastInboundAt' | 'createdAt'> = {
    optedOutAt: null,
    lastInboundAt: null,
    createdAt: '2026-11-02T10:00:00.000Z',
  }

  it('become one: the first is right, the second fills its gaps', () => {
    const kept = { ...input({ name: '', tags: ['VIP'], fields: { plano: 'Ouro' } }), ...known }
    const other = {
      ...input({
        name: 'Ana B.',
        phone: '+551199998888',
        tags: ['vip', 'Loja'],
        fields: { plano: 'Prata', loja: '12' },
      }),
      optedOutAt: '2026-11-03T10:00:00.000Z',
      lastInboundAt: '2026-11-05T10:00:00.000Z',
      createdAt: '2026-11-01T10:00:00.000Z',
    }
    expect(mergeContacts(kept, other)).toEqual({
      name: 'Ana B.',
      phone: kept.phone,
      tags: ['VIP', 'Loja'],
      fields: { plano: 'Ouro', loja: '12' },
      optedOutAt: '2026-11-03T10:00:00.000Z',
      lastInboundAt: '2026-11-05T10:00:00.000Z',
      createdAt: '2026-11-01T10:00:00.000Z',
    })
  })

  it('keep the earlier opt-out and the newer message, whoever has it', () => {
    const one = {
      ...input(),
      ...known,
      optedOutAt: '2026-11-03T10:00:00.000Z',
      lastInboundAt: '2026-11-09T10:00:00.000Z',
    }
    const two = {
      ...input(),
      ...known,
      optedOutAt: '2026-11-04T10:00:00.000Z',
      lastInboundAt: '2026-11-08T10:00:00.000Z',
    }
    expect(mergeContacts(two, one)).toMatchObject({ optedOutAt: one.optedOutAt, lastInboundAt: one.lastInboundAt })
  })

  it('have no more tags than one contact may have', () => {
    const many = input({ tags: [...'abcdefghi'] })
    expect(withAdded(many, { name: 'x', tags: ['j', 'k', 'l'], fields: {} }).tags).toEqual([...'abcdefghij'])
  })
})

describe("a contact's window", () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  it.each([
    [null, 'unknown'],
    ['2026-11-21T12:00:00.000Z', 'closed'],
    ['2026-11-21T12:00:00.001Z', 'open'],
  ] as const)('after a last message at %s is %s', (at, window) => expect(contactWindow(at, now)).toBe(window))
})

describe("a column's key", () => {
  it('is made of its name, and no other has it', () => {
    expect(freeFieldKey('Data de Nascimento!', [])).toBe('data_de_nascimento')
    expect(freeFieldKey('plano', ['plano', 'plano_2'])).toBe('plano_3')
    expect(freeFieldKey('日本', [])).toBe('campo')
  })
})

describe('filters of contacts in an address', () => {
  it('come out as they went in', () => {
    const filters = contactFiltersSchema.parse({
      search: 'josé & cia',
      tags: ['Loja', 'a,b'],
      window: 'unknown',
      optedOut: false,
      audience: '0197a8b4-0000-7000-8000-000000000001',
      sort: 'name',
    })
    expect(readContactFilters(contactFilterParams(filters))).toEqual(filters)
    expect(isFiltered(filters)).toBe(true)
  })

  it('are left out where nobody knows them', () => {
    const filters = readContactFilters(new URLSearchParams('window=ajar&sort=luck&audience=me&q=ana'))
    expect(filters).toEqual(contactFiltersSchema.parse({ search: 'ana' }))
    expect(isFiltered(contactFiltersSchema.parse({ sort: 'name' }))).toBe(false)
  })
})
