'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { ActionResult } from '@/lib/domain/action-result'
import { type SavedView, VIEW_NAME_LENGTH } from '@/lib/domain/saved-view'

type ViewNameDialogProps = {
  /** The one that is renamed; null where a new one gets its name. */
  view: SavedView | null
  onClose: () => void
  onName: (name: string) => Promise<ActionResult<unknown, string>>
  /** Where the focus goes on: the button that asked may be gone. */
  onClosed: () => void
}

const PROBLEMS = ['nameRequired', 'nameTooLong', 'nameTaken'] as const
type Problem = (typeof PROBLEMS)[number]

/** Asks for a view's name, and stays until it is kept. */
export function ViewNameDialog({ view, onClose, onName, onClosed }: ViewNameDialogProps) {
  const t = useTranslations('messages.views')
  const id = useId()
  const [name, setName] = useState(view?.name ?? '')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (name.trim() === '') {
      setProblem('nameRequired')
      document.getElementById(id)?.focus()
      return
    }
    setBusy(true)
    const result = await onName(name.trim())
    setBusy(false)
    if (result.ok) {
      onClose()
      return
    }
    setProblem(PROBLEMS.find((code) => code === result.error.fieldErrors?.name) ?? null)
    document.getElementById(id)?.focus()
  }

  const error = problem && t(`problems.${problem}`)
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={view ? t('renameTitle') : t('nameTitle')}
        description={view ? undefined : t('nameText')}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          document.getElementById(id)?.focus()
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          onClosed()
        }}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" type="submit" form={`${id}-form`} busy={isBusy}>
              {t('confirm')}
            </Button>
          </>
        }
      >
        <form id={`${id}-form`} onSubmit={(event) => void submit(event)} noValidate>
          <Field id={id} label={t('name')} error={error}>
            <Input
              {...fieldControl(id, { error })}
              value={name}
              maxLength={VIEW_NAME_LENGTH}
              placeholder={t('namePlaceholder')}
              onFocus={(event) => event.target.select()}
              onChange={(event) => {
                setName(event.target.value)
                setProblem(null)
              }}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  )
}
