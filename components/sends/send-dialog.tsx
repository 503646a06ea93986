'use client'

import { useState } from 'react'
import { Queries } from '@/components/shell/queries'
import { Dialog } from '@/components/ui/dialog'
import type { VariableValues } from '@/lib/domain/variable-values'
import type { Sent } from './press'
import { SendOutcome } from './send-outcome'
import { SendReview, type SendReviewProps } from './send-review'

type SendDialogProps = Pick<SendReviewProps, 'draft' | 'template' | 'businessName' | 'onGoToProblem'> & {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** "Revisar e enviar": who, what and where; then what became of it. */
export function SendDialog({ open, onOpenChange, ...props }: SendDialogProps) {
  // Kept here, so that closing the dialog to mend the list costs nobody the numbers and values they typed.
  const [recipients, setRecipients] = useState('')
  const [values, setValues] = useState<VariableValues>({})
  const [sent, setSent] = useState<Sent | null>(null)
  const change = (next: boolean) => {
    if (!next) setSent(null)
    onOpenChange(next)
  }
  return (
    <Queries>
      <Dialog open={open} onOpenChange={change}>
        {sent ? (
          <SendOutcome sent={sent} onAnother={() => setSent(null)} />
        ) : (
          <SendReview
            {...props}
            recipients={recipients}
            onRecipientsChange={setRecipients}
            values={values}
            onValuesChange={setValues}
            onSent={(made) => {
              setRecipients('')
              setValues({})
              setSent(made)
            }}
            onClose={() => change(false)}
          />
        )}
      </Dialog>
    </Queries>
  )
}
