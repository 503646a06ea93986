import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { SharedPhone } from '@/components/sharing/shared-phone'
import { countLook, openShare } from '@/lib/auth/open-share'

// The same for every link, so that a card drawn of it tells nothing.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('share.page')
  return { title: t('title'), description: t('text'), referrer: 'no-referrer' }
}

export default async function SharePage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, from, t] = await Promise.all([params, headers(), getTranslations('share.page')])
  const message = await openShare(token, from)
  if (!message) notFound()
  after(() => countLook(token, from))
  return (
    <main className="mx-auto grid max-w-3xl justify-items-center gap-4 px-4 py-6">
      <div className="grid justify-items-center gap-1 text-center">
        <h1 className="text-lg font-semibold tracking-tight">{t('title')}</h1>
        <p className="text-muted">{t('text')}</p>
      </div>
      <SharedPhone message={message} />
    </main>
  )
}
