import { beforeEach, describe, expect, it } from 'vitest'
import { createShareLink } from '@/lib/commands/create-share-link'
import { db } from '@/lib/db/client'
import { newDraft } from '@/lib/domain/list-draft'
import { createTestDatabase } from '@/lib/testing/database'
import { countLook, openShare } from './open-share'
import { TRIES } from './rate-limit'
import { METHOD_HEADER } from './security-headers'
import { mint } from './session'

const database = createTestDatabase()
const from = (address: string) => new Headers({ 'x-forwarded-for': address })

async function makeLink(): Promise<string> {
  const ana = mint(await db().user.create({ data: { name: 'Ana', email: 'ana@example.com' } }))
  const made = await createShareLink(ana, { draft: newDraft({ body: 'Olá' }), templateId: null, days: 1 })
  return made?.token ?? ''
}
const hasGuessed = (times: number) => database.query('update rate_limit set points = $1', [times])

describe('opening a shared message', () => {
  beforeEach(() => database.truncate())

  it('is for whoever has the link, as often as they like', async () => {
    const token = await makeLink()
    expect(await openShare(token, from('10.0.0.1'))).toMatchObject({ body: 'Olá' })
    await hasGuessed(TRIES.shareLink - 1)
    for (let i = 0; i < 3; i++) expect(await openShare(token, from('10.0.0.1'))).not.toBeNull()
  })

  it('is refused to who guesses too often, however right the next guess is, and to nobody else', async () => {
    const token = await makeLink()
    expect(await openShare('wrong', from('10.0.0.1'))).toBeNull()
    await hasGuessed(TRIES.shareLink)
    expect(await openShare(token, from('10.0.0.1'))).toBeNull()
    expect(await openShare(token, from('10.0.0.2'))).not.toBeNull()
  })

  it('notes nobody’s address in clear', async () => {
    await openShare('wrong', from('10.1.2.3'))
    const rows = await database.query<{ row: string }>('select rate_limit::text as row from rate_limit')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain('10.1.2.3')
  })
})

describe('counting a look', () => {
  beforeEach(() => database.truncate())
  const asked = (method: string, userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0 Safari/537.36') =>
    new Headers({ [METHOD_HEADER]: method, 'user-agent': userAgent })
  const counted = async () => (await db().shareLink.findFirstOrThrow()).viewCount

  it('takes those of people alone', async () => {
    const token = await makeLink()
    await countLook(token, asked('HEAD'))
    await countLook(token, asked('GET', 'WhatsApp/2.25.10 A'))
    await countLook(token, new Headers())
    expect(await counted()).toBe(0)
    await countLook(token, asked('GET'))
    expect(await counted()).toBe(1)
  })

  it('that fails is in nobody’s way', async () => {
    const token = await makeLink()
    await database.query('alter table share_link rename column view_count to gone')
    try {
      await expect(countLook(token, asked('GET'))).resolves.toBeUndefined()
    } finally {
      await database.query('alter table share_link rename column gone to view_count')
    }
  })
})
