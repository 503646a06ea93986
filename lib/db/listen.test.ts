import { afterEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/testing/database'
import { type Listening, listen } from './listen'

const database = createTestDatabase()
const PATIENT = { timeout: 10_000 }
let listening: Listening | undefined
afterEach(() => listening?.close())

const listeners = () =>
  database.query<{ pid: number }>("select pid from pg_stat_activity where application_name = 'listen bell'")

function start() {
  const heard = { rings: 0, errors: 0 }
  listening = listen(
    'bell',
    () => {
      heard.rings += 1
    },
    () => {
      heard.errors += 1
    },
  )
  return heard
}

describe('listening', () => {
  it('rings once when it begins, since it may be late, and at each notice from then on', async () => {
    const heard = start()
    await expect.poll(() => heard.rings, PATIENT).toBe(1)
    await database.query("select pg_notify('bell', '')")
    await expect.poll(() => heard.rings, PATIENT).toBe(2)
    await database.query("select pg_notify('other', '')")
    await database.query("select pg_notify('bell', '')")
    await expect.poll(() => heard.rings, PATIENT).toBe(3)
  })

  it('connects again when it is thrown out, and rings for what it may have missed', async () => {
    const heard = start()
    await expect.poll(() => heard.rings, PATIENT).toBe(1)
    for (const { pid } of await listeners()) await database.query('select pg_terminate_backend($1)', [pid])
    await expect.poll(() => heard.rings, PATIENT).toBe(2)
    expect(heard.errors).toBe(1)
    await database.query("select pg_notify('bell', '')")
    await expect.poll(() => heard.rings, PATIENT).toBe(3)
  })

  it('leaves no connection behind once it is closed', async () => {
    const heard = start()
    await expect.poll(() => heard.rings, PATIENT).toBe(1)
    await listening?.close()
    await expect.poll(listeners, PATIENT).toEqual([])
    expect(heard.errors).toBe(0)
  })
})
