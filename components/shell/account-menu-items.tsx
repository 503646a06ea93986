'use client'

import { LogOut, Monitor, Moon, Settings, Sun, UserRound } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { MenuItem, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@/components/ui/menu'
import { setLocaleAction, setThemeAction } from '@/lib/actions/appearance'
import { signOutAction } from '@/lib/actions/auth'
import type { Theme } from '@/lib/domain/theme'

// What stands in the account's menu once it is open. Fetched by account-menu.tsx.

export function AccountMenuItems({ name, email, theme }: { name: string; email: string; theme: Theme }) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const [, startTransition] = useTransition()
  return (
    <>
      <div className="grid px-2.5 pt-1.5 pb-1">
        <span className="truncate font-medium">{name}</span>
        <span className="truncate text-[0.8667rem] text-muted">{email}</span>
      </div>
      <MenuSeparator />
      <MenuLabel>{t('theme')}</MenuLabel>
      <MenuRadioGroup
        value={theme}
        onValueChange={(value) => startTransition(() => void setThemeAction({ theme: value as Theme }))}
      >
        <MenuRadioItem value="system">
          <Monitor aria-hidden />
          {t('themeSystem')}
        </MenuRadioItem>
        <MenuRadioItem value="light">
          <Sun aria-hidden />
          {t('themeLight')}
        </MenuRadioItem>
        <MenuRadioItem value="dark">
          <Moon aria-hidden />
          {t('themeDark')}
        </MenuRadioItem>
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuLabel>{t('language')}</MenuLabel>
      <MenuRadioGroup
        value={locale}
        onValueChange={(value) => startTransition(() => void setLocaleAction({ locale: value as typeof locale }))}
      >
        <MenuRadioItem value="pt-BR" lang="pt-BR">
          Português (Brasil)
        </MenuRadioItem>
        <MenuRadioItem value="en" lang="en">
          English
        </MenuRadioItem>
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/settings" className="md:hidden">
          <Settings aria-hidden />
          {t('settings')}
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href="/settings#account">
          <UserRound aria-hidden />
          {t('myAccount')}
        </Link>
      </MenuItem>
      <MenuItem onSelect={() => startTransition(() => void signOutAction({}))}>
        <LogOut aria-hidden />
        {t('signOut')}
      </MenuItem>
    </>
  )
}
