'use client'

import { useTranslations } from 'next-intl'
import type { AnswerPeople } from '@/lib/domain/answer-people'
import { useAnswerPeople } from './answer-reads'

/** How many they are, and who of them becomes a contact by what is about to be done. */
export function NewContactsNote({ people }: { people: AnswerPeople }) {
  const t = useTranslations('answerPeople')
  const { data } = useAnswerPeople(people)
  return (
    <p role="status" className="text-[0.8667rem] text-muted">
      {data ? t('people', { count: data.count }) : t('counting')}{' '}
      {data && data.withoutContact > 0 && t('newContacts', { count: data.withoutContact })}
    </p>
  )
}
