'use client'

import { FileUp, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button, buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { LIST_LIMITS } from '@/lib/domain/recipient-list'
import { ProgressBar } from './progress-bar'
import { type Upload, type UploadFailure, uploadList } from './upload-list'

const TYPES = '.csv,.txt,.tsv,.xlsx,text/csv,text/plain'

type Going = { name: string; upload: Upload; sent: number }

/** A spreadsheet's file, dropped or chosen, and how far it has come. */
export function FilePeople({ onList, onSignedOut }: { onList: (id: string) => void; onSignedOut: () => void }) {
  const t = useTranslations('newSend.people')
  const format = useFormatter()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [going, setGoing] = useState<Going | null>(null)
  const [failure, setFailure] = useState<UploadFailure | null>(null)
  const [isOver, setOver] = useState(false)
  const running = useRef<Upload | null>(null)
  // Who leaves the page, or this way of naming people, means no half of a file.
  useEffect(() => () => running.current?.stop(), [])

  const take = async (file: File | undefined) => {
    if (!file || running.current) return
    if (file.size > LIST_LIMITS.bytes) return setFailure({ code: 'tooBig', line: null })
    setFailure(null)
    const upload = uploadList(file, (sent) => setGoing((now) => now && { ...now, sent }))
    running.current = upload
    setGoing({ name: file.name, upload, sent: 0 })
    const outcome = await upload.done
    running.current = null
    setGoing(null)
    if ('id' in outcome) return onList(outcome.id)
    if (outcome.code === 'signedOut') onSignedOut()
    if (outcome.code !== 'stopped') setFailure(outcome)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className="grid gap-3">
      {going ? (
        <div className="grid gap-3 rounded-xl border border-dashed border-accent px-5 py-6">
          <p role="status" className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-medium [overflow-wrap:anywhere]">{going.name}</span>
            <span className="text-[0.9333rem] text-muted">{t(going.sent < 1 ? 'uploading' : 'uploaded')}</span>
            <span aria-hidden className="ml-auto text-[0.9333rem] text-muted tabular-nums">
              {format.number(going.sent, { style: 'percent' })}
            </span>
          </p>
          <ProgressBar label={t('uploading')} value={going.sent} />
          <Button size="sm" variant="quiet" className="justify-self-start" onClick={() => going.upload.stop()}>
            <X aria-hidden />
            {t('stopUpload')}
          </Button>
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the button in it does the same by keyboard.
        <div
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
          onDrop={drop}
          className={cn(
            'grid justify-items-center gap-2.5 rounded-xl border border-dashed px-5 py-8 text-center transition-colors',
            isOver ? 'border-accent bg-accent-soft' : 'border-line-strong/60',
          )}
        >
          <span className="grid size-11 place-items-center rounded-full bg-accent-soft text-accent">
            <FileUp aria-hidden className="size-5.5" />
          </span>
          <p className="font-medium">
            <span className="max-sm:hidden">{t('drop')} </span>
            <label
              htmlFor={id}
              className={cn(buttonClass('link'), 'cursor-pointer rounded has-focus-visible:outline-2')}
            >
              {t('chooseFile')}
              <input
                ref={input}
                id={id}
                type="file"
                accept={TYPES}
                aria-describedby={`${id}-hint`}
                className="sr-only"
                onChange={(event) => {
                  void take(event.target.files?.[0])
                  // The same file may be chosen again once it has been mended.
                  event.target.value = ''
                }}
              />
            </label>
          </p>
          <p id={`${id}-hint`} className="max-w-md text-[0.8667rem] text-muted">
            {t('fileHint')}
          </p>
        </div>
      )}
      {failure && (
        <Alert tone="danger" role="alert">
          {failure.code === 'unreachable' || failure.code === 'signedOut'
            ? t(`errors.${failure.code}`)
            : t(`problems.${failure.code}`, { max: failure.max ?? LIST_LIMITS.bytes / 1_000_000 })}{' '}
          {failure.line !== null && t('atLine', { line: failure.line })}
        </Alert>
      )}
    </div>
  )
}
