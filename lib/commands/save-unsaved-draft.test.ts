import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import { newDraft, newRow, newSection } from '@/lib/domain/list-draft'
import type { UnsavedDraftKeep, UnsavedOutcome } from '@/lib/domain/unsaved-draft'
import { getUnsavedDraft } from '@/lib/queries/unsaved-drafts'
import { createTestDatabase } from '@/lib/testing/database'
import { dropUnsavedDraft } from './drop-unsaved-draft'
import { saveUnsavedDraft } from './save-unsaved-draft'

const database = createTestDatabase()
const person = async (name: string) =>
  mint(await db().user.create({ data: { name, email: `${name.toLowerCase()}@example.com` } }))

const words = (body: string) => newDraft({ body })
const work = (body: string) => ({ draft: words(body), version: null })
const from = (browser: string, order: number, seen: number | null = null) => ({
  place: 'compose',
  browser,
  order,
  seen,
})
const save = (browser: string, order: number, body: string, seen: number | null = null): UnsavedDraftKeep => ({
  ...from(browser, order, seen),
  work: work(body),
})
const revisionOf = (outcome: UnsavedOutcome) => (outcome.outcome === 'saved' ? outcome.revision : Number.NaN)

beforeEach(() => database.truncate())

describe('unsaved work on the server', () => {
  it('is there on another machine, with the version that it started from, and only for the person who wrote it', async () => {
    const [ana, bia] = [await person('Ana'), await person('Bia')]
    const draft = newDraft({ body: 'Olá', sections: [newSection({ rows: [newRow({ id: 'a', title: 'Fone' })] })] })
    const saved = await saveUnsavedDraft(ana, { ...from('one', 1), work: { draft, version: 3 } })
    const { standing, readAt } = await getUnsavedDraft(ana, 'compose')
    expect(standing).toMatchObject({ draft, version: 3, browser: 'one', order: 1, revision: revisionOf(saved) })
    expect(saved).toMatchObject({ outcome: 'saved', at: standing?.savedAt })
    expect(readAt >= (standing?.savedAt ?? '')).toBe(true)
    expect((await getUnsavedDraft(bia, 'compose')).standing).toBeNull()
    expect((await getUnsavedDraft(ana, '019ac000-0000-7000-8000-000000000000')).standing).toBeNull()
  })

  it('takes each save of one browser, whatever it last heard, as answers may get lost', async () => {
    const ana = await person('Ana')
    const first = await saveUnsavedDraft(ana, save('one', 1, 'Um'))
    const second = await saveUnsavedDraft(ana, save('one', 2, 'Dois'))
    expect(revisionOf(second)).toBe((revisionOf(first) ?? 0) + 1)
    expect((await getUnsavedDraft(ana, 'compose')).standing?.draft.body).toBe('Dois')
  })

  it('keeps the newest of one browser when an older save arrives after it', async () => {
    const ana = await person('Ana')
    const newer = await saveUnsavedDraft(ana, save('one', 2, 'Nova palavra'))
    const late = await saveUnsavedDraft(ana, save('one', 1, 'Nova pala'))
    expect(late).toEqual(newer)
    expect((await getUnsavedDraft(ana, 'compose')).standing?.draft.body).toBe('Nova palavra')
  })

  it('is not written over by another browser that has not seen it, which gets it instead', async () => {
    const ana = await person('Ana')
    const first = await saveUnsavedDraft(ana, save('one', 1, 'De uma'))
    const refused = await saveUnsavedDraft(ana, save('two', 1, 'De outra'))
    expect(refused).toMatchObject({ outcome: 'other', standing: { draft: { body: 'De uma' } } })

    const over = await saveUnsavedDraft(ana, save('two', 2, 'De outra', revisionOf(first)))
    expect(over).toMatchObject({ outcome: 'saved' })
    const back = await saveUnsavedDraft(ana, save('one', 2, 'De uma, mais', revisionOf(first)))
    expect(back).toMatchObject({ outcome: 'other', standing: { draft: { body: 'De outra' } } })
  })

  it('lets exactly one of many browsers through at once', async () => {
    const ana = await person('Ana')
    const saves = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((browser) => saveUnsavedDraft(ana, save(browser, 1, browser))),
    )
    expect(saves.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1)
    expect(saves.filter(({ outcome }) => outcome === 'other')).toHaveLength(4)
  })

  it('holds what cannot lie in the database as the sign for it', async () => {
    const ana = await person('Ana')
    await saveUnsavedDraft(ana, save('one', 1, 'a\0b\ud83d'))
    expect((await getUnsavedDraft(ana, 'compose')).standing?.draft.body).toBe('a\ufffdb\ufffd')
  })

  it('counts as nothing where this version cannot read it', async () => {
    const ana = await person('Ana')
    await saveUnsavedDraft(ana, save('one', 1, 'x'))
    await database.query(`update unsaved_draft set draft = '{"body": 1}'`)
    expect((await getUnsavedDraft(ana, 'compose')).standing).toBeNull()
    expect(await saveUnsavedDraft(ana, save('two', 1, 'y'))).toMatchObject({ outcome: 'saved' })
    expect((await getUnsavedDraft(ana, 'compose')).standing?.draft.body).toBe('y')
  })
})

describe('unsaved work that is over', () => {
  it('is dropped by the browser that wrote it or has seen it; twice is once', async () => {
    const ana = await person('Ana')
    await saveUnsavedDraft(ana, save('one', 1, 'Um'))
    expect(await dropUnsavedDraft(ana, from('one', 2))).toMatchObject({ outcome: 'saved', revision: null })
    expect(await dropUnsavedDraft(ana, from('one', 3))).toMatchObject({ outcome: 'saved', revision: null })
    const again = await saveUnsavedDraft(ana, save('one', 4, 'Dois'))
    expect(await dropUnsavedDraft(ana, from('two', 1, revisionOf(again)))).toMatchObject({ revision: null })
    expect((await getUnsavedDraft(ana, 'compose')).standing).toBeNull()
  })

  it('stays where another browser has written since', async () => {
    const ana = await person('Ana')
    const first = await saveUnsavedDraft(ana, save('one', 1, 'Um'))
    await saveUnsavedDraft(ana, save('two', 1, 'Mais', revisionOf(first)))
    const dropped = await dropUnsavedDraft(ana, from('one', 2, revisionOf(first)))
    expect(dropped).toMatchObject({ outcome: 'other', standing: { draft: { body: 'Mais' } } })
  })

  it('is not taken for what stood there before, once the place was filled again', async () => {
    const ana = await person('Ana')
    const first = await saveUnsavedDraft(ana, save('one', 1, 'Um'))
    await dropUnsavedDraft(ana, from('one', 2))
    await saveUnsavedDraft(ana, save('two', 1, 'Outra'))
    const late = await saveUnsavedDraft(ana, save('one', 3, 'Um, mais', revisionOf(first)))
    expect(late).toMatchObject({ outcome: 'other', standing: { draft: { body: 'Outra' } } })
  })
})
