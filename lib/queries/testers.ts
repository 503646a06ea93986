import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/actor'
import type { TesterView } from '@/lib/domain/tester'

/** Everybody who gets tests, by name. */
export const listTesters = (_actor: Actor): Promise<TesterView[]> =>
  db().tester.findMany({ select: { id: true, name: true, phone: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
