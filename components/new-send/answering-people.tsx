'use client'

import { useTranslations } from 'next-intl'
import { AnswerPicker } from '@/components/answer-people/answer-picker'
import { useAnswerPeople } from '@/components/answer-people/answer-reads'
import { WindowClock } from '@/components/answer-people/window-clock'
import { Button } from '@/components/ui/button'
import { createAnswersListAction } from '@/lib/actions/answer-people'
import type { Work } from './kept-work'
import { useListMaking } from './use-list-making'

type AnsweringPeopleProps = {
  work: Work
  onWork: (change: Partial<Work>) => void
  onList: (id: string) => void
  onSignedOut: () => void
}

/** People by what they did with an earlier Send, while their window is open. */
export function AnsweringPeople({ work, onWork, onList, onSignedOut }: AnsweringPeopleProps) {
  const t = useTranslations('newSend.answers')
  const { isBusy, problem, refuse, make } = useListMaking(onList, onSignedOut)
  const people = work.answers
  const { data } = useAnswerPeople(people)
  const use = () => {
    if (!people) return refuse(t('chooseFirst'))
    void make(() => createAnswersListAction(people))
  }
  return (
    <div className="grid gap-4">
      <AnswerPicker
        id="answers"
        value={people}
        onChange={(answers) => {
          refuse(null)
          onWork({ answers })
        }}
      />
      {people && <WindowClock people={people} />}
      <p className="text-[0.8667rem] text-muted">{t('hint')}</p>
      {problem && (
        <p role="alert" className="text-[0.8667rem] text-danger">
          {problem}
        </p>
      )}
      <Button variant="primary" className="justify-self-start" busy={isBusy} onClick={use}>
        {data ? t('useCounted', { count: data.count }) : t('use')}
      </Button>
    </div>
  )
}
