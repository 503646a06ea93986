import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function NotFound() {
  const t = useTranslations('errors')
  return (
    <main className="mx-auto max-w-xl px-4 py-20">
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t('notFoundTitle')}
        action={
          <Link href="/compose" className={buttonClass('primary')}>
            {t('goHome')}
          </Link>
        }
      >
        {t('notFoundText')}
      </EmptyState>
    </main>
  )
}
