import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mint } from '@/lib/auth/session'
import { systemActor } from '@/lib/auth/system-actor'
import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import { EXPORT_COLUMNS, type ExportColumn } from '@/lib/domain/message-export'
import { getExportRun } from '@/lib/queries/export-messages'
import { readFile } from '@/lib/spreadsheet/read-file'
import { createTestDatabase } from '@/lib/testing/database'
import { makeSend, phones } from '@/lib/testing/send'
import { type ExportInput, writeMessageExport } from './write-message-export'

const database = createTestDatabase()

const WORDS: ExportInput['words'] = {
  columns: Object.fromEntries(EXPORT_COLUMNS.map((column) => [column, `a ${column}`])) as Record<ExportColumn, string>,
  status: (status) => `was ${status}`,
  error: (code) => `means ${code}`,
  skipped: (why) => `left out: ${why}`,
  unknown: (why) => `nobody knows: ${why}`,
  gateway: (kind) => `by ${kind}`,
  yes: 'yes',
  no: 'no',
  removed: 'gone',
  sheet: 'Messages',
}

const asked = (more: Partial<ExportInput> = {}): ExportInput => ({
  format: 'csv',
  columns: ['phone', 'status', 'errorTitle', 'gateway', 'isTest'],
  run: randomUUID(),
  filters: {},
  locale: 'en',
  words: WORDS,
  ...more,
})

let actor: UserActor
async function makeUser(name: string) {
  const { id, email, role } = await db().user.create({ data: { name, email: `${name}@example.com` } })
  return mint({ id, name, email, role })
}

beforeEach(async () => {
  await database.truncate()
  actor = await makeUser('ana')
})

async function textOf(input: ExportInput) {
  const all: Uint8Array[] = []
  for await (const piece of writeMessageExport(actor, input)) all.push(piece)
  return Buffer.concat(all)
}

describe('an export of messages', () => {
  it('holds the chosen columns of what the filters show, in words', async () => {
    await makeSend({ phones: ['+5511999990001'], isTest: true })
    await makeSend({ phones: ['+5511999990002', '+5511999990003', '+5511999990004'] })
    const change = (end: string, data: object) =>
      db().recipient.updateMany({ where: { phone: { endsWith: end } }, data })
    await change('2', { status: 'failed', errorCode: 131026 })
    await change('3', { status: 'skipped', skippedWhy: 'optedOut' })
    await change('4', { status: 'unconfirmed', unknownWhy: 'timeout', phone: 'removed' })
    expect((await textOf(asked())).toString().slice(1).split('\r\n')).toEqual([
      'a phone,a status,a errorTitle,a gateway,a isTest',
      'gone,was unconfirmed,nobody knows: timeout,by sandbox,no',
      '+55 11 99999-0003,was skipped,left out: optedOut,by sandbox,no',
      '+55 11 99999-0002,was failed,means 131026,by sandbox,no',
      '',
    ])
    const tests = await textOf(asked({ filters: { tests: 'shown', q: '0001' }, columns: ['phone', 'isTest'] }))
    expect(tests.toString()).toContain('+55 11 99999-0001,yes')
  })

  it('has every message once, over many batches, in either format', async () => {
    const people = phones(4_321)
    await makeSend({ phones: people })
    const seen = async (format: 'csv' | 'xlsx') => {
      const bytes = await textOf(asked({ format, columns: ['phone'] }))
      const found: string[] = []
      const parts = (async function* () {
        yield bytes
      })()
      for await (const { cells } of readFile(parts)) found.push(...cells.map((cell) => cell.replace(/[ -]/g, '')))
      return found.slice(1).sort()
    }
    expect(await seen('csv')).toEqual(people.toSorted())
    expect(await seen('xlsx')).toEqual(people.toSorted())
  })

  it('tells how far it is, to whom it belongs alone', async () => {
    await makeSend({ phones: phones(4_100) })
    const run = randomUUID()
    const pieces = writeMessageExport(actor, asked({ run, columns: ['phone'] }))
    await pieces.next()
    expect(await getExportRun(actor, run)).toMatchObject({ state: 'running', rows: 0 })
    await pieces.next()
    await pieces.next()
    expect(await getExportRun(actor, run)).toMatchObject({ state: 'running', rows: 2_000 })
    expect(await getExportRun(await makeUser('bia'), run)).toBeNull()
    expect(await getExportRun(systemActor('worker'), run)).toBeNull()
    for await (const _ of pieces);
    expect(await getExportRun(actor, run)).toEqual({ state: 'done', rows: 4_100, total: 4_100 })
  })

  it('ends as canceled when nobody takes it any more, and as failed when it breaks', async () => {
    await makeSend({ phones: phones(4_100) })
    const canceled = randomUUID()
    const pieces = writeMessageExport(actor, asked({ run: canceled, format: 'xlsx' }))
    await pieces.next()
    await pieces.return(undefined)
    expect(await getExportRun(actor, canceled)).toMatchObject({ state: 'canceled' })

    const failed = randomUUID()
    const status = () => {
      throw new Error('no word for it')
    }
    await expect(textOf(asked({ run: failed, words: { ...WORDS, status } }))).rejects.toThrow('no word')
    expect(await getExportRun(actor, failed)).toMatchObject({ state: 'failed', rows: 0 })
  })
})
