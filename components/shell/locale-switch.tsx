'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { setLocaleAction } from '@/lib/actions/appearance'
import type { Locale } from '@/lib/domain/locale'

export function LocaleSwitch() {
  const t = useTranslations('shell')
  const locale = useLocale()
  const [, startTransition] = useTransition()
  return (
    <Segmented<Locale>
      label={t('language')}
      value={locale}
      onChange={(value) => startTransition(() => void setLocaleAction({ locale: value }))}
      options={[
        { value: 'pt-BR', label: 'Português', lang: 'pt-BR' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
    />
  )
}
