'use client'

import { LoaderCircle } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { fold } from '@/lib/domain/fold'
import { type ListDraft, messageToDraft } from '@/lib/domain/list-draft'
import { templateSearchText, toTemplateFace } from '@/lib/domain/list-template'
import type { ReadyListId } from '@/lib/domain/ready-list'
import { readyLists } from '@/lib/domain/ready-lists'
import { TemplateThumbnail } from './template-thumbnail'

export type ReadyPick = { id: ReadyListId; name: string; draft: ListDraft }

type ReadyGridProps = {
  onPick: (pick: ReadyPick) => void
  /** The one that was picked, until it is there. */
  busyId?: ReadyListId | null
  /** Only those in which each of its words stands. */
  search?: string
  /** Before them, where there are any. */
  title?: string
}

/** The ready-made lists by their pictures; one press takes one. */
export function ReadyGrid({ onPick, busyId = null, search = '', title }: ReadyGridProps) {
  const t = useTranslations('ready')
  const tTemplates = useTranslations('templates')
  const locale = useLocale()
  const lists = useMemo(
    () => readyLists(locale).map(({ id, name, message }) => ({ id, name, draft: messageToDraft(message) })),
    [locale],
  )
  const words = fold(search).split(' ').filter(Boolean)
  const shown = lists.filter(({ name, draft }) => {
    const text = templateSearchText(name, draft, [])
    return words.every((word) => text.includes(word))
  })
  if (shown.length === 0) return null
  return (
    <section className="grid gap-3">
      {title && <h2 className="font-semibold">{title}</h2>}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))] gap-4 text-left">
        {shown.map((pick) => {
          const { id, name, draft } = pick
          return (
            <li key={id} className="flex">
              <button
                type="button"
                aria-label={t('use', { name })}
                aria-describedby={`ready-${id}`}
                aria-busy={busyId === id || undefined}
                onClick={() => busyId === null && onPick(pick)}
                className="group flex w-full flex-col rounded-xl border bg-surface text-left shadow-card transition-shadow hover:border-accent/50 hover:shadow-float"
              >
                <TemplateThumbnail face={toTemplateFace(draft)} />
                <span className="grid w-full flex-1 content-start gap-1 border-t p-3.5">
                  <span className="flex items-center gap-2 font-semibold group-hover:text-accent">
                    <span className="min-w-0 flex-1 truncate">{name}</span>
                    {busyId === id && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
                  </span>
                  <span className="text-[0.8667rem] text-muted">
                    {tTemplates('rowsInSections', {
                      rows: draft.sections.flatMap(({ rows }) => rows).length,
                      sections: draft.sections.length,
                    })}
                  </span>
                  <span id={`ready-${id}`} className="mt-1 text-[0.8667rem] text-pretty">
                    {t(`tip.${id}`)}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
