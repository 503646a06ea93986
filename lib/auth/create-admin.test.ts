import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { FIRST_TEMPLATE } from '@/lib/domain/first-template'
import { draftToMessage, listDraftSchema } from '@/lib/domain/list-draft'
import { createTestDatabase } from '@/lib/testing/database'
import { createFirstAdmin } from './create-admin'
import { hasAnyUser } from './session'
import { signIn } from './sign-in'

const database = createTestDatabase()
const ana = { name: ' Ana Lima ', email: 'Ana@Example.com', password: 'ten letters' }

describe('the first administrator', () => {
  beforeEach(() => database.truncate())

  it('is made once, and can sign in', async () => {
    expect(await hasAnyUser()).toBe(false)
    expect(await createFirstAdmin(ana)).toBe('created')
    expect(await hasAnyUser()).toBe(true)
    expect(await db().user.findMany({ select: { name: true, email: true, role: true } })).toEqual([
      { name: 'Ana Lima', email: 'ana@example.com', role: 'admin' },
    ])
    const result = await signIn({ email: 'ana@example.com', password: ana.password }, new Headers())
    expect(result.outcome).toBe('done')
  })

  it('is never joined by a second one', async () => {
    await createFirstAdmin(ana)
    expect(await createFirstAdmin({ ...ana, email: 'eve@example.com' })).toBe('exists')
    expect(await db().user.count()).toBe(1)
  })

  it('is one, however many set-ups arrive at the same moment', async () => {
    const many = Array.from({ length: 6 }, (_, i) => createFirstAdmin({ ...ana, email: `ana${i}@example.com` }))
    expect((await Promise.all(many)).sort()).toEqual(['created', ...Array.from({ length: 5 }, () => 'exists')])
    expect(await db().user.count()).toBe(1)
    expect(await db().account.count()).toBe(1)
    expect(await db().listTemplate.count()).toBe(1)
  })

  it('finds the documented list as a first template', async () => {
    await createFirstAdmin(ana)
    const template = await db().listTemplate.findFirstOrThrow()
    expect(template.name).toBe(FIRST_TEMPLATE.name)
    expect(draftToMessage(listDraftSchema.parse(template.draft))).toEqual(FIRST_TEMPLATE.message)
    expect(template.searchText).toContain('smartphone x')
  })

  it.each([
    { ...ana, password: 'nine char' },
    { ...ana, email: 'ana' },
    { ...ana, name: '  ' },
  ])('is not made of %j', async (input) => {
    await expect(createFirstAdmin(input)).rejects.toThrow()
    expect(await hasAnyUser()).toBe(false)
  })
})
