'use client'

import { type ReactNode, useState } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'

type ConfirmButtonProps = {
  label: string
  icon?: ReactNode
  title: string
  text: string
  confirm: string
  cancel: string
  size?: ButtonProps['size']
  tone?: 'danger' | 'primary'
  busy: boolean
  onConfirm: () => Promise<unknown>
}

/** A button that asks before it does what cannot be taken back. */
export function ConfirmButton({
  label,
  icon,
  title,
  text,
  confirm,
  cancel,
  size,
  tone = 'danger',
  busy,
  onConfirm,
}: ConfirmButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="quiet" size={size}>
          {icon}
          {label}
        </Button>
      </DialogTrigger>
      <DialogContent
        size="sm"
        title={title}
        description={text}
        closeLabel={cancel}
        footer={
          <>
            <DialogClose asChild>
              <Button>{cancel}</Button>
            </DialogClose>
            <Button
              variant={tone}
              busy={busy}
              onClick={async () => {
                await onConfirm()
                setOpen(false)
              }}
            >
              {confirm}
            </Button>
          </>
        }
      />
    </Dialog>
  )
}
