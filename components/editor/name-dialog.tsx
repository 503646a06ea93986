'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field, fieldControl } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { TEMPLATE_NAME_LENGTH, templateNameSchema } from '@/lib/domain/list-template'

type NameDialogProps = {
  title: string
  text?: string
  confirm: string
  first: string
  busy: boolean
  failure?: string
  onName: (name: string) => void
  onClose: () => void
}

/** Asks for a template's name. */
export function NameDialog({ title, text, confirm, first, busy, failure, onName, onClose }: NameDialogProps) {
  const t = useTranslations('editor')
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(first)
  const [isTried, setIsTried] = useState(false)
  const parsed = templateNameSchema.safeParse(name)
  const problem = isTried && !parsed.success ? parsed.error.issues[0]?.message : undefined
  const error =
    problem &&
    t(problem === 'nameTooLong' ? 'nameProblems.nameTooLong' : 'nameProblems.nameRequired', {
      max: TEMPLATE_NAME_LENGTH,
    })

  const confirmName = () => {
    setIsTried(true)
    if (parsed.success) onName(parsed.data)
    else field.current?.focus()
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={title}
        description={text}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          field.current?.select()
        }}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" type="submit" form="name-form" busy={busy}>
              {confirm}
            </Button>
          </>
        }
      >
        <form
          id="name-form"
          noValidate
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            confirmName()
          }}
        >
          {failure && (
            <Alert role="alert" tone="danger">
              {failure}
            </Alert>
          )}
          <Field id="template-name" label={t('name')} error={error}>
            <Input
              {...fieldControl('template-name', { error })}
              ref={field}
              value={name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  )
}
