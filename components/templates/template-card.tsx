'use client'

import { CircleAlert, SendHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { TemplateSummary } from '@/lib/domain/list-template'
import { isSameTag } from '@/lib/domain/template-tags'
import { PersonMark } from './person-mark'
import { TagButton, TagRest } from './tag-chip'
import { TemplateMenu } from './template-menu'
import { TemplateThumbnail } from './template-thumbnail'
import type { TemplateActions } from './use-template-actions'
import { useWhenWords } from './when-words'

const SHOWN_TAGS = 3

type TemplateCardProps = {
  template: TemplateSummary
  actions: TemplateActions
  /** The tags that the library is filtered by. */
  chosen: string[]
  onTag: (tag: string) => void
}

/** One saved list: what it looks like, what is in it, who touched it last and how much it is used. */
export function TemplateCard({ template, actions, chosen, onTag }: TemplateCardProps) {
  const t = useTranslations('templates')
  const when = useWhenWords()
  const { id, name, face, sectionCount, rowCount, problemCount, savedBy, savedAt } = template
  const who = savedBy?.name ?? t('someone')
  return (
    <li className="relative flex flex-col rounded-xl border bg-surface shadow-card transition-shadow hover:shadow-float has-[h2_a:focus-visible]:outline-2 has-[h2_a:focus-visible]:outline-offset-2 has-[h2_a:focus-visible]:outline-accent">
      <TemplateThumbnail face={face} />
      <div className="flex flex-1 flex-col gap-2 border-t p-3.5">
        <div className="flex items-start gap-2">
          <div className="grid min-w-0 flex-1 gap-0.5">
            <h2 className="font-semibold">
              <Link
                href={`/templates/${id}`}
                title={name}
                className="block truncate leading-[24px] outline-none after:absolute after:inset-0 after:rounded-xl"
              >
                {name}
              </Link>
            </h2>
            <p className="truncate text-[0.8667rem] text-muted">
              {t('rowsInSections', { rows: rowCount, sections: sectionCount })}
            </p>
          </div>
          <TemplateMenu template={template} actions={actions} />
        </div>
        {problemCount > 0 && (
          <p className="flex">
            <Badge tone="warning" icon={<CircleAlert aria-hidden />}>
              {t('problems', { count: problemCount })}
            </Badge>
          </p>
        )}
        <CardTags tags={template.tags} chosen={chosen} onTag={onTag} />
        <div className="mt-auto grid gap-1.5 pt-1 text-[0.8667rem] text-muted">
          <div className="flex items-center gap-2">
            <PersonMark name={who} />
            <span className="min-w-0 truncate" suppressHydrationWarning>
              {t('who', { name: who, when: when.moment(savedAt) })}
            </span>
          </div>
          <div className="flex items-center gap-2">
            <SendHorizontal aria-hidden className="mx-1 size-3.5 shrink-0" />
            <span className="min-w-0 truncate" suppressHydrationWarning>
              <Usage template={template} />
            </span>
          </div>
        </div>
      </div>
    </li>
  )
}

function Usage({ template: { timesUsed, lastSentAt } }: { template: TemplateSummary }) {
  const t = useTranslations('templates')
  const when = useWhenWords()
  if (!lastSentAt) return t('notSent')
  return timesUsed > 0
    ? t('sentTimes', { count: timesUsed, when: when.day(lastSentAt) })
    : t('sentAgain', { when: when.day(lastSentAt) })
}

function CardTags({ tags, chosen, onTag }: { tags: string[]; chosen: string[]; onTag: (tag: string) => void }) {
  const t = useTranslations('templates.tags')
  const rest = tags.slice(SHOWN_TAGS)
  if (tags.length === 0) return null
  return (
    <ul aria-label={t('title')} className="flex min-w-0 flex-wrap gap-1.5">
      {tags.slice(0, SHOWN_TAGS).map((tag) => {
        const isChosen = chosen.some((other) => isSameTag(other, tag))
        return (
          <li key={tag} className="relative z-10 flex max-w-full min-w-0">
            <TagButton
              tag={tag}
              label={t(isChosen ? 'unfilter' : 'filterBy', { tag })}
              pressed={isChosen}
              onPress={() => onTag(tag)}
            />
          </li>
        )
      })}
      {rest.length > 0 && (
        <li className="flex">
          <TagRest
            text={t('more', { count: rest.length })}
            label={t('moreLabel', { count: rest.length, tags: rest.join(', ') })}
          />
        </li>
      )}
    </ul>
  )
}
