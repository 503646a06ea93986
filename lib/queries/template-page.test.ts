import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import { newDraft } from '@/lib/domain/list-draft'
import { TEMPLATE_SORTS, type TemplateSort, templateCursorSchema } from '@/lib/domain/template-filters'
import { createTestDatabase } from '@/lib/testing/database'
import { listTemplates, TEMPLATE_PAGE_SIZE } from './templates'

const database = createTestDatabase()
const actor = systemActor('worker')

type Made = { name: string; updatedAt?: string; createdAt?: string; lastSentAt?: string | null; timesUsed?: number }

const make = (lists: Made[]) =>
  db().listTemplate.createMany({ data: lists.map((list) => ({ ...list, draft: newDraft(), searchText: list.name })) })

async function namesInOrder(sort: TemplateSort): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const after = cursor === null ? undefined : templateCursorSchema.parse(cursor)
    const page = await listTemplates(actor, { sort, after })
    seen.push(...page.templates.map(({ name }) => name))
    cursor = page.nextCursor
  } while (cursor)
  return seen
}

describe('the order of the library', () => {
  beforeEach(() => database.truncate())

  it('is by default that of the last change', async () => {
    await make([
      { name: 'velha', updatedAt: '2026-01-01T00:00:00.000Z' },
      { name: 'nova', updatedAt: '2026-03-01T00:00:00.000Z' },
      { name: 'média', updatedAt: '2026-02-01T00:00:00.000Z' },
    ])
    expect((await listTemplates(actor, {})).templates.map(({ name }) => name)).toEqual(['nova', 'média', 'velha'])
  })

  it('by name is that of a Brazilian dictionary: accents and case do not tear words apart', async () => {
    await make(['Zebra', 'água', 'Agenda', 'ção', 'coador', 'Banco', 'Água fria', 'É já'].map((name) => ({ name })))
    expect(await namesInOrder('name')).toEqual([
      'Agenda',
      'água',
      'Água fria',
      'Banco',
      'ção',
      'coador',
      'É já',
      'Zebra',
    ])
  })

  it('by last sending puts those that never left at the end, the last changed of them first', async () => {
    await make([
      { name: 'nunca, antiga', lastSentAt: null, updatedAt: '2026-01-01T00:00:00.000Z' },
      { name: 'ontem', lastSentAt: '2026-11-21T12:00:00.000Z' },
      { name: 'nunca, recente', lastSentAt: null, updatedAt: '2026-06-01T00:00:00.000Z' },
      { name: 'hoje', lastSentAt: '2026-11-22T12:00:00.000Z' },
    ])
    expect(await namesInOrder('lastSent')).toEqual(['hoje', 'ontem', 'nunca, recente', 'nunca, antiga'])
  })

  it('by use counts Sends', async () => {
    await make([
      { name: 'dois', timesUsed: 2 },
      { name: 'nenhum', timesUsed: 0 },
      { name: 'dez', timesUsed: 10 },
    ])
    expect(await namesInOrder('mostUsed')).toEqual(['dez', 'dois', 'nenhum'])
  })

  it('by age begins with the newest, whatever was changed since', async () => {
    await make([
      { name: 'a primeira', createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z' },
      { name: 'a última', createdAt: '2026-02-01T00:00:00.000Z', updatedAt: '2026-02-01T00:00:00.000Z' },
    ])
    expect(await namesInOrder('newest')).toEqual(['a última', 'a primeira'])
  })
})

describe('page after page', () => {
  beforeEach(() => database.truncate())

  it.each(TEMPLATE_SORTS)('loses and repeats no list where many share a place, by %s', async (sort) => {
    const moment = '2026-11-22T12:00:00.123Z'
    const count = TEMPLATE_PAGE_SIZE * 2 + 3
    await make(
      Array.from({ length: count }, (_, i) => ({
        // Names that a dictionary puts beside each other, and some that are the very same.
        name: ['Água', 'agua', 'Água', 'ÁGUA'][i % 4] ?? '',
        updatedAt: moment,
        createdAt: moment,
        lastSentAt: i % 2 ? moment : null,
        timesUsed: i % 2,
      })),
    )
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const after = cursor === null ? undefined : templateCursorSchema.parse(cursor)
      const page = await listTemplates(actor, { sort, after })
      expect(page.templates.length).toBeLessThanOrEqual(TEMPLATE_PAGE_SIZE)
      ids.push(...page.templates.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(ids).toHaveLength(count)
    expect(new Set(ids).size).toBe(count)
  })

  it('goes on after those that were sent into those that never were', async () => {
    await make(
      Array.from({ length: TEMPLATE_PAGE_SIZE + 5 }, (_, i) => ({
        name: `Lista ${i}`,
        lastSentAt: i < TEMPLATE_PAGE_SIZE - 2 ? `2026-11-22T12:00:${String(59 - i).padStart(2, '0')}.000Z` : null,
        updatedAt: `2026-10-01T12:00:${String(59 - i).padStart(2, '0')}.000Z`,
      })),
    )
    expect(await namesInOrder('lastSent')).toEqual(
      Array.from({ length: TEMPLATE_PAGE_SIZE + 5 }, (_, i) => `Lista ${i}`),
    )
  })
})
