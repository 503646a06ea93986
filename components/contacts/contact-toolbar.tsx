'use client'

import { Clock, ClockAlert, UserRound, UserRoundX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TagWithRemove } from '@/components/templates/tag-chip'
import { TagFilter, toggleTag } from '@/components/templates/tag-filter'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { CONTACT_SORTS, type ContactFilters } from '@/lib/domain/contact-filters'
import type { TagCount } from '@/lib/domain/template-tags'

export type FilterChange = Partial<ContactFilters>

type ContactToolbarProps = {
  filters: ContactFilters
  /** As it is typed; the filters follow when there is time. */
  typed: string
  tags: TagCount[]
  /** What the audience that is filtered by is called. */
  audienceName: string | null
  counted: string
  onChange: (change: FilterChange) => void
  onClear: () => void
}

/** Search, filters and order, and under them what is filtered by. */
export function ContactToolbar({
  filters,
  typed,
  tags,
  audienceName,
  counted,
  onChange,
  onClear,
}: ContactToolbarProps) {
  const t = useTranslations('contacts')
  const windows = [
    { window: 'open', icon: <Clock aria-hidden /> },
    { window: 'closed', icon: <ClockAlert aria-hidden /> },
    { window: 'unknown', icon: <UserRound aria-hidden /> },
  ] as const
  const sortNames = CONTACT_SORTS.map((sort) => ({ sort, name: t(`sort.${sort}`) }))
  const hasChips = filters.tags.length > 0 || filters.audience !== null
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2.5">
        <SearchField
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          clearLabel={t('clearSearch')}
          value={typed}
          onChange={(search) => onChange({ search })}
        />
        <TagFilter
          inUse={tags}
          chosen={filters.tags}
          onChange={(next) => onChange({ tags: next })}
          words={{
            trigger: t('filter.tags', { count: filters.tags.length }),
            label: t('filter.byTag'),
            none: t('filter.noTags'),
            find: t('filter.findTag'),
            counted: (count) => t('filter.tagCount', { count }),
          }}
        />
        <Select
          aria-label={t('sort.label')}
          value={filters.sort}
          className="min-w-0"
          onChange={(event) => {
            const chosen = CONTACT_SORTS.find((sort) => sort === event.target.value)
            if (chosen) onChange({ sort: chosen })
          }}
        >
          {sortNames.map(({ sort, name }) => (
            <option key={sort} value={sort}>
              {name}
            </option>
          ))}
        </Select>
        <p aria-live="polite" className="ml-auto text-[0.8667rem] text-muted tabular-nums">
          {counted}
        </p>
      </div>
      <fieldset className="flex flex-wrap items-center gap-1.5">
        <legend className="sr-only">{t('filter.label')}</legend>
        {windows.map(({ window, icon }) => (
          <FilterChip
            key={window}
            icon={icon}
            pressed={filters.window === window}
            onPress={() => onChange({ window: filters.window === window ? null : window })}
          >
            {t(`filter.${window}`)}
          </FilterChip>
        ))}
        <FilterChip
          icon={<UserRoundX aria-hidden />}
          pressed={filters.optedOut === true}
          onPress={() => onChange({ optedOut: filters.optedOut === true ? null : true })}
        >
          {t('filter.optedOut')}
        </FilterChip>
      </fieldset>
      {hasChips && (
        <div className="flex flex-wrap items-center gap-2">
          <span id="contact-filters" className="text-[0.8667rem] text-muted">
            {t('filter.chosen')}
          </span>
          <ul aria-labelledby="contact-filters" className="contents">
            {filters.audience && (
              <li className="flex max-w-full min-w-0">
                <TagWithRemove
                  tag={audienceName ? t('filter.audience', { name: audienceName }) : t('filter.goneAudience')}
                  label={t('filter.removeAudience')}
                  onRemove={() => onChange({ audience: null })}
                />
              </li>
            )}
            {filters.tags.map((tag) => (
              <li key={tag} className="flex max-w-full min-w-0">
                <TagWithRemove
                  tag={tag}
                  label={t('filter.removeTag', { tag })}
                  onRemove={() => onChange({ tags: toggleTag(filters.tags, tag) })}
                />
              </li>
            ))}
          </ul>
          <Button variant="link" size="sm" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        </div>
      )}
    </div>
  )
}

type FilterChipProps = { icon: ReactNode; pressed: boolean; onPress: () => void; children: ReactNode }

function FilterChip({ icon, pressed, onPress, children }: FilterChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={cn(
        'inline-flex h-8 items-center gap-1.5 rounded-full border px-3 text-[0.8667rem] font-medium transition-colors [&_svg]:size-3.5',
        pressed
          ? 'border-transparent bg-accent-soft text-accent'
          : 'text-muted hover:border-line-strong/60 hover:text-text',
      )}
    >
      {icon}
      {children}
    </button>
  )
}
