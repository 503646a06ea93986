import { db } from '@/lib/db/client'
import { TEMPLATE_SELECT, toTemplateView } from '@/lib/db/template'
import type { Actor } from '@/lib/domain/actor'
import {
  countsOf,
  type TemplatePage,
  type TemplateSummary,
  type TemplateView,
  toTemplateFace,
} from '@/lib/domain/list-template'
import {
  type TemplateCursor,
  type TemplateFilterInput,
  templateFiltersSchema,
  toTemplateCursor,
} from '@/lib/domain/template-filters'
import { tagKey } from '@/lib/domain/template-tags'
import { templatePageSql } from './template-page'
import { listTagSpellings } from './template-tags'

export const TEMPLATE_PAGE_SIZE = 24

type PlaceRow = {
  id: string
  name: string
  updated_at: Date
  created_at: Date
  last_sent_at: Date | null
  times_used: number
}

const toPlace = (row: PlaceRow): TemplateCursor => ({
  id: row.id,
  name: row.name,
  savedAt: row.updated_at.toISOString(),
  createdAt: row.created_at.toISOString(),
  lastSentAt: row.last_sent_at?.toISOString() ?? null,
  timesUsed: row.times_used,
})

function toSummary({ draft, version: _version, sentRowIds: _sent, ...template }: TemplateView): TemplateSummary {
  return { ...template, face: toTemplateFace(draft), ...countsOf(draft) }
}

/** One page of the saved lists, in the order that the filters ask for; `after` is where the page before it ended. */
export async function listTemplates(
  actor: Actor,
  { after, ...input }: TemplateFilterInput & { after?: TemplateCursor },
): Promise<TemplatePage> {
  const filters = templateFiltersSchema.parse(input)
  const tags = await spellingsOf(actor, filters.tags)
  const sql = templatePageSql(filters, tags, after ?? null, TEMPLATE_PAGE_SIZE + 1)
  const places = await db().$queryRaw<PlaceRow[]>(sql)
  const page = places.slice(0, TEMPLATE_PAGE_SIZE)
  const rows = await db().listTemplate.findMany({
    where: { id: { in: page.map(({ id }) => id) } },
    select: TEMPLATE_SELECT,
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const last = page.at(-1)
  return {
    templates: page.flatMap(({ id }) => {
      const row = byId.get(id)
      return row ? [toSummary(toTemplateView(row))] : []
    }),
    nextCursor: places.length > TEMPLATE_PAGE_SIZE && last ? toTemplateCursor(toPlace(last)) : null,
  }
}

/** Each tag as it is written on some list: two people may have given one tag in two spellings at the same moment. */
async function spellingsOf(actor: Actor, tags: readonly string[]): Promise<string[][]> {
  if (tags.length === 0) return []
  const inUse = await listTagSpellings(actor)
  return tags.map((asked) => inUse.map(({ tag }) => tag).filter((tag) => tagKey(tag) === tagKey(asked)))
}

export async function getTemplate(_actor: Actor, id: string): Promise<TemplateView | null> {
  const row = await db().listTemplate.findUnique({ where: { id }, select: TEMPLATE_SELECT })
  return row && toTemplateView(row)
}
