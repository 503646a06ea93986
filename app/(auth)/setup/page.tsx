import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SetupForm } from '@/components/auth/setup-form'
import { hasAnyUser } from '@/lib/auth/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('createAccount') }
}

export default async function SetupPage() {
  if (await hasAnyUser()) redirect('/sign-in')
  const t = await getTranslations('account')
  return (
    <>
      <div className="grid gap-1">
        <h1 className="text-2xl font-semibold tracking-tight">{t('setupTitle')}</h1>
        <p className="text-muted">{t('setupText')}</p>
      </div>
      <SetupForm />
    </>
  )
}
