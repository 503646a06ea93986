'use client'

import { Tag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { Select } from '@/components/ui/select'
import { fold } from '@/lib/domain/fold'
import { TEMPLATE_SORTS, type TemplateSort } from '@/lib/domain/template-filters'
import { isSameTag, type TagCount } from '@/lib/domain/template-tags'
import { TagButton, TagWithRemove } from './tag-chip'

/** Tags without or with one of them, as it is pressed. */
export const toggleTag = (tags: readonly string[], tag: string): string[] =>
  tags.some((other) => isSameTag(other, tag)) ? tags.filter((other) => !isSameTag(other, tag)) : [...tags, tag]

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

type TagFilterProps = { inUse: TagCount[]; chosen: string[]; onChange: (tags: string[]) => void }

const MANY = 12

/** Which tags the lists must carry. */
export function TagFilter({ inUse, chosen, onChange }: TagFilterProps) {
  const t = useTranslations('templates.tags')
  const [looked, setLooked] = useState('')
  const shown = inUse.filter(({ tag }) => fold(tag).includes(fold(looked)))
  return (
    <Popover onOpenChange={() => setLooked('')}>
      <PopoverTrigger className={buttonClass()}>
        <Tag aria-hidden />
        {t('filterCount', { count: chosen.length })}
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={t('filter')} className="w-80">
        {inUse.length === 0 ? (
          <p className="p-2.5 text-muted">{t('noneInUse')}</p>
        ) : (
          <div className="grid gap-1">
            {inUse.length > MANY && (
              <Input
                type="search"
                aria-label={t('find')}
                placeholder={t('find')}
                value={looked}
                onChange={(event) => setLooked(event.target.value)}
              />
            )}
            <fieldset className="max-h-72 overflow-y-auto">
              <legend className="sr-only">{t('filter')}</legend>
              {shown.map(({ tag, count }) => (
                <label
                  key={tag}
                  className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 hover:bg-hover"
                >
                  <input
                    type="checkbox"
                    className="size-4 shrink-0 accent-(--accent)"
                    checked={chosen.some((other) => isSameTag(other, tag))}
                    onChange={() => onChange(toggleTag(chosen, tag))}
                  />
                  <span className="min-w-0 flex-1 truncate">{tag}</span>
                  <span className="text-[0.8667rem] text-muted">{t('lists', { count })}</span>
                </label>
              ))}
            </fieldset>
          </div>
        )}
      </PopoverContent>
    </Popover>
  )
}

/** The tags that are filtered by, each with a way to take it out. */
export function ChosenTags({ chosen, onChange }: Omit<TagFilterProps, 'inUse'>) {
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
