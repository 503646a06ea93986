import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import { MAX_VIEWS } from '@/lib/domain/saved-view'
import { listSavedViews } from '@/lib/queries/saved-views'
import { makePerson } from '@/lib/testing/contact'
import { createTestDatabase } from '@/lib/testing/database'
import { createSavedView } from './create-saved-view'
import { deleteSavedView } from './delete-saved-view'
import { updateSavedView } from './update-saved-view'

const database = createTestDatabase()

const save = async (actor: UserActor, name: string, params = 'status=failed') => {
  const made = await createSavedView(actor, { place: 'messages', name, params })
  if (!made.ok) throw new Error(made.error.code)
  return made.data
}

describe('saved views', () => {
  let ana: UserActor
  let rui: UserActor
  beforeEach(async () => {
    await database.truncate()
    ana = await makePerson()
    rui = await makePerson()
  })

  it('are listed oldest first, each for its page and its person', async () => {
    await save(ana, 'Falhas')
    await save(ana, 'Respostas', 'replied=yes&columns=phone,replied')
    await createSavedView(ana, { place: 'sends', name: 'Falhas', params: 'status=failed' })
    await save(rui, 'Falhas')
    expect((await listSavedViews(ana, 'messages')).map(({ name, params }) => [name, params])).toEqual([
      ['Falhas', 'status=failed'],
      ['Respostas', 'replied=yes&columns=phone,replied'],
    ])
  })

  it('have names of their own', async () => {
    await save(ana, 'Falhas')
    const other = await save(ana, 'Outras')
    const taken = { ok: false, error: { code: 'nameTaken' } }
    expect(await createSavedView(ana, { place: 'messages', name: 'Falhas', params: '' })).toMatchObject(taken)
    expect(await updateSavedView(ana, { id: other.id, name: 'Falhas' })).toMatchObject(taken)
  })

  it('are renamed without losing what they show, and changed without losing their name', async () => {
    const { id } = await save(ana, 'Falhas')
    await updateSavedView(ana, { id, name: 'Recusas' })
    await updateSavedView(ana, { id, params: 'status=failed&code=131047' })
    expect(await listSavedViews(ana, 'messages')).toEqual([
      { id, name: 'Recusas', params: 'status=failed&code=131047' },
    ])
  })

  it('are touched by nobody else', async () => {
    const { id } = await save(ana, 'Falhas')
    expect(await updateSavedView(rui, { id, name: 'Minhas' })).toMatchObject({ ok: false, error: { code: 'gone' } })
    await deleteSavedView(rui, id)
    expect(await listSavedViews(ana, 'messages')).toHaveLength(1)
    await deleteSavedView(ana, id)
    expect(await listSavedViews(ana, 'messages')).toEqual([])
  })

  it('are as many as a page shows', async () => {
    await db().savedView.createMany({
      data: Array.from({ length: MAX_VIEWS }, (_, i) => ({
        userId: ana.userId,
        place: 'messages',
        name: `Visão ${i}`,
        params: '',
      })),
    })
    expect(await createSavedView(ana, { place: 'messages', name: 'Mais uma', params: '' })).toMatchObject({
      ok: false,
      error: { code: 'tooManyViews' },
    })
    expect(await createSavedView(ana, { place: 'sends', name: 'De envios', params: '' })).toMatchObject({ ok: true })
  })
})
