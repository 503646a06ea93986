import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function ContactNotFound() {
  const t = useTranslations('contacts.one')
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={<h1>{t('goneTitle')}</h1>}
      action={
        <Link href="/contacts" className={buttonClass('primary')}>
          {t('seeAll')}
        </Link>
      }
    >
      {t('goneText')}
    </EmptyState>
  )
}
