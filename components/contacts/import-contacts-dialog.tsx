'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FilePeople } from '@/components/new-send/file-people'
import { LazySignInDialog } from '@/components/sends/lazy-sign-in-dialog'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { ImportColumns } from './import-columns'
import { type Imported, useContactsImport, useFileList } from './use-contacts-import'

/** A spreadsheet's people as contacts: chosen, its columns told apart, written once it was confirmed. */
export function ImportContactsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('contacts')
  const [listId, setListId] = useState<string | null>(null)
  const [isSignedOut, setSignedOut] = useState(false)
  const { data: list } = useFileList(listId)
  const { form, change, save, isBusy, notice, done } = useContactsImport(list)
  const isRead = list && list.state !== 'reading' && list.state !== 'failed'
  const lines = (list?.lineCount ?? 0) - (form.mapping?.hasHeader ? 1 : 0)

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="lg"
        title={t('importing.title')}
        description={done ? undefined : t('importing.text')}
        closeLabel={t('close')}
        footer={
          done ? (
            <DialogClose asChild>
              <Button variant="primary">{t('importing.see')}</Button>
            </DialogClose>
          ) : (
            <>
              {isBusy && (
                <span role="status" className="mr-auto text-[0.9333rem] text-muted">
                  {t('importing.saving')}
                </span>
              )}
              <DialogClose asChild>
                <Button>{t('cancel')}</Button>
              </DialogClose>
              {isRead && (
                <Button variant="primary" busy={isBusy} onClick={() => void save()}>
                  {t('importing.save', { count: lines })}
                </Button>
              )}
            </>
          )
        }
      >
        {done ? (
          <Outcome {...done} />
        ) : (
          <div className="grid gap-5">
            {notice}
            {(!listId || list?.state === 'failed') && (
              <>
                {list?.state === 'failed' && (
                  <Alert role="alert" tone="danger">
                    {t('importing.failed')}
                  </Alert>
                )}
                <FilePeople onList={setListId} onSignedOut={() => setSignedOut(true)} />
              </>
            )}
            {listId && (!list || list.state === 'reading') && (
              <p role="status" className="grid gap-3">
                {t('importing.reading', { count: list?.lineCount ?? 0 })}
                <Skeleton className="h-24 w-full rounded-xl" />
              </p>
            )}
            {isRead && (
              <>
                <p className="flex flex-wrap items-center justify-between gap-2">
                  <span className="font-medium [overflow-wrap:anywhere]">
                    {t('importing.lines', { name: list.fileName ?? '', count: lines })}
                  </span>
                  <Button size="sm" variant="ghost" onClick={() => setListId(null)}>
                    {t('importing.other')}
                  </Button>
                </p>
                <ImportColumns list={list} form={form} onChange={change} />
              </>
            )}
          </div>
        )}
        <LazySignInDialog open={isSignedOut} onOpenChange={setSignedOut} onSignedIn={() => setSignedOut(false)} />
      </DialogContent>
    </Dialog>
  )
}

function Outcome({ created, updated, skipped }: Imported) {
  const t = useTranslations('contacts.importing')
  return (
    <div role="status" className="grid justify-items-center gap-2 py-6 text-center">
      <CircleCheck aria-hidden className="size-10 text-success" />
      <p className="text-base font-semibold">{t('done')}</p>
      <ul className="grid gap-1 text-muted">
        <li>{t('new', { count: created })}</li>
        {updated > 0 && <li>{t('changed', { count: updated })}</li>}
        {skipped > 0 && <li>{t('skipped', { count: skipped })}</li>}
      </ul>
    </div>
  )
}
