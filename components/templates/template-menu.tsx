'use client'

import { Archive, ArchiveRestore, Copy, EllipsisVertical, FileClock, Pencil, PenLine, Tag, Users } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { TemplateSummary } from '@/lib/domain/list-template'
import type { TemplateActions } from './use-template-actions'

export function TemplateMenu({ template, actions }: { template: TemplateSummary; actions: TemplateActions }) {
  const t = useTranslations('templates')
  const tEditor = useTranslations('editor')
  const tVersions = useTranslations('versions')
  const tNew = useTranslations('newSend.entry')
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton
          label={t('actions', { name: template.name })}
          icon={<EllipsisVertical aria-hidden />}
          className="relative z-10 -mr-1.5"
        />
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem asChild>
          <Link href={`/compose?template=${template.id}`}>
            <PenLine aria-hidden />
            {t('use')}
          </Link>
        </MenuItem>
        {!template.archivedAt && (
          <MenuItem asChild>
            <Link href={`/sends/new?template=${template.id}`}>
              <Users aria-hidden />
              {tNew('many')}
            </Link>
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem onSelect={() => actions.askName(template)}>
          <Pencil aria-hidden />
          {tEditor('rename')}
        </MenuItem>
        <MenuItem onSelect={() => actions.askTags(template)}>
          <Tag aria-hidden />
          {t('tags.open')}
        </MenuItem>
        <MenuItem onSelect={() => actions.duplicate(template)}>
          <Copy aria-hidden />
          {tEditor('duplicate')}
        </MenuItem>
        <MenuItem asChild>
          <Link href={`/templates/${template.id}/versions`}>
            <FileClock aria-hidden />
            {tVersions('title')}
          </Link>
        </MenuItem>
        {template.archivedAt ? (
          <MenuItem onSelect={() => actions.setArchived(template, false)}>
            <ArchiveRestore aria-hidden />
            {tEditor('restore')}
          </MenuItem>
        ) : (
          <MenuItem onSelect={() => actions.setArchived(template, true)}>
            <Archive aria-hidden />
            {tEditor('archive')}
          </MenuItem>
        )}
      </MenuContent>
    </Menu>
  )
}
