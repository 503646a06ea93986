'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { LIMITS } from '@/lib/domain/list-message'

type PasteQuestionProps = {
  count: number
  /** How many of them still fit. */
  room: number
  onRows: (count: number) => void
  onText: () => void
  onClose: () => void
}

/** Asked before a paste passes ten rows. Closed without an answer, nothing is pasted. */
export function PasteQuestion({ count, room, onRows, onText, onClose }: PasteQuestionProps) {
  const t = useTranslations('import')
  const best = useRef<HTMLButtonElement>(null)
  const answer = useRef<(() => void) | null>(null)
  // On a small screen a toast would lie over the answers.
  useEffect(() => void toast.dismiss(), [])

  const close = (then: () => void) => {
    answer.current = then
    onClose()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('paste.title', { count })}
        description={t('paste.text', { room, max: LIMITS.rows })}
        closeLabel={t('close')}
        onCloseAutoFocus={(event) => {
          if (!answer.current) return
          // The answer puts the focus where one goes on typing, once the dialog has let go of it.
          event.preventDefault()
          answer.current()
        }}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          best.current?.focus()
        }}
      >
        <div className="grid gap-2">
          {room > 0 && (
            <Button ref={best} variant="primary" onClick={() => close(() => onRows(room))}>
              {t('paste.first', { count: room })}
            </Button>
          )}
          <Button ref={room > 0 ? undefined : best} onClick={() => close(() => onRows(count))}>
            {t('paste.all')}
          </Button>
          <Button onClick={() => close(onText)}>{t('paste.plain')}</Button>
        </div>
      </DialogContent>
    </Dialog>
  )
}
