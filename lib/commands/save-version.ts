import type { Prisma } from '@/lib/db/generated/client'
import { TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import { recordVersion, type VersionOrigin } from '@/lib/db/template-version'
import type { UserActor } from '@/lib/domain/actor'
import type { ListDraft } from '@/lib/domain/list-draft'
import { type TemplateView, templateSearchText } from '@/lib/domain/list-template'
import { sentIdChanges } from '@/lib/domain/sent-row-ids'
import type { UpdateOutcome } from '@/lib/domain/template-version'

/** @property draft storable already */
type NewVersion = VersionOrigin & { draft: ListDraft; name?: string }

/** Writes another draft as a locked template's next version. */
export async function saveVersion(
  actor: UserActor,
  tx: Prisma.TransactionClient,
  template: TemplateView,
  { draft, name = template.name, ...origin }: NewVersion,
): Promise<TemplateView> {
  const row = await tx.listTemplate.update({
    where: { id: template.id },
    data: {
      name,
      draft,
      searchText: templateSearchText(name, draft, template.tags),
      updatedById: actor.userId,
      version: { increment: 1 },
    },
    select: TEMPLATE_SELECT,
  })
  const saved = toTemplateView(row)
  await recordVersion(tx, saved, origin)
  return saved
}

/** Writes it, unless it would change an ID that was sent and that is not among the acknowledged ones. */
export async function saveUnlessFrozen(
  actor: UserActor,
  tx: Prisma.TransactionClient,
  template: TemplateView,
  { acknowledgedRowIds = [], ...version }: NewVersion & { acknowledgedRowIds?: string[] },
): Promise<UpdateOutcome> {
  const rowIds = sentIdChanges(template.draft, version.draft, template.sentRowIds)
  const acknowledged = new Set(acknowledgedRowIds)
  if (!rowIds.every(({ from }) => acknowledged.has(from))) return { outcome: 'frozen', template, rowIds }
  const changedSentRowIds = rowIds.map(({ from }) => from)
  return { outcome: 'saved', template: await saveVersion(actor, tx, template, { ...version, changedSentRowIds }) }
}
