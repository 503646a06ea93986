'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { countTracesAction, deleteContactsAction } from '@/lib/actions/contacts'
import type { Chosen } from './chosen'
import { useContactAct } from './contact-act'
import { focusFirstField } from './focus-first'

type DeleteContactsDialogProps = { chosen: Chosen; onDeleted: () => void; onClose: () => void }

/** From so many people on the number itself is typed. */
const TYPED_FROM = 10
const FORM = 'delete-contacts'

/** Says exactly what a deletion takes and what stays, and asks. */
export function DeleteContactsDialog({ chosen, onDeleted, onClose }: DeleteContactsDialogProps) {
  const t = useTranslations('contacts')
  const { run, isBusy, notice } = useContactAct()
  const [typed, setTyped] = useState('')
  const { target, count, name } = chosen
  const traces = useQuery({
    queryKey: ['traces', target],
    queryFn: async () => {
      const result = await countTracesAction({ target })
      if (!result.ok) throw new Error(result.error.code)
      return result.data
    },
    gcTime: 0,
    retry: false,
  })
  const { sends = 0, waiting = 0, audiences = 0, listRows = 0 } = traces.data ?? {}
  const isTyped = count < TYPED_FROM || typed.replace(/\D/g, '') === String(count)

  const remove = () =>
    run(
      () => deleteContactsAction({ target }),
      ({ deleted, leaving }) => {
        const more = leaving > 0 ? { description: t('deleting.leaving', { count: leaving }) } : undefined
        toast(t('deleting.done', { count: deleted }), more)
        onDeleted()
        onClose()
      },
    )

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={name === null ? t('deleting.title', { count }) : t('deleting.titleOne', { name })}
        description={t('deleting.text', { count })}
        closeLabel={t('close')}
        onOpenAutoFocus={focusFirstField}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button variant="danger" type="submit" form={FORM} busy={isBusy} aria-disabled={!isTyped}>
              {t('deleting.confirm', { count })}
            </Button>
          </>
        }
      >
        <form
          id={FORM}
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (isTyped) void remove()
          }}
        >
          {notice}
          <Alert tone="danger" title={t('deleting.goes')}>
            {traces.isPending ? (
              <span role="status" aria-label={t('deleting.loading')}>
                <Skeleton className="h-4 w-full" />
              </span>
            ) : (
              <ul className="grid list-disc gap-1 pl-4">
                <li>{t('deleting.contact')}</li>
                {sends > 0 && <li>{t('deleting.sends', { count: sends })}</li>}
                {waiting > 0 && <li>{t('deleting.waiting', { count: waiting })}</li>}
                {audiences > 0 && <li>{t('deleting.audiences', { count: audiences })}</li>}
                {listRows > 0 && <li>{t('deleting.listRows', { count: listRows })}</li>}
              </ul>
            )}
          </Alert>
          <Alert title={t('deleting.stays')}>{t('deleting.staysText')}</Alert>
          {count >= TYPED_FROM && (
            <Field id="delete-count" label={t('deleting.type', { count })}>
              <Input
                id="delete-count"
                inputMode="numeric"
                autoComplete="off"
                className="max-w-40 tabular-nums"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </Field>
          )}
        </form>
      </DialogContent>
    </Dialog>
  )
}
