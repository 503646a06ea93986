'use client'

import { ContactRound, House, LayoutTemplate, MousePointerClick, PenLine, Send, Settings } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'

const PLACES = [
  { href: '/', key: 'home', Icon: House },
  { href: '/compose', key: 'compose', Icon: PenLine },
  { href: '/templates', key: 'templates', Icon: LayoutTemplate },
  { href: '/sends', key: 'sends', Icon: Send },
  { href: '/choices', key: 'choices', Icon: MousePointerClick },
  { href: '/contacts', key: 'contacts', Icon: ContactRound },
  { href: '/settings', key: 'settings', Icon: Settings },
] as const

const isAt = (path: string, href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))

/** A rail at the left; on a small screen a bar at the bottom, within the thumb's reach: there the settings are in the account's menu. */
export function Navigation() {
  const t = useTranslations('shell')
  const path = usePathname()
  return (
    <nav aria-label={t('navigation')} className="flex w-full justify-around md:flex-col md:gap-1 md:justify-start">
      {PLACES.map(({ href, key, Icon }) => {
        const here = isAt(path, href) || (href === '/sends' && isAt(path, '/messages'))
        return (
          <Link
            key={href}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={cn(
              href === '/settings' && 'max-md:hidden',
              'grid min-w-11 flex-auto justify-items-center gap-1 rounded-lg py-1.5 text-[0.7rem] font-medium tracking-tight transition-colors md:min-w-0 md:flex-none md:px-0.5 md:py-2 md:text-[0.7333rem] md:tracking-normal',
              here ? 'text-accent md:bg-accent-soft' : 'text-muted hover:bg-hover hover:text-text',
            )}
          >
            <Icon aria-hidden className="size-5" strokeWidth={here ? 2.2 : 1.8} />
            <span className="max-w-full truncate">{t(key)}</span>
          </Link>
        )
      })}
    </nav>
  )
}
