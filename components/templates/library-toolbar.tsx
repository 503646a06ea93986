'use client'

import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Select } from '@/components/ui/select'
import { TEMPLATE_SORTS, type TemplateSort } from '@/lib/domain/template-filters'
import { isSameTag } from '@/lib/domain/template-tags'
import { TagButton, TagWithRemove } from './tag-chip'
import { toggleTag } from './tag-filter'

export function SortSelect({ value, onChange }: { value: TemplateSort; onChange: (sort: TemplateSort) => void }) {
  const t = useTranslations('templates.sort')
  return (
    <Select
      aria-label={t('label')}
      value={value}
      className="min-w-0"
      onChange={(event) => {
        const sort = TEMPLATE_SORTS.find((one) => one === event.target.value)
        if (sort) onChange(sort)
      }}
    >
      {TEMPLATE_SORTS.map((sort) => (
        <option key={sort} value={sort}>
          {t(sort)}
        </option>
      ))}
    </Select>
  )
}

/** The tags that are filtered by, each with a way to take it out. */
export function ChosenTags({ chosen, onChange }: { chosen: string[]; onChange: (tags: string[]) => void }) {
  const t = useTranslations('templates.tags')
  if (chosen.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span id="chosen-tags" className="text-[0.8667rem] text-muted">
        {t('chosen')}
      </span>
      <ul aria-labelledby="chosen-tags" className="contents">
        {chosen.map((tag) => (
          <li key={tag} className="flex max-w-full min-w-0">
            <TagWithRemove tag={tag} label={t('unfilter', { tag })} onRemove={() => onChange(toggleTag(chosen, tag))} />
          </li>
        ))}
      </ul>
      <button type="button" className={cn(buttonClass('link', 'sm'))} onClick={() => onChange([])}>
        {t('clear')}
      </button>
    </div>
  )
}

/** Tags that can be pressed into a list, and out of it again. */
export function TagChoices({
  tags,
  chosen,
  onToggle,
}: {
  tags: string[]
  chosen: string[]
  onToggle: (tag: string) => void
}) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag} className="flex max-w-full min-w-0">
          <TagButton
            tag={tag}
            label={tag}
            pressed={chosen.some((other) => isSameTag(other, tag))}
            onPress={() => onToggle(tag)}
          />
        </li>
      ))}
    </ul>
  )
}
