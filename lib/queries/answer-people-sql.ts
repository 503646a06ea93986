import { Prisma } from '@/lib/db/generated/client'
import type { AnswerDid, AnswerPeople, AnswerScope } from '@/lib/domain/answer-people'
import { REMOVED_PHONE } from '@/lib/domain/removed-person'

const DID: Record<Exclude<AnswerDid, 'chose'>, Prisma.Sql> = {
  typed: Prisma.sql`r.replied_at is not null and r.chose_row_id is null`,
  replied: Prisma.sql`r.replied_at is not null`,
  readOnly: Prisma.sql`r.status = 'read' and r.replied_at is null`,
}

/**
 * Which Sends, as a condition over `send s`. A test is in no template's figures, nor a rehearsal once it was sent for real:
 * of the gateways, the last one is that.
 */
export const scopeWhere = (scope: AnswerScope): Prisma.Sql => {
  if ('sendId' in scope) return Prisma.sql`s.id = ${scope.sendId}::uuid`
  const { templateId, version } = scope
  const made = (of: Prisma.Sql) => Prisma.sql`${of}.template_id = ${templateId}::uuid and not ${of}.is_test
    ${version === null ? Prisma.empty : Prisma.sql`and ${of}.template_version = ${version}`}`
  return Prisma.sql`(${made(Prisma.sql`s`)} and s.gateway = (
    select max(other.gateway) from send other where ${made(Prisma.sql`other`)}))`
}

const inScope = (scope: AnswerScope) =>
  'sendId' in scope
    ? Prisma.sql`r.send_id = ${scope.sendId}::uuid`
    : Prisma.sql`r.send_id in (select s.id from send s where ${scopeWhere(scope)})`

/** The recipients `r` of these people; a person may have several. Without those whose data was removed. */
export function answererWhere({ scope, did, rowId }: AnswerPeople): Prisma.Sql {
  const act = did === 'chose' ? Prisma.sql`r.chose_row_id = ${rowId} and r.replied_at is not null` : DID[did]
  return Prisma.sql`(${inScope(scope)} and ${act} and r.phone <> ${REMOVED_PHONE})`
}
