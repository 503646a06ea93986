import { describe, expect, it, vi } from 'vitest'
import type { RecipientOutcome } from '@/lib/commands/record-outcomes'
import { OutcomeBuffer } from './outcome-buffer'

const outcome = (id: number): RecipientOutcome => ({
  id: BigInt(id),
  attempt: 1,
  outcome: { kind: 'notSent', why: 'ECONNREFUSED' },
})

function makeBuffer(record: (outcomes: RecipientOutcome[]) => Promise<void>, afterMs = 10) {
  const failures: unknown[] = []
  const buffer = new OutcomeBuffer({ record, onFailure: (error) => failures.push(error), size: 3, afterMs })
  return { buffer, failures }
}

describe('the outcome buffer', () => {
  it('records in batches and in order, a full one at once', async () => {
    const batches: number[][] = []
    const { buffer } = makeBuffer(async (batch) => void batches.push(batch.map(({ id }) => Number(id))), 60_000)
    for (const id of [1, 2, 3]) buffer.add(outcome(id))
    await vi.waitFor(() => expect(batches).toEqual([[1, 2, 3]]))
    buffer.add(outcome(4))
    expect(await buffer.close(1_000)).toBe(0)
    expect(batches).toEqual([[1, 2, 3], [4]])
  })

  it('misses none that is added while another is being written', async () => {
    const seen: number[] = []
    const { buffer } = makeBuffer(async (batch) => void seen.push(...batch.map(({ id }) => Number(id))), 0)
    for (let id = 0; id < 200; id++) {
      buffer.add(outcome(id))
      if (id % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
      if (id % 11 === 0) await Promise.resolve()
    }
    await vi.waitFor(() => expect(seen).toEqual(Array.from({ length: 200 }, (_, id) => id)))
  })

  it('keeps what could not be recorded, and tries again', async () => {
    let broken = true
    const seen: number[] = []
    const { buffer, failures } = makeBuffer(async (batch) => {
      if (broken) throw new Error('away')
      seen.push(...batch.map(({ id }) => Number(id)))
    })
    buffer.add(outcome(1))
    await vi.waitFor(() => expect(failures).toHaveLength(1))
    broken = false
    buffer.add(outcome(2))
    await vi.waitFor(() => expect(seen).toEqual([1, 2]))
  })

  it('tells at its end how many are lost, and does not wait for ever', async () => {
    const { buffer } = makeBuffer(() => Promise.reject(new Error('away')))
    buffer.add(outcome(1))
    buffer.add(outcome(2))
    expect(await buffer.close(50)).toBe(2)
  })
})
