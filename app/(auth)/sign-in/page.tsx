import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/auth/sign-in-form'
import { getActor, hasAnyUser } from '@/lib/auth/session'
import { START, toLocalPath } from '@/lib/domain/local-path'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signIn') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = toLocalPath((await searchParams).next)
  if (await getActor()) redirect(next)
  if (!(await hasAnyUser())) redirect('/setup')
  const t = await getTranslations('account')
  return (
    <>
      <div className="grid gap-1">
        <h1 className="text-2xl font-semibold tracking-tight">{t('signInTitle')}</h1>
        {next !== START && <p className="text-muted">{t('signInNext')}</p>}
      </div>
      <SignInForm next={next} />
    </>
  )
}
