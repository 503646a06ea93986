'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'

type RowIdDialogProps = { id: string; onKeep: () => void; onChange: () => void }

/** What it means to change an ID that was sent, before it can be typed into. */
export function RowIdDialog({ id, onKeep, onChange }: RowIdDialogProps) {
  const t = useTranslations('rowIds')
  const keep = useRef<HTMLButtonElement>(null)
  const isChanged = useRef(false)
  return (
    <Dialog open onOpenChange={(open) => !open && onKeep()}>
      <DialogContent
        size="sm"
        title={t('changeTitle')}
        description={t('changeText')}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          keep.current?.focus()
        }}
        onCloseAutoFocus={(event) => isChanged.current && event.preventDefault()}
        footer={
          <>
            <Button ref={keep} onClick={onKeep}>
              {t('keep')}
            </Button>
            <Button
              variant="primary"
              onClick={() => {
                isChanged.current = true
                onChange()
              }}
            >
              {t('change')}
            </Button>
          </>
        }
      >
        <p>
          {t.rich('changeWhich', {
            id,
            code: (chunks) => (
              <code className="rounded-md bg-sunken px-1.5 py-0.5 text-[0.8667rem] [overflow-wrap:anywhere]">
                {chunks}
              </code>
            ),
          })}
        </p>
      </DialogContent>
    </Dialog>
  )
}
