import type { UserActor } from '@/lib/domain/actor'
import type { AnswerPeople } from '@/lib/domain/answer-people'
import { keepAnswerers } from './keep-answerers'
import { setContactsTags, type TaggedContacts } from './set-contacts-tags'

const BATCH = 5_000

/** Gives tags to everybody who did this; who was no contact becomes one. `created` says how many did. */
export async function tagAnswerers(
  actor: UserActor,
  { people, tags }: { people: AnswerPeople; tags: string[] },
): Promise<TaggedContacts & { created: number }> {
  const { ids, created } = await keepAnswerers(actor, people)
  const done = { created, changed: 0, full: 0 }
  for (let from = 0; from < ids.length; from += BATCH) {
    const { changed, full } = await setContactsTags(actor, {
      ids: ids.slice(from, from + BATCH),
      add: tags,
      remove: [],
    })
    done.changed += changed
    done.full += full
  }
  return done
}
