'use client'

import { UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Menu, MenuContent, MenuTrigger } from '@/components/ui/menu'
import { onDemand, useOnDemand, useSoon } from '@/components/ui/on-demand'
import type { Theme } from '@/lib/domain/theme'

const wanted = onDemand(() => import('./account-menu-items'))

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .map((word) => word[0]?.toUpperCase())
    .join('')

export function AccountMenu({ name, email, theme }: { name: string; email: string; theme: Theme }) {
  const t = useTranslations('shell')
  const parts = useOnDemand(wanted)
  useSoon(wanted)
  return (
    <Menu>
      <MenuTrigger
        aria-label={t('account', { name })}
        className="grid size-9 place-items-center rounded-full bg-accent-soft text-[0.8rem] font-semibold text-accent hover:bg-hover"
      >
        {initials(name) || <UserRound aria-hidden className="size-4" />}
      </MenuTrigger>
      {parts && (
        <MenuContent align="end" side="right" className="w-60">
          <parts.AccountMenuItems name={name} email={email} theme={theme} />
        </MenuContent>
      )}
    </Menu>
  )
}
