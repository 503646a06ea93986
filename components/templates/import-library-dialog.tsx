'use client'

import { FileUp, LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { LIBRARY_LIMITS } from '@/lib/domain/template-library-file'
import { ImportLibraryDone } from './import-library-done'
import { ImportLibraryPreview } from './import-library-preview'
import { type FileProblem, useLibraryImport } from './use-library-import'

const LIMITS = { lists: LIBRARY_LIMITS.lists, megabytes: LIBRARY_LIMITS.bytes / 1_000_000 }

/** A library from a file: chosen or dropped, looked over, and only then brought in. */
export function ImportLibraryDialog({ onImported, onClose }: { onImported: () => void; onClose: () => void }) {
  const t = useTranslations('templates.file')
  const library = useLibraryImport()
  const { step } = library
  const input = useRef<HTMLInputElement>(null)
  const chooser = useRef<HTMLButtonElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const [isOver, setOver] = useState(false)
  const isBusy = step.kind === 'reading' || step.kind === 'comparing' || step.kind === 'writing'
  const preview = step.kind === 'preview' || step.kind === 'writing' ? step.preview : null
  const count = preview ? library.countOf(preview) : 0
  // What was pressed is gone with the step before: the focus goes on to what there is to read.
  useEffect(() => {
    if (step.kind === 'preview' || step.kind === 'done') body.current?.focus()
  }, [step.kind])
  const choose = () => input.current?.click()
  const hasFile = (event: DragEvent) => !isBusy && event.dataTransfer.types.includes('Files')

  return (
    <Dialog open onOpenChange={(open) => !open && step.kind !== 'writing' && onClose()}>
      <DialogContent
        size="md"
        title={t('title')}
        description={t('text')}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          chooser.current?.focus()
        }}
        onDragOver={(event) => {
          if (!hasFile(event)) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false)
          if (!hasFile(event)) return
          event.preventDefault()
          void library.read(event.dataTransfer.files[0])
        }}
        footer={
          step.kind === 'done' ? (
            <DialogClose asChild>
              <Button variant="primary">{t('close')}</Button>
            </DialogClose>
          ) : (
            <>
              {step.kind === 'preview' && (
                <Button variant="ghost" className="mr-auto" onClick={choose}>
                  <FileUp aria-hidden />
                  {t('chooseOther')}
                </Button>
              )}
              <DialogClose asChild>
                <Button>{t('cancel')}</Button>
              </DialogClose>
              {preview && (
                <Button
                  variant="primary"
                  busy={step.kind === 'writing'}
                  aria-disabled={count === 0 || undefined}
                  onClick={() => void library.write(preview, onImported)}
                >
                  {t('confirm', { count })}
                </Button>
              )}
            </>
          )
        }
      >
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={t('choose')}
          tabIndex={-1}
          className="hidden"
          onChange={(event) => {
            void library.read(event.target.files?.[0])
            // The same file can be chosen again once it was mended.
            event.target.value = ''
          }}
        />
        <div ref={body} tabIndex={-1} className="grid gap-4 outline-none">
          <div aria-live="polite" className="grid gap-3 empty:hidden">
            {step.kind === 'choose' && step.problem && (
              <Alert tone="danger">
                <ProblemText problem={step.problem} />
              </Alert>
            )}
            {(step.kind === 'choose' || step.kind === 'preview') && step.failure && (
              <Alert tone="danger">{t(`failed.${step.failure}`)}</Alert>
            )}
            {isBusy && (
              <p className="flex items-center justify-center gap-2 py-2 text-muted">
                <LoaderCircle aria-hidden className="size-4 animate-spin" />
                {step.kind === 'writing' ? t('writing', { done: step.done, total: step.total }) : t(step.kind)}
              </p>
            )}
          </div>
          {step.kind === 'choose' && (
            <div
              className={cn(
                'grid justify-items-center gap-3 rounded-xl border border-dashed border-line-strong/60 px-6 py-12 text-center',
                isOver && 'border-accent bg-accent-soft',
              )}
            >
              <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent">
                <FileUp aria-hidden className="size-6" />
              </span>
              <p className="font-medium">{t('drop')}</p>
              <Button ref={chooser} variant="primary" onClick={choose}>
                {t('choose')}
              </Button>
              <p className="text-[0.8667rem] text-muted">{t('limits', LIMITS)}</p>
            </div>
          )}
          {step.kind === 'preview' && <ImportLibraryPreview preview={step.preview} library={library} />}
          {step.kind === 'done' && <ImportLibraryDone done={step.done} />}
        </div>
      </DialogContent>
    </Dialog>
  )
}

function ProblemText({ problem }: { problem: FileProblem }) {
  const t = useTranslations('templates.file')
  return problem.code === 'json'
    ? t('error.json', { line: problem.line, column: problem.column })
    : t(`error.${problem.code}`, LIMITS)
}
