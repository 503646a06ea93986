'use client'

import { CloudAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function DashboardError({ reset }: { reset: () => void }) {
  const t = useTranslations('errors')
  return (
    <EmptyState
      icon={<CloudAlert aria-hidden />}
      title={t('brokenTitle')}
      action={
        <Button variant="primary" onClick={reset}>
          {t('tryAgain')}
        </Button>
      }
    >
      {t('brokenText')}
    </EmptyState>
  )
}
