'use client'

import { EllipsisVertical, Forward, MessagesSquare, Tags, UsersRound } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Queries } from '@/components/shell/queries'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { type AnswerDid, type AnswerScope, answerPeopleParams, messagesAddress } from '@/lib/domain/answer-people'
import { WindowClock } from './window-clock'

const TagDialog = dynamic(() => import('./tag-answers-dialog').then((module) => module.TagAnswersDialog), {
  ssr: false,
  loading: () => null,
})
const AudienceDialog = dynamic(() => import('./save-answers-dialog').then((module) => module.SaveAnswersDialog), {
  ssr: false,
  loading: () => null,
})

export type RowActionsProps = {
  scope: AnswerScope
  /** Whose last tap was this row; left out where `did` says what else they did. */
  rowId?: string
  did?: Exclude<AnswerDid, 'chose'>
  /** What the row, or what they did, is called: "Segunda via". */
  label: string
  /** How many they are, as the page shows it. */
  count: number
}

/** What can be done with the people behind a row: see them, send them the next list, tag them, keep them as an audience. */
export function RowActions({ scope, rowId, did, label, count }: RowActionsProps) {
  const t = useTranslations('answerPeople')
  const [open, setOpen] = useState<'tag' | 'audience' | null>(null)
  const people = { scope, did: rowId === undefined ? (did ?? 'replied') : ('chose' as const), rowId: rowId ?? null }
  const close = () => setOpen(null)
  return (
    <Queries>
      <Menu>
        <MenuTrigger asChild>
          <IconButton
            label={t('actions', { label })}
            icon={<EllipsisVertical aria-hidden />}
            reason={count === 0 ? t('nobody') : null}
          />
        </MenuTrigger>
        {count > 0 && (
          <MenuContent align="end" className="max-w-80">
            <div className="px-2.5 pt-1.5 pb-1">
              <WindowClock people={people} />
            </div>
            <MenuSeparator />
            <MenuItem asChild>
              <Link href={messagesAddress(people)}>
                <MessagesSquare aria-hidden />
                {t('see')}
              </Link>
            </MenuItem>
            <MenuItem asChild>
              <Link href={`/sends/new?${answerPeopleParams(people)}`}>
                <Forward aria-hidden />
                {t('sendNext')}
              </Link>
            </MenuItem>
            <MenuItem onSelect={() => setOpen('tag')}>
              <Tags aria-hidden />
              {t('tag')}
            </MenuItem>
            <MenuItem onSelect={() => setOpen('audience')}>
              <UsersRound aria-hidden />
              {t('save')}
            </MenuItem>
          </MenuContent>
        )}
      </Menu>
      {open === 'tag' && <TagDialog people={people} label={label} onClose={close} />}
      {open === 'audience' && <AudienceDialog people={people} label={label} onClose={close} />}
    </Queries>
  )
}
