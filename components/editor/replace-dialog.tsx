'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'

type ReplaceDialogProps = { from: 'send' | 'template'; onKeep: () => void; onReplace: () => void }

/** A copy was asked for while another list is in progress: neither is lost, and the person says which one to see. */
export function ReplaceDialog({ from, onKeep, onReplace }: ReplaceDialogProps) {
  const t = useTranslations('editor')
  const keep = useRef<HTMLButtonElement>(null)
  return (
    <Dialog open onOpenChange={(open) => !open && onKeep()}>
      <DialogContent
        size="sm"
        title={t('replaceTitle')}
        description={t(from === 'send' ? 'replaceSend' : 'replaceTemplate')}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          keep.current?.focus()
        }}
        footer={
          <>
            <Button ref={keep} onClick={onKeep}>
              {t('replaceKeep')}
            </Button>
            <Button variant="primary" onClick={onReplace}>
              {t('replaceOpen')}
            </Button>
          </>
        }
      />
    </Dialog>
  )
}
