'use client'

import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import type { ListDraft } from '@/lib/domain/list-draft'
import type { Problem } from '@/lib/domain/list-problems'
import type { Sent } from './press'
import { SendOutcome } from './send-outcome'
import { SendReview } from './send-review'

export type SendDialogProps = {
  draft: ListDraft
  /** The saved list that the draft comes from, at the version it was opened or saved at. */
  template: { id: string; version: number } | null
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Leads to a field of the editor once the dialog has closed. */
  onGoToProblem?: (path: Problem['path']) => void
  businessName?: string
}

/** "Revisar e enviar": who, what and where; then what became of it. */
export function SendDialog({ open, onOpenChange, ...props }: SendDialogProps) {
  // Kept here, so that closing the dialog to mend the list costs nobody the numbers they typed.
  const [recipients, setRecipients] = useState('')
  const [sent, setSent] = useState<Sent | null>(null)
  const change = (next: boolean) => {
    if (!next) setSent(null)
    onOpenChange(next)
  }
  return (
    <Dialog open={open} onOpenChange={change}>
      {sent ? (
        <SendOutcome sent={sent} onAnother={() => setSent(null)} />
      ) : (
        <SendReview
          {...props}
          recipients={recipients}
          onRecipientsChange={setRecipients}
          onSent={(made) => {
            setRecipients('')
            setSent(made)
          }}
          onClose={() => change(false)}
        />
      )}
    </Dialog>
  )
}
