'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/auth/text-field'
import { useContactAct } from '@/components/contacts/contact-act'
import { focusFirstField } from '@/components/contacts/focus-first'
import { useProblemWords } from '@/components/contacts/use-problem-words'
import { newUuid } from '@/components/editor/browser-store'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Segmented } from '@/components/ui/segmented'
import { toast } from '@/components/ui/toast'
import { saveAnswerersAction } from '@/lib/actions/answer-people'
import type { AnswerPeople } from '@/lib/domain/answer-people'
import { AUDIENCE_NAME_LENGTH, audienceNameSchema } from '@/lib/domain/audience'
import { NewContactsNote } from './new-contacts-note'

type SaveAnswersDialogProps = { people: AnswerPeople; label: string; onClose: () => void }

const FORM = 'save-answers'

/** Keeps the people behind a row as an audience: as a rule that is asked anew each time, or just these. */
export function SaveAnswersDialog({ people, label, onClose }: SaveAnswersDialogProps) {
  const t = useTranslations('answerPeople')
  const tAudiences = useTranslations('audiences')
  const tContacts = useTranslations('contacts')
  const say = useProblemWords()
  const [id] = useState(newUuid)
  const [name, setName] = useState(label.slice(0, AUDIENCE_NAME_LENGTH))
  const [keeps, setKeeps] = useState<'grows' | 'these'>('grows')
  const [problem, setProblem] = useState<string | undefined>()
  const { run, isBusy, notice } = useContactAct(({ code }) => {
    if (code === 'nameTaken') setProblem(code)
    return code === 'nameTaken'
  })

  const save = () => {
    const parsed = audienceNameSchema.safeParse(name)
    if (!parsed.success) {
      setProblem(parsed.error.issues[0]?.message)
      return document.getElementById('save-answers-name')?.focus()
    }
    return run(
      () => saveAnswerersAction({ id, name: parsed.data, people, grows: keeps === 'grows' }),
      ({ count }) => {
        toast(t('saving.done', { name: parsed.data, count }))
        onClose()
      },
    )
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('saving.title')}
        description={t('saving.text', { label })}
        closeLabel={tContacts('close')}
        onOpenAutoFocus={focusFirstField}
        footer={
          <>
            <DialogClose asChild>
              <Button>{tContacts('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" type="submit" form={FORM} busy={isBusy}>
              {tAudiences('add')}
            </Button>
          </>
        }
      >
        <form
          id={FORM}
          noValidate
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {notice}
          <TextField
            id="save-answers-name"
            label={tAudiences('name')}
            autoComplete="off"
            value={name}
            error={say(problem)}
            onChange={(event) => {
              setName(event.target.value)
              setProblem(undefined)
            }}
          />
          <div className="grid gap-2 justify-items-start">
            <Segmented
              label={tAudiences('kind')}
              value={keeps}
              options={[
                { value: 'grows', label: t('saving.grows') },
                { value: 'these', label: t('saving.these') },
              ]}
              onChange={setKeeps}
            />
            <p className="text-[0.8667rem] text-muted">
              {t(
                keeps === 'these'
                  ? 'saving.theseHint'
                  : people.did === 'readOnly'
                    ? 'saving.growsKnown'
                    : 'saving.growsHint',
              )}
            </p>
          </div>
          <NewContactsNote people={people} />
        </form>
      </DialogContent>
    </Dialog>
  )
}
