'use client'

import {
  Archive,
  ArchiveRestore,
  Copy,
  EllipsisVertical,
  FileClock,
  FileInput,
  FilePlus2,
  History,
  Keyboard,
  LayoutTemplate,
  ListPlus,
  Pencil,
  Sparkles,
  Tag,
} from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { TemplateView } from '@/lib/domain/list-template'
import { CodeMenuItems } from './code-menu-items'
import type { ListTool } from './list-tools'
import type { Saving } from './use-saving'

type EditorMenuProps = {
  template: TemplateView | null
  saving: Saving
  asideCount: number
  onStartOver: () => void
  onOpenAside: () => void
  onOpenTool: (tool: ListTool) => void
  onOpenKeys: () => void
}

/** What is done with the list as a whole, and seldom. */
export function EditorMenu({
  template,
  saving,
  asideCount,
  onStartOver,
  onOpenAside,
  onOpenTool,
  onOpenKeys,
}: EditorMenuProps) {
  const t = useTranslations('editor')
  const tImport = useTranslations('import')
  const tVersions = useTranslations('versions')
  const tKeys = useTranslations('keys')
  const tReady = useTranslations('ready')
  const tTemplates = useTranslations('templates')
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label={t('actions')} icon={<EllipsisVertical aria-hidden />} />
      </MenuTrigger>
      <MenuContent align="end">
        {template ? (
          <>
            <MenuItem onSelect={saving.askName}>
              <Pencil aria-hidden />
              {t('rename')}
            </MenuItem>
            <MenuItem onSelect={() => onOpenTool('tags')}>
              <Tag aria-hidden />
              {tTemplates('tags.open')}
            </MenuItem>
            <MenuItem onSelect={saving.duplicate}>
              <Copy aria-hidden />
              {t('duplicate')}
            </MenuItem>
            <MenuItem asChild>
              <Link href={`/templates/${template.id}/versions`}>
                <FileClock aria-hidden />
                {tVersions('title')}
              </Link>
            </MenuItem>
            {template.archivedAt ? (
              <MenuItem onSelect={saving.restore}>
                <ArchiveRestore aria-hidden />
                {t('restore')}
              </MenuItem>
            ) : (
              <MenuItem onSelect={saving.archive}>
                <Archive aria-hidden />
                {t('archive')}
              </MenuItem>
            )}
          </>
        ) : (
          <>
            <MenuItem onSelect={onStartOver}>
              <FilePlus2 aria-hidden />
              {t('startOver')}
            </MenuItem>
            <MenuItem onSelect={() => onOpenTool('ready')}>
              <Sparkles aria-hidden />
              {tReady('openCompose')}
            </MenuItem>
            <MenuItem asChild>
              <Link href="/templates">
                <LayoutTemplate aria-hidden />
                {t('fromTemplate')}
              </Link>
            </MenuItem>
          </>
        )}
        <MenuSeparator />
        <MenuItem onSelect={() => onOpenTool('import')}>
          <FileInput aria-hidden />
          {tImport('open')}
        </MenuItem>
        <MenuItem onSelect={() => onOpenTool('bulk')}>
          <ListPlus aria-hidden />
          {tImport('bulk.open')}
        </MenuItem>
        <MenuSeparator />
        <CodeMenuItems template={template} />
        {asideCount > 0 && (
          <>
            <MenuSeparator />
            <MenuItem onSelect={onOpenAside}>
              <History aria-hidden />
              {t('setAside', { count: asideCount })}
            </MenuItem>
          </>
        )}
        <MenuSeparator />
        <MenuItem onSelect={onOpenKeys}>
          <Keyboard aria-hidden />
          {tKeys('title')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
