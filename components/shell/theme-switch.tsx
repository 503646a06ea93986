'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { setThemeAction } from '@/lib/actions/appearance'
import type { Theme } from '@/lib/domain/theme'

export function ThemeSwitch({ theme }: { theme: Theme }) {
  const t = useTranslations('shell')
  const [chosen, setChosen] = useOptimistic(theme)
  const [, startTransition] = useTransition()
  return (
    <Segmented
      label={t('theme')}
      value={chosen}
      onChange={(value) =>
        startTransition(async () => {
          setChosen(value)
          await setThemeAction({ theme: value })
        })
      }
      options={[
        { value: 'system', label: t('themeSystem'), icon: <Monitor aria-hidden /> },
        { value: 'light', label: t('themeLight'), icon: <Sun aria-hidden /> },
        { value: 'dark', label: t('themeDark'), icon: <Moon aria-hidden /> },
      ]}
    />
  )
}
