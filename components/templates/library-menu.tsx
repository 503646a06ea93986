'use client'

import { Download, EllipsisVertical, Tags, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'

/** What is done with the library as a whole, and seldom. */
export function LibraryMenu({ onImport, onManageTags }: { onImport: () => void; onManageTags: () => void }) {
  const t = useTranslations('templates')
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton
          label={t('libraryActions')}
          icon={<EllipsisVertical aria-hidden />}
          variant="secondary"
          size="icon"
        />
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem onSelect={onManageTags}>
          <Tags aria-hidden />
          {t('tags.manage')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={onImport}>
          <Upload aria-hidden />
          {t('file.import')}
        </MenuItem>
        <MenuItem asChild>
          <a href="/api/templates/export" download>
            <Download aria-hidden />
            {t('file.export')}
          </a>
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
