'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field, fieldControl } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { createTextListAction } from '@/lib/actions/recipient-lists'
import { LIST_LIMITS } from '@/lib/domain/recipient-list'
import { useListMaking } from './use-list-making'

type TypedPeopleProps = {
  text: string
  onText: (text: string) => void
  onList: (id: string) => void
  onSignedOut: () => void
}

/** Numbers typed or pasted, with names and more beside them as a spreadsheet has them. */
export function TypedPeople({ text, onText, onList, onSignedOut }: TypedPeopleProps) {
  const t = useTranslations('newSend.people')
  const input = useRef<HTMLTextAreaElement>(null)
  const { isBusy, problem, refuse, make } = useListMaking(onList, onSignedOut)
  const lines = text.split('\n').filter((line) => line.trim() !== '').length
  const use = () => {
    if (lines === 0) {
      refuse(t('typeFirst'))
      return input.current?.focus()
    }
    void make(() => createTextListAction({ text }))
  }
  return (
    <div className="grid gap-3">
      <Field
        id="typed-people"
        label={t('typed')}
        hint={t('typedHint')}
        error={problem}
        aside={
          <span aria-live="polite" className="text-[0.8667rem] text-muted tabular-nums">
            {lines > 0 && t('typedLines', { count: lines })}
          </span>
        }
      >
        <Textarea
          {...fieldControl('typed-people', { hint: true, error: problem })}
          ref={input}
          value={text}
          onChange={(event) => {
            refuse(null)
            onText(event.target.value)
          }}
          readOnly={isBusy}
          rows={6}
          maxLength={LIST_LIMITS.textLength}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={t('typedPlaceholder')}
          className="max-h-80 min-h-36 field-sizing-content tabular-nums"
        />
      </Field>
      <Button variant="primary" className="justify-self-start" busy={isBusy} onClick={use}>
        {t('useTyped')}
      </Button>
    </div>
  )
}
