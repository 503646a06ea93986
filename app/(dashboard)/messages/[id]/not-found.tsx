import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function MessageNotFound() {
  const t = useTranslations('message')
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={<h1>{t('gone')}</h1>}
      action={
        <Link href="/messages" className={buttonClass('primary')}>
          {t('back')}
        </Link>
      }
    >
      {t('goneText')}
    </EmptyState>
  )
}
