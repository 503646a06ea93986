'use client'

import { useTranslations } from 'next-intl'
import { useContactAct } from '@/components/contacts/contact-act'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { deleteAudienceAction } from '@/lib/actions/audiences'
import type { AudienceView } from '@/lib/domain/audience'

export function DeleteAudienceDialog({ audience, onClose }: { audience: AudienceView; onClose: () => void }) {
  const t = useTranslations('audiences')
  const tContacts = useTranslations('contacts')
  const { run, isBusy, notice } = useContactAct()
  const remove = () =>
    run(
      () => deleteAudienceAction({ id: audience.id }),
      () => {
        toast(t('deleted'))
        onClose()
      },
    )
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('deleteTitle', { name: audience.name })}
        description={t('deleteText')}
        closeLabel={tContacts('close')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{tContacts('cancel')}</Button>
            </DialogClose>
            <Button variant="danger" busy={isBusy} onClick={() => void remove()}>
              {t('deleteSure')}
            </Button>
          </>
        }
      >
        {notice}
      </DialogContent>
    </Dialog>
  )
}
