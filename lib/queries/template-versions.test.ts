import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { createTemplate } from '@/lib/commands/create-template'
import { updateTemplate } from '@/lib/commands/update-template'
import { db } from '@/lib/db/client'
import { newDraft } from '@/lib/domain/list-draft'
import { createTestDatabase } from '@/lib/testing/database'
import { getTemplateVersion, getVersionPair, listTemplateVersions, VERSION_PAGE_SIZE } from './template-versions'

const database = createTestDatabase()
const first = newDraft({ body: 'v1' })

async function begin(versions: number) {
  const ana = mint(await db().user.create({ data: { name: 'Ana', email: 'ana@example.com' } }))
  const templateId = randomUUID()
  await createTemplate(ana, { id: templateId, name: 'Produtos', draft: first })
  for (let version = 1; version < versions; version++) {
    await updateTemplate(ana, { id: templateId, version, draft: { ...first, body: `v${version + 1}` } })
  }
  return { ana, templateId }
}

describe('the versions of a saved list', () => {
  beforeEach(() => database.truncate())

  it('are told newest first: who, when, and what each changed', async () => {
    const { ana, templateId } = await begin(1)
    const draft = { ...first, header: 'Loja', body: 'v2', footer: 'Até já' }
    await updateTemplate(ana, { id: templateId, version: 1, draft })
    const page = await listTemplateVersions(ana, { templateId })
    expect(page).toMatchObject({ newest: 2, older: null, newer: null })
    expect(page?.versions).toMatchObject([
      { version: 2, savedBy: { name: 'Ana' }, changes: { count: 3, first: [{ field: 'header' }, { field: 'body' }] } },
      { version: 1, savedBy: { name: 'Ana' }, changes: null },
    ])
    expect(page?.versions[0]?.savedAt).toMatch(/^\d{4}-.*Z$/)
  })

  it('come in pages, each of which knows the one before and after it, and whose last line tells its changes too', async () => {
    const { ana, templateId } = await begin(VERSION_PAGE_SIZE + 5)
    const page = await listTemplateVersions(ana, { templateId })
    expect(page).toMatchObject({ newest: VERSION_PAGE_SIZE + 5, older: 6, newer: null })
    expect(page?.versions).toHaveLength(VERSION_PAGE_SIZE)
    expect(page?.versions.at(-1)).toMatchObject({ version: 6, changes: { count: 1 } })
    const next = await listTemplateVersions(ana, { templateId, before: 6 })
    expect(next?.versions.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1])
    expect(next?.older).toBeNull()
    const back = await listTemplateVersions(ana, { templateId, before: next?.newer ?? 0 })
    expect(back?.versions).toEqual(page?.versions)
  })

  it('are opened one by one', async () => {
    const { ana, templateId } = await begin(2)
    expect(await getTemplateVersion(ana, { templateId, version: 1 })).toMatchObject({ version: 1, draft: first })
    expect(await getTemplateVersion(ana, { templateId, version: 3 })).toBeNull()
    expect(await listTemplateVersions(ana, { templateId: randomUUID() })).toBeNull()
  })

  it('stand side by side: the two that were asked for, else the newest and the one before', async () => {
    const { ana, templateId } = await begin(4)
    const pair = async (asked: { from?: number; to?: number }) => {
      const found = await getVersionPair(ana, { templateId, ...asked })
      return [found?.before?.version, found?.after.version]
    }
    expect(await pair({})).toEqual([3, 4])
    expect(await pair({ to: 2 })).toEqual([1, 2])
    expect(await pair({ from: 1 })).toEqual([1, 4])
    expect(await pair({ from: 4, to: 1 })).toEqual([4, 1])
    expect(await pair({ from: 99, to: 99 })).toEqual([3, 4])
    expect(await pair({ from: 2, to: 2 })).toEqual([2, 2])
    expect(await pair({ to: 1 })).toEqual([1, 4])
    expect(await getVersionPair(ana, { templateId: randomUUID() })).toBeNull()
  })
})
