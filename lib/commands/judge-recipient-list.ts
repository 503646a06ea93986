import { toMessageHash } from '@/lib/db/message-hash'
import { type ActionResult, fail, succeed, toFieldErrors } from '@/lib/domain/action-result'
import type { UserActor } from '@/lib/domain/actor'
import { draftToMessage } from '@/lib/domain/list-draft'
import { columnNames } from '@/lib/domain/mapping-guess'
import type { JudgedFor, ListQuestion, RecipientMapping } from '@/lib/domain/recipient-list'
import { frozenMessageSchema } from '@/lib/domain/variable-values'
import { getGateway } from '@/lib/queries/connection'
import { queueJob } from './queue-job'

/** gone: no such list of theirs, or it could not be read; inUse: a Send is being written down from it right now. */
export type JudgeErrorCode = 'gone' | 'inUse'

/**
 * Asks anew what is to be found of each line of a list, against this message and these columns; the worker does it. What
 * an older question has found is worth nothing from here on. Fails with `invalid` where the message itself could not be
 * sent to anybody, or a column is none.
 */
export async function judgeRecipientList(
  actor: UserActor,
  { listId, draft, templateId, mapping, values }: ListQuestion,
): Promise<ActionResult<{ revision: number }, JudgeErrorCode>> {
  const frozen = frozenMessageSchema.safeParse(draftToMessage(draft))
  if (!frozen.success) return fail('invalid', { fieldErrors: toFieldErrors(frozen.error) })
  const { kind: gateway } = await getGateway(actor)
  const judgedFor: JudgedFor = { draft, templateId, values, gateway, messageHash: toMessageHash(frozen.data) }

  return queueJob(
    actor,
    'judge_recipient_list',
    async (tx): Promise<ActionResult<{ revision: number }, JudgeErrorCode>> => {
      // Waits for the batch that is being judged, and for a Send that is just being made of it.
      const [list] = await tx.$queryRaw<{ state: string; columns: string[] }[]>`
        select state, columns from recipient_list
        where id = ${listId}::uuid and created_by_id = ${actor.userId}::uuid for no key update`
      if (!list || list.state === 'reading' || list.state === 'failed') return fail('gone')
      if ((await tx.send.count({ where: { listId, state: 'preparing' } })) > 0) return fail('inUse')
      if (columnsOf(mapping).some((column) => column >= list.columns.length)) return fail('invalid')
      const first = await tx.recipientListRow.findMany({
        where: { listId },
        orderBy: { line: 'asc' },
        take: 1,
        select: { cells: true },
      })
      return succeed(
        await tx.recipientList.update({
          where: { id: listId },
          data: {
            state: 'judging',
            mapping,
            judgedFor,
            judgedLine: 0,
            verdicts: {},
            revision: { increment: 1 },
            columns: columnNames(
              first.map(({ cells }) => cells),
              mapping.hasHeader,
              list.columns.length,
            ),
          },
          select: { revision: true },
        }),
      )
    },
    ({ ok }) => ok,
  )
}

const columnsOf = ({ phone, name, variables }: RecipientMapping): number[] => [
  phone,
  ...(name === null ? [] : [name]),
  ...Object.values(variables),
]
