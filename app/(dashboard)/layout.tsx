import { cookies } from 'next/headers'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AccountMenu } from '@/components/shell/account-menu'
import { Logo } from '@/components/shell/logo'
import { Navigation } from '@/components/shell/navigation'
import { SandboxBanner } from '@/components/shell/sandbox-banner'
import { requireActor } from '@/lib/auth/session'
import { THEME_COOKIE, toTheme } from '@/lib/domain/theme'
import { getGateway } from '@/lib/queries/connection'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const [gateway, jar, t] = await Promise.all([getGateway(actor), cookies(), getTranslations('shell')])
  return (
    <div className="min-h-dvh md:pl-(--rail)">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-raised px-4 py-2 shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <header className="fixed inset-x-0 bottom-0 z-30 flex items-center border-t bg-surface px-2 pb-[env(safe-area-inset-bottom)] max-md:h-(--bar) md:inset-y-0 md:right-auto md:w-(--rail) md:flex-col md:gap-6 md:border-t-0 md:border-r md:px-1.5 md:py-4">
        <Link href="/" aria-label={t('productName')} className="hidden rounded-lg md:block">
          <Logo />
        </Link>
        <Navigation />
        <div className="px-2 md:mt-auto md:px-0">
          <AccountMenu name={actor.name} email={actor.email} theme={toTheme(jar.get(THEME_COOKIE)?.value)} />
        </div>
      </header>
      {gateway.kind === 'sandbox' && <SandboxBanner />}
      <main id="content" tabIndex={-1} className="mx-auto max-w-[88rem] px-4 pt-5 pb-24 outline-none md:px-7 md:pb-10">
        {children}
      </main>
    </div>
  )
}
