'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Segmented } from '@/components/ui/segmented'
import { EXPORTED_AS, MESSAGE_COLUMNS, type MessageColumn } from '@/lib/domain/message-columns'
import type { ExportFormat } from '@/lib/domain/message-export'
import type { MessageCount } from '@/lib/domain/message-view'
import { ExportProgress } from './export-progress'
import { useExportRun } from './use-export-run'

type ExportDialogProps = {
  query: string
  columns: readonly MessageColumn[]
  count: MessageCount | null
  onClose: () => void
}

/** The messages that are filtered, as a file: its format, its columns, and how far it is. */
export function ExportDialog({ query, columns, count, onClose }: ExportDialogProps) {
  const t = useTranslations('messages.export')
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [which, setWhich] = useState<'shown' | 'all'>('shown')
  const { isRunning, progress, ending, start, cancel } = useExportRun()

  const address = (run: string) => {
    const names = (which === 'shown' ? columns : MESSAGE_COLUMNS).flatMap((column) => EXPORTED_AS[column])
    const params = new URLSearchParams(query)
    params.set('format', format)
    params.set('columns', [...new Set(names)].join(','))
    params.set('run', run)
    return `/api/messages/export?${params}`
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t('title')}
        description={count ? t(count.isMore ? 'countMoreText' : 'countText', { count: count.count }) : t('text')}
        closeLabel={t('close')}
        footer={
          <>
            <Button onClick={isRunning ? cancel : onClose}>{isRunning ? t('cancel') : t('close')}</Button>
            <Button variant="primary" busy={isRunning} onClick={() => void start(address)}>
              {!isRunning && <Download aria-hidden />}
              {ending ? t('again') : t('start')}
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          <div className="grid justify-items-start gap-1.5">
            <span aria-hidden className="text-[0.8667rem] font-medium">
              {t('format')}
            </span>
            <Segmented<ExportFormat>
              label={t('format')}
              value={format}
              onChange={setFormat}
              options={[
                { value: 'csv', label: t('csv') },
                { value: 'xlsx', label: t('xlsx') },
              ]}
            />
            <p className="text-[0.8667rem] text-muted">{t(`${format}Hint`)}</p>
          </div>
          <div className="grid justify-items-start gap-1.5">
            <span aria-hidden className="text-[0.8667rem] font-medium">
              {t('which')}
            </span>
            <Segmented<'shown' | 'all'>
              label={t('which')}
              value={which}
              onChange={setWhich}
              options={[
                { value: 'shown', label: t('shown') },
                { value: 'all', label: t('all') },
              ]}
            />
          </div>
          {isRunning && <ExportProgress run={progress} />}
          {ending?.state === 'done' && <Alert tone="success" role="status" title={t('done', { rows: ending.rows })} />}
          {ending?.state === 'canceled' && <Alert role="status" title={t('canceled')} />}
          {ending?.state === 'failed' && <Alert tone="danger" role="alert" title={t('failed')} />}
        </div>
      </DialogContent>
    </Dialog>
  )
}
