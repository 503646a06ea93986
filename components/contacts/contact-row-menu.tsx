'use client'

import { Combine, EllipsisVertical, Pencil, Trash2, UserRoundCheck, UserRoundX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { ContactView } from '@/lib/domain/contact-view'
import { formatPhone } from '@/lib/domain/phone-format'

/** What can be done with one person. */
export type ContactChoices = {
  edit: (contact: ContactView) => void
  merge: (contact: ContactView) => void
  setOptedOut: (contact: ContactView, isOut: boolean) => void
  remove: (contact: ContactView) => void
}

export function ContactRowMenu({ contact, choices }: { contact: ContactView; choices: ContactChoices }) {
  const t = useTranslations('contacts')
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton
          label={t('actions', { name: contact.name || formatPhone(contact.phone) })}
          icon={<EllipsisVertical aria-hidden />}
          className="relative z-10"
        />
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem onSelect={() => choices.edit(contact)}>
          <Pencil aria-hidden />
          {t('edit')}
        </MenuItem>
        <MenuItem onSelect={() => choices.merge(contact)}>
          <Combine aria-hidden />
          {t('merge')}
        </MenuItem>
        {contact.optedOutAt ? (
          <MenuItem onSelect={() => choices.setOptedOut(contact, false)}>
            <UserRoundCheck aria-hidden />
            {t('optIn')}
          </MenuItem>
        ) : (
          <MenuItem onSelect={() => choices.setOptedOut(contact, true)}>
            <UserRoundX aria-hidden />
            {t('optOut')}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem tone="danger" onSelect={() => choices.remove(contact)}>
          <Trash2 aria-hidden />
          {t('delete')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
