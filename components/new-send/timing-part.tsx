'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'
import { Part } from './part'
import type { TimingFieldsProps } from './timing-fields'

const TimingFields = dynamic(() => import('./timing-fields').then((module) => module.TimingFields), {
  ssr: false,
  loading: () => <Skeleton className="h-72 w-full rounded-xl" />,
})

/** When, how fast and how carefully it goes out. */
export function TimingPart({ isDone, ...props }: TimingFieldsProps & { isDone: boolean }) {
  const t = useTranslations('newSend.timing')
  return (
    <Part id="timing" number={4} title={t('title')} isDone={isDone}>
      <TimingFields {...props} />
    </Part>
  )
}
