import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import type { UserActor } from '@/lib/domain/actor'
import { LIST_LIMITS } from '@/lib/domain/recipient-list'
import { getRecipientList } from '@/lib/queries/recipient-lists'
import { listRecipientListRows } from '@/lib/queries/recipient-rows'
import { createTestDatabase } from '@/lib/testing/database'
import { makeActor, makeList } from '@/lib/testing/recipient-list'
import { createTextList } from './create-text-list'
import { readRecipientFile } from './read-recipient-file'
import { startRecipientList } from './start-recipient-list'

const database = createTestDatabase()
beforeEach(() => database.truncate())

const start = async (actor: UserActor, bytesTotal: number | null = null) =>
  (await startRecipientList(actor, { source: 'file', fileName: 'pessoas.csv', bytesTotal })).id
async function* of(...parts: (string | Buffer)[]) {
  for (const part of parts) yield Buffer.from(part as string)
}
const linesOf = async (actor: UserActor, listId: string) =>
  (await listRecipientListRows(actor, listId)).rows.map(({ line, cells }) => [line, ...cells])

describe('reading a file into a list', () => {
  it('keeps each line with its number and cells, and guesses what the columns are', async () => {
    const actor = await makeActor()
    const excel = Buffer.from(
      'sep=;\r\nNome;Fone;Pedido\r\n"Jo\xe3o\r\n""Z\xe9""";(11) 98765-4321;=1+1\r\n\r\n;;\r\nBia\\;{a,b}\r\n',
      'latin1',
    )
    const listId = await makeList(actor, excel)
    expect(await linesOf(actor, listId)).toEqual([
      [2, 'Nome', 'Fone', 'Pedido'],
      [3, 'João\n"Zé"', '(11) 98765-4321', '=1+1'],
      [7, 'Bia\\', '{a,b}'],
    ])
    expect(await getRecipientList(actor, listId)).toMatchObject({
      source: 'file',
      fileName: 'pessoas.csv',
      state: 'read',
      problem: null,
      lineCount: 3,
      bytesRead: excel.length,
      columns: ['Nome', 'Fone', 'Pedido'],
      firstRows: [['Nome', 'Fone', 'Pedido'], expect.any(Array), expect.any(Array)],
      mapping: { phone: 1, name: 0, variables: { nome: 0, pedido: 2 }, hasHeader: true },
      verdicts: null,
    })
  })

  it('says what could not be read and where, and keeps no line of it', async () => {
    const actor = await makeActor()
    const listId = await start(actor)
    const people = 'Ana;11987654321\n'.repeat(4_500)
    const result = await readRecipientFile(actor, { listId, body: of('nome;fone\n', people, 'Bia;"119\n') })
    const problem = { code: 'quote', line: 4_502 }
    expect(result).toEqual({ ok: false, error: { code: 'unreadable', params: { problem: 'quote', line: 4_502 } } })
    expect(await getRecipientList(actor, listId)).toMatchObject({ state: 'failed', problem, firstRows: [] })
    expect(await db().recipientListRow.count()).toBe(0)
  })

  it.each([
    ['empty', ['']],
    ['empty', ['\ufeff\r\n;;\r\n']],
    ['notText', ['a;b\n', '\0\0\0\0a;b\n']],
  ])('is refused as %s', async (problem, parts) => {
    const actor = await makeActor()
    const result = await readRecipientFile(actor, { listId: await start(actor), body: of(...parts) })
    expect(result).toMatchObject({ ok: false, error: { code: 'unreadable', params: { problem } } })
  })

  it('is told from a file that is too big, and from an upload that broke off', async () => {
    const actor = await makeActor()
    async function* tooMuch() {
      const part = Buffer.alloc(1_000_000, 'x;y\n')
      for (let sent = 0; sent <= LIST_LIMITS.bytes; sent += 50_000_000) {
        // Only what is counted matters: the same million bytes stand for fifty.
        yield Object.defineProperty(Buffer.from(part.subarray(0, 8)), 'byteLength', { value: 50_000_001 })
      }
    }
    const tooBig = await readRecipientFile(actor, { listId: await start(actor), body: tooMuch() })
    expect(tooBig).toMatchObject({ error: { params: { problem: 'tooBig', max: LIST_LIMITS.bytes } } })
    async function* broken() {
      yield Buffer.from('nome;fone\n')
      throw new Error('aborted')
    }
    const listId = await start(actor)
    expect(await readRecipientFile(actor, { listId, body: broken() })).toMatchObject({
      error: { params: { problem: 'interrupted' } },
    })
    expect((await getRecipientList(actor, listId))?.state).toBe('failed')
  })

  it('takes one file a list, and of its maker alone', async () => {
    const [actor, other] = [await makeActor(), await makeActor()]
    const listId = await start(actor)
    expect(await readRecipientFile(other, { listId, body: of('a;b\n') })).toMatchObject({ error: { code: 'gone' } })
    const both = await Promise.all(
      [0, 1].map(() => readRecipientFile(actor, { listId, body: of('Ana;11987654321\n') })),
    )
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await linesOf(actor, listId)).toEqual([[1, 'Ana', '11987654321']])
  })

  it('tells how far it is, and never has more than some batches in hand', async () => {
    const actor = await makeActor()
    const total = 20_000
    const listId = await start(actor, total * 20)
    const ahead: number[] = []
    async function* slowly() {
      for (let sent = 0; sent < total; sent += 1_000) {
        yield Buffer.from(
          Array.from({ length: 1_000 }, (_, i) => `Ana;119${String(80_000_000 + sent + i)}    `)
            .join('\n')
            .concat('\n'),
        )
        const list = await getRecipientList(actor, listId)
        ahead.push(sent + 1_000 - (list?.lineCount ?? 0))
        if (sent === 10_000) {
          expect(list?.state).toBe('reading')
          expect(list?.progress).toBeGreaterThan(0.3)
          expect(list?.progress).toBeLessThan(0.7)
        }
      }
    }
    expect(await readRecipientFile(actor, { listId, body: slowly() })).toMatchObject({ ok: true })
    expect((await getRecipientList(actor, listId))?.lineCount).toBe(total)
    expect(Math.max(...ahead)).toBeLessThan(10_000)
  })
})

describe('typing a list', () => {
  const made = async (text: string) => {
    const actor = await makeActor()
    const result = await createTextList(actor, { text })
    return { result, rows: result.ok ? await linesOf(actor, result.data.id) : [], actor }
  }

  it('takes numbers one after another for one person each', async () => {
    const { rows } = await made('11 98765-4321, 21912345678;\n+1 202 555 0143')
    expect(rows).toEqual([
      [1, '11 98765-4321'],
      [2, '21912345678'],
      [3, '+1 202 555 0143'],
    ])
  })

  it('takes a range of a spreadsheet with its columns', async () => {
    const { rows, result, actor } = await made(
      'Nome\tTelefone\tCidade\nAna\t11987654321\tCampinas\n\nBia\t21912345678\tNiterói',
    )
    expect(rows.map(([line]) => line)).toEqual([1, 2, 4])
    const list = result.ok ? await getRecipientList(actor, result.data.id) : null
    expect(list).toMatchObject({
      source: 'text',
      state: 'read',
      mapping: { phone: 1, name: 0, variables: { nome: 0, cidade: 2 }, hasHeader: true },
    })
  })

  it('refuses what holds nobody, and says where it cannot be read', async () => {
    expect((await made(' \n;\n')).result).toMatchObject({ error: { code: 'empty' } })
    expect((await made('Ana;"119\n')).result).toMatchObject({ error: { code: 'unreadable', params: { line: 1 } } })
  })
})
