import { db } from '@/lib/db/client'
import { type ActionResult, fail, succeed } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import type { AudienceRule } from '@/lib/domain/audience-rule'
import { variableNamed } from '@/lib/domain/mapping-guess'
import { LIST_LIMITS, type RecipientMapping } from '@/lib/domain/recipient-list'
import { audienceWhere, savedAudienceWhere } from '@/lib/queries/audience-sql'
import { getAudienceRule } from '@/lib/queries/audiences'
import { listContactFields } from '@/lib/queries/contact-fields'
import { startRecipientList } from './start-recipient-list'

const TRANSACTION = { maxWait: 10_000, timeout: 120_000 }

/** @property words what the columns of name and phone are called, in the person's language */
type ContactsListInput = { of: { rule: AudienceRule } | { audienceId: string }; words: { name: string; phone: string } }

/**
 * Makes a list of contacts as they are now, by a rule or of a saved audience: name, phone and one's own columns. Who opted
 * out is not among them. Fails with `empty`, `gone` where there is no such audience, or `tooMany`.
 */
export async function createContactsList(
  actor: UserActor,
  { of, words }: ContactsListInput,
): Promise<ActionResult<{ id: string }, 'empty' | 'gone' | 'tooMany'>> {
  const taken = await whomToTake(actor, of)
  if (!taken) return fail('gone')
  const fields = await listContactFields(actor)
  const keys = fields.map(({ key }) => key)
  const list = await startRecipientList(actor, { source: 'contacts', fileName: taken.name })

  const count = await db().$transaction(async (tx) => {
    const written = await tx.$executeRaw`
      insert into recipient_list_row (list_id, line, cells)
      select ${list.id}::uuid, row_number() over (order by c.name, c.id),
        array[c.name, c.phone] || array(
          select coalesce(c.fields ->> key, '') from unnest(${keys}::text[]) with ordinality as own (key, place) order by place)
      from contact c
      where ${taken.where}
      limit ${LIST_LIMITS.lines + 1}`
    await tx.recipientList.update({
      where: { id: list.id },
      data: {
        state: 'read',
        lineCount: written,
        columns: [words.name, words.phone, ...fields.map(({ label }) => label)],
        mapping: toMapping(fields),
      },
    })
    return written
  }, TRANSACTION)
  if (count > 0 && count <= LIST_LIMITS.lines) return succeed(list)
  await db().recipientList.delete({ where: { id: list.id } })
  return count === 0 ? fail('empty') : fail('tooMany', { params: { max: LIST_LIMITS.lines } })
}

async function whomToTake(actor: UserActor, of: ContactsListInput['of']) {
  if ('rule' in of) return { name: null, where: audienceWhere(of.rule) }
  const audience = await getAudienceRule(actor, of.audienceId)
  return audience && { name: audience.name, where: savedAudienceWhere(audience) }
}

function toMapping(fields: { label: string }[]): RecipientMapping {
  const variables: RecipientMapping['variables'] = { nome: 0 }
  fields.forEach(({ label }, i) => {
    const variable = variableNamed(label)
    if (variable && variables[variable] === undefined) variables[variable] = i + 2
  })
  return { phone: 1, name: 0, variables, hasHeader: false }
}
