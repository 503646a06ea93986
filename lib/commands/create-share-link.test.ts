import { createHash, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import { getSharedMessage, listShareLinks } from '@/lib/queries/share-links'
import { createTestDatabase } from '@/lib/testing/database'
import { createShareLink } from './create-share-link'
import { createTemplate } from './create-template'
import { recordShareView } from './record-share-view'
import { revokeShareLink } from './revoke-share-link'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const person = async (name: string, role: 'admin' | 'member' = 'member') =>
  mint(await db().user.create({ data: { name, email: `${name.toLowerCase()}@example.com`, role } }))
const visitor = systemActor('visitor')
const draft = newDraft({
  body: 'Selecione um produto:',
  button: 'Ver',
  sections: [newSection({ rows: [newRow({ id: 'segredo', title: 'Fone' })] })],
})

async function made(actor: Awaited<ReturnType<typeof person>>, templateId: string | null = null, days: 1 | 7 | 30 = 7) {
  const link = await createShareLink(actor, { draft, templateId, days })
  if (!link) throw new Error('There is no such template.')
  return link.token
}
const idOf = async (token: string) => {
  const tokenHash = createHash('sha256').update(token).digest('hex')
  return (await db().shareLink.findUniqueOrThrow({ where: { tokenHash } })).id
}
const seenBy = (token: string) => getSharedMessage(visitor, token)

describe('a share link', () => {
  it('shows the message to whoever has it, without row IDs', async () => {
    const token = await made(await person('Ana'))
    expect(await seenBy(token)).toMatchObject({
      body: 'Selecione um produto:',
      sections: [{ rows: [{ id: '', title: 'Fone' }] }],
    })
  })

  it('has 256 random bits, none of which the database holds', async () => {
    const ana = await person('Ana')
    const [one, other] = [await made(ana), await made(ana)]
    expect(one).toMatch(/^[\w-]{43}$/)
    expect(other).not.toBe(one)
    const rows = await database.query<{ row: string }>('select share_link::text as row from share_link')
    expect(rows).toHaveLength(2)
    for (const { row } of rows) expect(row.includes(one) || row.includes(other)).toBe(false)
  })

  it('shows the message as it was when it was shared', async () => {
    const ana = await person('Ana')
    const { template } = await createTemplate(ana, { id: randomUUID(), name: 'Produtos', draft })
    const token = await made(ana, template.id)
    await db().listTemplate.update({ where: { id: template.id }, data: { draft: newDraft({ body: 'Outro' }) } })
    expect((await seenBy(token))?.body).toBe('Selecione um produto:')
  })

  it('is not made for a template that is not there', async () => {
    expect(await createShareLink(await person('Ana'), { draft, templateId: randomUUID(), days: 7 })).toBeNull()
    expect(await db().shareLink.count()).toBe(0)
  })

  it.each([1, 7, 30] as const)('is good for %d days of the database’s clock, and not a moment more', async (days) => {
    const token = await made(await person('Ana'), null, days)
    const rows = await database.query<{ whole: boolean }>(
      'select expires_at - created_at = make_interval(days => $1::int) as whole from share_link',
      [days],
    )
    expect(rows).toEqual([{ whole: true }])
    await database.query(`update share_link set expires_at = now() + interval '1 minute'`)
    expect(await seenBy(token)).not.toBeNull()
    await database.query('update share_link set expires_at = now()')
    expect(await seenBy(token)).toBeNull()
  })

  it('opens nothing for a token that never was', async () => {
    await made(await person('Ana'))
    for (const token of ['', 'x', 'A'.repeat(43), "' or true --", 'é\0'.repeat(500)]) {
      expect(await seenBy(token)).toBeNull()
    }
  })
})

describe('revoking', () => {
  it('ends a link at once, and again is no harm', async () => {
    const ana = await person('Ana')
    const token = await made(ana)
    const id = await idOf(token)
    expect(await revokeShareLink(ana, id)).toBe(true)
    expect(await seenBy(token)).toBeNull()
    const [first] = await listShareLinks(ana, null)
    expect(await revokeShareLink(ana, id)).toBe(true)
    expect(await listShareLinks(ana, null)).toEqual([first])
    expect(first?.state).toBe('revoked')
  })

  it('is for its maker and administrators alone', async () => {
    const [ana, bia, root] = [await person('Ana'), await person('Bia'), await person('Root', 'admin')]
    const token = await made(ana)
    const id = await idOf(token)
    expect(await revokeShareLink(bia, id)).toBe(false)
    expect(await seenBy(token)).not.toBeNull()
    expect(await revokeShareLink(root, id)).toBe(true)
    expect(await seenBy(token)).toBeNull()
  })

  it('of a link that is not there says so', async () => {
    expect(await revokeShareLink(await person('Root', 'admin'), randomUUID())).toBe(false)
  })
})

describe('the links of a list', () => {
  it('are one’s own, of that list alone, newest first, and never tell a token', async () => {
    const [ana, bia] = [await person('Ana'), await person('Bia')]
    const { template } = await createTemplate(ana, { id: randomUUID(), name: 'Produtos', draft })
    const tokens = [
      await made(ana, template.id),
      await made(ana, template.id),
      await made(ana),
      await made(bia, template.id),
    ]
    await database.query(`update share_link set created_at = now() - interval '1 hour' where id = $1`, [
      await idOf(tokens[0] ?? ''),
    ])
    const links = await listShareLinks(ana, template.id)
    expect(links.map(({ id }) => id)).toEqual([await idOf(tokens[1] ?? ''), await idOf(tokens[0] ?? '')])
    expect(links[0]).toMatchObject({ state: 'live', words: 'Selecione um produto:', viewCount: 0, createdBy: null })
    expect(await listShareLinks(ana, null)).toHaveLength(1)
    expect(tokens.some((token) => JSON.stringify(links).includes(token))).toBe(false)
  })

  it('hold to administrators those of others too, as long as they work', async () => {
    const [ana, root] = [await person('Ana'), await person('Root', 'admin')]
    const token = await made(ana)
    await database.query(`update share_link set created_at = now() + interval '1 minute'`)
    const own = await idOf(await made(root))
    expect(await listShareLinks(root, null)).toMatchObject([
      { id: own, createdBy: null },
      { createdBy: { name: 'Ana' } },
    ])
    await revokeShareLink(ana, await idOf(token))
    expect(await listShareLinks(root, null)).toMatchObject([{ id: own }])
    expect(await listShareLinks(ana, null)).toHaveLength(1)
  })
})

describe('counting looks', () => {
  it('loses none of many at once, and remembers the last', async () => {
    const ana = await person('Ana')
    const token = await made(ana)
    await Promise.all(Array.from({ length: 12 }, () => recordShareView(visitor, token)))
    const [link] = await listShareLinks(ana, null)
    expect(link?.viewCount).toBe(12)
    expect(link?.lastViewedAt).toEqual(expect.any(String))
  })

  it('stops at the largest number that fits instead of failing', async () => {
    const ana = await person('Ana')
    const token = await made(ana)
    await database.query('update share_link set view_count = 2147483647')
    await recordShareView(visitor, token)
    expect((await listShareLinks(ana, null))[0]?.viewCount).toBe(2_147_483_647)
  })

  it('of a link that never was does nothing', async () => {
    await recordShareView(visitor, 'nothing')
    expect(await db().shareLink.count()).toBe(0)
  })
})
