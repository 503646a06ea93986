import { LayoutTemplate } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default async function TemplateNotFound() {
  const t = await getTranslations('templates')
  return (
    <EmptyState
      icon={<LayoutTemplate aria-hidden />}
      title={t('goneTitle')}
      action={
        <Link href="/templates" className={buttonClass('primary')}>
          {t('goToTemplates')}
        </Link>
      }
    >
      {t('goneText')}
    </EmptyState>
  )
}
