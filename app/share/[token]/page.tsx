import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { SharedPhone } from '@/components/sharing/shared-phone'
import { openShare, VISITOR } from '@/lib/auth/open-share'
import { METHOD_HEADER } from '@/lib/auth/security-headers'
import { recordShareView } from '@/lib/commands/record-share-view'
import { isLook } from '@/lib/domain/share-link'
import { log } from '@/lib/log'

// The same for every link, so that a card drawn of it tells nothing.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('share.page')
  return { title: t('title'), description: t('text'), referrer: 'no-referrer' }
}

export default async function SharePage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, from, t] = await Promise.all([params, headers(), getTranslations('share.page')])
  const message = await openShare(token, from)
  if (!message) notFound()
  if (isLook({ method: from.get(METHOD_HEADER) ?? '', userAgent: from.get('user-agent') })) {
    after(() =>
      recordShareView(VISITOR, token).catch((error) =>
        log.warn({ err: error }, 'a look at a shared message not counted'),
      ),
    )
  }
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
