'use client'

import { useQueryClient } from '@tanstack/react-query'
import { EllipsisVertical, Pencil, Plus, Trash2, UsersRound } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { rereadContacts, useAudiences } from '@/components/contacts/contact-reads'
import { ContactsNav } from '@/components/contacts/contacts-nav'
import { ReadNotice } from '@/components/sends/read-notice'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { PageHeader } from '@/components/ui/page-header'
import type { AudienceView } from '@/lib/domain/audience'
import { useRuleWords } from './use-rule-words'

const AudienceDialog = dynamic(() => import('./audience-dialog').then((module) => module.AudienceDialog), {
  ssr: false,
  loading: () => null,
})
const DeleteAudienceDialog = dynamic(
  () => import('./delete-audience-dialog').then((module) => module.DeleteAudienceDialog),
  { ssr: false, loading: () => null },
)

type Open = { what: 'new' } | { what: 'edit' | 'delete'; audience: AudienceView }

/** The saved audiences, each with whom it takes and how many they are now. */
export function AudienceList({ first }: { first: { audiences: AudienceView[]; readAt: number } }) {
  const t = useTranslations('audiences')
  const client = useQueryClient()
  const { data: audiences = [], error } = useAudiences(first)
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const isEmpty = audiences.length === 0 && !error
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          !isEmpty && (
            <Button variant="primary" onClick={() => setOpen({ what: 'new' })}>
              <Plus aria-hidden />
              {t('new')}
            </Button>
          )
        }
      />
      <ContactsNav />
      <ReadNotice error={error} onRetry={() => void rereadContacts(client)} />
      {isEmpty ? (
        <EmptyState
          icon={<UsersRound aria-hidden />}
          title={t('emptyTitle')}
          action={
            <Button variant="primary" onClick={() => setOpen({ what: 'new' })}>
              <Plus aria-hidden />
              {t('new')}
            </Button>
          }
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul aria-label={t('list')} className="divide-y overflow-hidden rounded-xl border bg-surface shadow-card">
          {audiences.map((audience) => (
            <AudienceLine
              key={audience.id}
              audience={audience}
              onEdit={() => setOpen({ what: 'edit', audience })}
              onDelete={() => setOpen({ what: 'delete', audience })}
            />
          ))}
        </ul>
      )}
      {(open?.what === 'new' || open?.what === 'edit') && (
        <AudienceDialog audience={open.what === 'edit' ? open.audience : undefined} onClose={close} />
      )}
      {open?.what === 'delete' && <DeleteAudienceDialog audience={open.audience} onClose={close} />}
    </div>
  )
}

type AudienceLineProps = { audience: AudienceView; onEdit: () => void; onDelete: () => void }

function AudienceLine({ audience, onEdit, onDelete }: AudienceLineProps) {
  const t = useTranslations('audiences')
  const words = useRuleWords()
  return (
    <li className="relative flex items-center gap-4 px-4 py-3 transition-colors focus-within:bg-hover hover:bg-hover">
      <div className="grid min-w-0 flex-1 gap-0.5">
        {/* The link covers its whole line. */}
        <Link href={`/contacts?audience=${audience.id}`} className="truncate font-medium after:absolute after:inset-0">
          {audience.name}
        </Link>
        <span className="truncate text-[0.9333rem] text-muted">{words(audience.rule)}</span>
      </div>
      <span className="grid shrink-0 justify-items-end">
        <span className="tabular-nums">{t('count', { count: audience.count })}</span>
        {audience.memberCount > 0 && audience.rule && (
          <span className="text-[0.8667rem] text-muted tabular-nums">
            {t('byHand', { count: audience.memberCount })}
          </span>
        )}
      </span>
      <Menu>
        <MenuTrigger asChild>
          <IconButton
            label={t('actions', { name: audience.name })}
            icon={<EllipsisVertical aria-hidden />}
            className="relative z-10"
          />
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={onEdit}>
            <Pencil aria-hidden />
            {t('edit')}
          </MenuItem>
          <MenuItem asChild>
            <Link href={`/contacts?audience=${audience.id}`}>
              <UsersRound aria-hidden />
              {t('see')}
            </Link>
          </MenuItem>
          <MenuSeparator />
          <MenuItem tone="danger" onSelect={onDelete}>
            <Trash2 aria-hidden />
            {t('delete')}
          </MenuItem>
        </MenuContent>
      </Menu>
    </li>
  )
}
