'use client'

import { Combine, EllipsisVertical, Tag, Trash2, UserRoundCheck, UserRoundX, UsersRound, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { CONTACTS_AT_ONCE, type ContactCount } from '@/lib/domain/contact-view'
import type { Selection } from './use-selection'

type SelectionBarProps = {
  selection: Selection
  /** How many the filters show. */
  count: ContactCount | undefined
  /** Whether they are looked at as an audience, out of which they can be taken. */
  isInAudience: boolean
  onTag: () => void
  onAudience: () => void
  onTakeOut: () => void
  onOptedOut: (isOut: boolean) => void
  onMerge: () => void
  onDelete: () => void
}

/** What can be done with those who are ticked. It floats over the list's end, so that it is there however far one is. */
export function SelectionBar(props: SelectionBarProps) {
  const { selection, count, isInAudience } = props
  const t = useTranslations('contacts.select')
  const all = Math.min(count?.count ?? 0, CONTACTS_AT_ONCE)
  if (selection.count === 0) return null
  return (
    <section
      aria-label={t('bar')}
      className="sticky bottom-[calc(var(--bar)+0.75rem)] z-20 mx-auto flex max-w-full flex-wrap items-center gap-2 justify-self-center rounded-xl border bg-raised px-3 py-2 shadow-float md:bottom-4"
    >
      <span role="status" className="px-1 font-medium tabular-nums">
        {t('count', { count: selection.count })}
      </span>
      {!selection.isAll && selection.isWhole && all > selection.count && (
        <Button variant="link" size="sm" onClick={selection.takeAll}>
          {count?.more ? t('first', { count: all }) : t('all', { count: all })}
        </Button>
      )}
      <span aria-hidden className="mx-1 hidden h-5 w-px bg-line sm:block" />
      <Button size="sm" onClick={props.onTag}>
        <Tag aria-hidden />
        {t('tag')}
      </Button>
      <Button size="sm" onClick={isInAudience ? props.onTakeOut : props.onAudience}>
        <UsersRound aria-hidden />
        {t(isInAudience ? 'takeOut' : 'audience')}
      </Button>
      <Button size="sm" className="max-lg:hidden" onClick={() => props.onOptedOut(true)}>
        <UserRoundX aria-hidden />
        {t('optOut')}
      </Button>
      <Button size="sm" className="max-lg:hidden" onClick={props.onDelete}>
        <Trash2 aria-hidden />
        {t('delete')}
      </Button>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={t('more')} icon={<EllipsisVertical aria-hidden />} variant="secondary" />
        </MenuTrigger>
        <MenuContent align="end">
          {isInAudience && (
            <MenuItem onSelect={props.onAudience}>
              <UsersRound aria-hidden />
              {t('audience')}
            </MenuItem>
          )}
          {selection.count === 2 && !selection.isAll && (
            <MenuItem onSelect={props.onMerge}>
              <Combine aria-hidden />
              {t('merge')}
            </MenuItem>
          )}
          <MenuItem onSelect={() => props.onOptedOut(true)}>
            <UserRoundX aria-hidden />
            {t('optOut')}
          </MenuItem>
          <MenuItem onSelect={() => props.onOptedOut(false)}>
            <UserRoundCheck aria-hidden />
            {t('optIn')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem tone="danger" onSelect={props.onDelete}>
            <Trash2 aria-hidden />
            {t('delete')}
          </MenuItem>
        </MenuContent>
      </Menu>
      <IconButton label={t('clear')} icon={<X aria-hidden />} onClick={selection.clear} />
    </section>
  )
}
