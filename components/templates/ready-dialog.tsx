'use client'

import { useTranslations } from 'next-intl'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import type { ReadyListId } from '@/lib/domain/ready-list'
import { ReadyGrid, type ReadyPick } from './ready-grid'

type ReadyDialogProps = {
  /** Said under the title: what becomes of the one that is picked. */
  text: string
  busyId?: ReadyListId | null
  onPick: (pick: ReadyPick) => void
  onClose: () => void
  /** Where the focus goes on once one was picked, where that is not back to the opener. */
  onPickedFocus?: () => void
  isPicked?: () => boolean
}

/** Picks one of the ready-made lists. */
export function ReadyDialog({ text, busyId, onPick, onClose, onPickedFocus, isPicked }: ReadyDialogProps) {
  const t = useTranslations('ready')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="xl"
        title={t('title')}
        description={text}
        closeLabel={t('close')}
        onCloseAutoFocus={(event) => {
          if (!onPickedFocus || !isPicked?.()) return
          event.preventDefault()
          onPickedFocus()
        }}
      >
        <ReadyGrid onPick={onPick} busyId={busyId} />
      </DialogContent>
    </Dialog>
  )
}
