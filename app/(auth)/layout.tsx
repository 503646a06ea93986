import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { LocaleSwitch } from '@/components/shell/locale-switch'
import { Logo } from '@/components/shell/logo'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { THEME_COOKIE, toTheme } from '@/lib/domain/theme'

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <div className="flex min-h-dvh flex-col px-4 py-6">
      <main className="m-auto grid w-full max-w-sm gap-6 py-6">
        <Logo className="size-11" />
        {children}
      </main>
      <footer className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2">
        <LocaleSwitch />
        <ThemeSwitch theme={theme} />
      </footer>
    </div>
  )
}
