'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { focusFirstField } from '@/components/contacts/focus-first'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { KeepPreview } from '@/lib/domain/keep-rules'

type KeepRulesDialogProps = {
  days: number
  /** What goes at the next round; null where nobody knows just now. */
  preview: KeepPreview | null
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

const FORM = 'confirm-keep-rules'

/** What is made anonymous stays so: the days themselves are typed. */
export function KeepRulesDialog({ days, preview, busy, onConfirm, onClose }: KeepRulesDialogProps) {
  const t = useTranslations('keepRules.confirm')
  const format = useFormatter()
  const [typed, setTyped] = useState('')
  const isTyped = typed.replace(/\D/g, '') === String(days)
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('title', { days })}
        description={
          preview && preview.sends > 0
            ? t('text', { sends: preview.sends, people: format.number(preview.people) })
            : t('textNone')
        }
        closeLabel={t('cancel')}
        onOpenAutoFocus={focusFirstField}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button variant="danger" type="submit" form={FORM} busy={busy} aria-disabled={!isTyped}>
              {t('confirm')}
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
            // React hands it on to the form that this dialog was opened from.
            event.stopPropagation()
            if (isTyped) onConfirm()
          }}
        >
          <p className="text-muted">{t('night')}</p>
          <Field id="keep-days-typed" label={t('type', { days: String(days) })}>
            <Input
              id="keep-days-typed"
              inputMode="numeric"
              autoComplete="off"
              className="max-w-40 tabular-nums"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  )
}
