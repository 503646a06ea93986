'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { removeTokenAction } from '@/lib/actions/connection'
import type { ActionError } from '@/lib/domain/action-result'

type RemoveTokenProps = { onRemoved: () => void; onFailure: (failure: ActionError<'unreachable'>) => void }

export function RemoveToken({ onRemoved, onFailure }: RemoveTokenProps) {
  const t = useTranslations('settings')
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)

  const remove = async () => {
    setBusy(true)
    const result = await removeTokenAction({}).catch(() => null)
    setBusy(false)
    setOpen(false)
    if (!result) onFailure({ code: 'unreachable' })
    else if (!result.ok) onFailure(result.error)
    else onRemoved()
  }

  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="quiet">{t('removeToken')}</Button>
      </DialogTrigger>
      <DialogContent
        size="sm"
        title={t('removeTokenTitle')}
        description={t('removeTokenText')}
        closeLabel={t('cancel')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button variant="danger" busy={busy} onClick={remove}>
              {t('removeToken')}
            </Button>
          </>
        }
      />
    </Dialog>
  )
}
