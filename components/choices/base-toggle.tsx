'use client'

import { useTranslations } from 'next-intl'
import { Segmented } from '@/components/ui/segmented'
import { CHOICE_BASES, type ChoiceBase } from '@/lib/domain/choice'

/** What the shares are of. */
export function BaseToggle({ base, onChange }: { base: ChoiceBase; onChange: (base: ChoiceBase) => void }) {
  const t = useTranslations('choices.base')
  return (
    <Segmented
      label={t('label')}
      value={base}
      options={CHOICE_BASES.map((value) => ({ value, label: t(value) }))}
      onChange={onChange}
    />
  )
}
