'use client'

import { Download, EllipsisVertical, SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import { type ContactFilters, contactFilterParams, isFiltered } from '@/lib/domain/contact-filters'

/** What is done with the contacts as a whole, and seldom. */
export function ContactsMenu({ filters, onFields }: { filters: ContactFilters; onFields: () => void }) {
  const t = useTranslations('contacts')
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label={t('more')} icon={<EllipsisVertical aria-hidden />} variant="secondary" size="icon" />
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem onSelect={onFields}>
          <SlidersHorizontal aria-hidden />
          {t('fields')}
        </MenuItem>
        <MenuItem asChild>
          <a href={`/api/contacts/export?${contactFilterParams(filters)}`} download>
            <Download aria-hidden />
            {t(isFiltered(filters) ? 'exportFiltered' : 'export')}
          </a>
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
