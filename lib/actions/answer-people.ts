'use server'

import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { createAnswersList } from '@/lib/commands/create-answers-list'
import { saveAnswerers } from '@/lib/commands/save-answerers'
import { tagAnswerers } from '@/lib/commands/tag-answerers'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import { type AnswerPeople, answerPeopleSchema } from '@/lib/domain/answer-people'
import { audienceNameSchema } from '@/lib/domain/audience'
import { tagsSchema } from '@/lib/domain/template-tags'
import { VARIABLE_NAMES, type VariableName } from '@/lib/domain/variables'
import { getAnsweredRows } from '@/lib/queries/answer-people'
import { defineAction } from './define-action'

const people = answerPeopleSchema

/** What the Send or the template and the row are called now; null where there is no such one. */
async function readNames(actor: UserActor, { scope, rowId }: AnswerPeople) {
  const found = await getAnsweredRows(actor, scope)
  if (!found) return null
  const row = rowId === null ? null : (found.rows.find(({ id }) => id === rowId)?.title ?? rowId)
  return { source: found.source.name, at: found.source.at, row }
}

/** Gives tags to who did this; who was no contact becomes one. */
export const tagAnswerersAction = defineAction({
  name: 'tagAnswerers',
  gate: 'user',
  schema: z.object({ people, tags: tagsSchema }),
  handler: async (actor, input) => succeed(await tagAnswerers(actor, input)),
})

/** Saves who did this as an audience: asked anew each time where it grows, else as they are now. */
export const saveAnswerersAction = defineAction({
  name: 'saveAnswerers',
  gate: 'user',
  schema: z.object({ id: z.uuid(), name: audienceNameSchema, people, grows: z.boolean() }),
  handler: async (actor, input): Promise<ActionResult<{ id: string; count: number }, 'nameTaken' | 'gone'>> => {
    const said = await readNames(actor, input.people)
    return said ? saveAnswerers(actor, { ...input, said }) : fail('gone')
  },
})

/** Makes a list of recipients of who did this. */
export const createAnswersListAction = defineAction({
  name: 'createAnswersList',
  gate: 'user',
  schema: people,
  handler: async (actor, input): Promise<ActionResult<{ id: string }, 'empty' | 'tooMany' | 'gone'>> => {
    const names = await readNames(actor, input)
    if (!names) return fail('gone')
    const [t, tMapping, tNames] = await Promise.all([
      getTranslations('answerPeople'),
      getTranslations('newSend.mapping'),
      getTranslations('variables.names'),
    ])
    const variables = Object.fromEntries(VARIABLE_NAMES.map((name) => [name, tNames(name)]))
    return createAnswersList(actor, {
      people: input,
      words: {
        title: t(`list.${input.did}`, { row: names.row ?? '', source: names.source }),
        name: tMapping('name'),
        phone: tMapping('phone'),
        variables: variables as Record<VariableName, string>,
      },
    })
  },
})
