import type pg from 'pg'
import { expect } from 'vitest'
import type { Sandbox } from '@/lib/sandbox/sandbox'

type Row = { to: string; status: string; wamid: string | null; owner: string | null }

/** What was uncertain for long enough is found in the gateway's own list, which says that it was sent. */
const TAKEN = ['accepted', 'sent']

/** What must hold after every fault, whatever it was: nobody twice, nobody lost, nothing told that is not so. */
export async function audit(db: pg.Client, sandbox: Sandbox): Promise<Record<string, number>> {
  const taken = new Map<string, string[]>()
  for (const { to, waMessageId } of sandbox.messages()) taken.set(to, [...(taken.get(to) ?? []), waMessageId])
  const { rows } = await db.query<Row>(
    'select substr(phone, 2) as to, status::text, wamid, lease_owner as owner from recipient',
  )
  const twice = [...taken].filter(([, wamids]) => wamids.length > 1).map(([to]) => to)
  expect(twice, 'people who got it twice').toEqual([])
  expect(
    [...taken.keys()].filter((to) => !rows.some((row) => row.to === to)),
    'messages with no row',
  ).toEqual([])
  const at = (row: Row) => taken.get(row.to)?.[0] ?? null
  expect(
    rows.filter((row) => TAKEN.includes(row.status) && at(row) !== row.wamid),
    'accepted, but not by the gateway',
  ).toEqual([])
  expect(
    rows.filter((row) => ![...TAKEN, 'unconfirmed'].includes(row.status) && at(row) !== null),
    'taken by the gateway, and told otherwise',
  ).toEqual([])
  expect(
    rows.filter((row) => row.owner !== null),
    'still in somebody’s hands',
  ).toEqual([])
  const counts: Record<string, number> = {}
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1
  const { rows: counted } = await db.query<{ status: string; n: number }>(
    'select status::text, sum(delta)::int as n from send_count group by status having sum(delta) <> 0',
  )
  expect(Object.fromEntries(counted.map(({ status, n }) => [status, n])), 'the counters against a recount').toEqual(
    counts,
  )
  return counts
}
