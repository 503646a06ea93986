'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useContactAct } from '@/components/contacts/contact-act'
import { TagsInput } from '@/components/contacts/tags-input'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { tagAnswerersAction } from '@/lib/actions/answer-people'
import type { AnswerPeople } from '@/lib/domain/answer-people'
import { NewContactsNote } from './new-contacts-note'

type TagAnswersDialogProps = { people: AnswerPeople; label: string; onClose: () => void }

/** Gives tags to everybody behind a row. */
export function TagAnswersDialog({ people, label, onClose }: TagAnswersDialogProps) {
  const t = useTranslations('answerPeople')
  const tContacts = useTranslations('contacts')
  const { run, isBusy, notice } = useContactAct()
  const field = useRef<HTMLInputElement>(null)
  const [tags, setTags] = useState<string[]>([])

  const save = () =>
    run(
      () => tagAnswerersAction({ people, tags }),
      ({ changed, full, created }) => {
        const more = [
          created > 0 && t('tagging.created', { count: created }),
          full > 0 && tContacts('tagging.full', { count: full }),
        ].filter((part) => part !== false)
        toast(
          tContacts('tagging.done', { count: changed }),
          more.length > 0 ? { description: more.join(' ') } : undefined,
        )
        onClose()
      },
    )

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('tagging.title')}
        description={t('tagging.text', { label })}
        closeLabel={tContacts('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          field.current?.focus()
        }}
        footer={
          <>
            <DialogClose asChild>
              <Button>{tContacts('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" busy={isBusy} aria-disabled={tags.length === 0} onClick={() => void save()}>
              {t('tagging.save')}
            </Button>
          </>
        }
      >
        <div className="grid gap-5">
          {notice}
          <TagsInput
            inputRef={field}
            label={tContacts('tagging.add')}
            hint={tContacts('tagging.addHint')}
            tags={tags}
            onChange={setTags}
          />
          <NewContactsNote people={people} />
        </div>
      </DialogContent>
    </Dialog>
  )
}
