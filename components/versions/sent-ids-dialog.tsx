'use client'

import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import type { SentIdChange } from '@/lib/domain/sent-row-ids'

type SentIdsDialogProps = {
  rowIds: SentIdChange[]
  busy: boolean
  /** What the two answers do here: saving, or restoring. */
  doing: 'save' | 'restore'
  onKeep: () => void
  onChange: () => void
  onClose: () => void
}

/** IDs that were sent would change: which, what that means, and two ways on. */
export function SentIdsDialog({ rowIds, busy, doing, onKeep, onChange, onClose }: SentIdsDialogProps) {
  const t = useTranslations('rowIds')
  const keep = useRef<HTMLButtonElement>(null)
  const count = rowIds.length
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('frozenTitle', { count })}
        description={t('changeText')}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          keep.current?.focus()
        }}
        footer={
          <>
            <Button variant="ghost" onClick={onClose} className="max-sm:w-full sm:mr-auto">
              {t('goBack')}
            </Button>
            <Button busy={busy} onClick={onChange} className="max-sm:w-full">
              {t(`frozenChange.${doing}`, { count })}
            </Button>
            <Button ref={keep} variant="primary" busy={busy} onClick={onKeep} className="max-sm:w-full">
              {t(`frozenKeep.${doing}`, { count })}
            </Button>
          </>
        }
      >
        <ul className="divide-y rounded-xl border">
          {rowIds.map(({ from, to, title }) => (
            <li key={from} className="grid gap-1 px-4 py-2.5">
              <span className="truncate font-medium">{title.trim() || t('untitled')}</span>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8667rem] [overflow-wrap:anywhere]">
                <span className="sr-only">{t('from')}</span>
                <code className="rounded-md bg-danger-soft px-1.5 py-0.5">{from}</code>
                <ArrowRight aria-hidden className="size-3.5 shrink-0 text-muted" />
                <span className="sr-only">{t('to')}</span>
                {to.trim() ? (
                  <code className="rounded-md bg-success-soft px-1.5 py-0.5">{to}</code>
                ) : (
                  <span className="text-muted">{t('noId')}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  )
}
