import type { ActionResult } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import type { AnswerPeople } from '@/lib/domain/answer-people'
import { type AnswerCondition, emptyRule } from '@/lib/domain/audience-rule'
import { createAudience } from './create-audience'
import { keepAnswerers } from './keep-answerers'

/** @property grows whether whoever does it later is in too; otherwise they are added by hand, as they are now */
type SavedAnswerers = { id: string; name: string; people: AnswerPeople; said: AnswerCondition['said']; grows: boolean }

/** Saves who did this as an audience; who was no contact becomes one. Fails with `nameTaken`. */
export async function saveAnswerers(
  actor: UserActor,
  { id, name, people, said, grows }: SavedAnswerers,
): Promise<ActionResult<{ id: string; count: number }, 'nameTaken'>> {
  const { ids } = await keepAnswerers(actor, people)
  const rule = grows ? { ...emptyRule(), answer: { people, said } } : null
  const made = await createAudience(actor, { id, name, rule, memberIds: grows ? [] : ids })
  return made.ok ? { ok: true, data: { id, count: ids.length } } : made
}
