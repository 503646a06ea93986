'use client'

import { FileUp } from 'lucide-react'
import { type DragEvent, useId, useMemo, useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field, fieldControl } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { importList } from '@/lib/domain/import-list'
import type { ListDraft } from '@/lib/domain/list-draft'
import { useEditor } from './editor'
import { ImportFailure, ImportSuccess } from './import-result'
import { useImportWords } from './import-words'

const ACCEPT = '.json,.txt,.sh,.cmd,.bat,.curl,.md,application/json,text/plain'
const BIGGEST_FILE = 2_000_000

type ImportDialogProps = {
  text: string
  onText: (text: string) => void
  /** Whether there is nothing in the editor that would make room. */
  isEditorBlank: boolean
  onImport: (draft: ListDraft) => void
  onClose: () => void
}

/** A list from elsewhere, pasted or from a file: read as it is typed, and put in place only when asked. */
export function ImportDialog({ text, onText, isEditorBlank, onImport, onClose }: ImportDialogProps) {
  const { t } = useImportWords()
  const editor = useEditor()
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  const imported = useMemo(() => importList(text), [text])
  const isEmpty = !imported.ok && imported.error.code === 'empty'
  const file = useFile(onText)

  const take = () => {
    if (!imported.ok) return
    isDone.current = true
    onImport(imported.draft)
  }

  const show = () => {
    const { current: element } = field
    if (imported.ok || !element) return
    const { at, line, found } = imported.error
    element.focus()
    element.setSelectionRange(at, at + found.length)
    const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight) || 20
    element.scrollTop = Math.max(0, (line - 3) * lineHeight)
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="lg"
        title={t('open')}
        description={t('text')}
        closeLabel={t('close')}
        {...file.target}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          field.current?.focus()
        }}
        onCloseAutoFocus={(event) => {
          if (!isDone.current) return
          event.preventDefault()
          editor.goTo(['body'])
        }}
        footer={
          <>
            {!isEditorBlank && <p className="mr-auto text-[0.8667rem] text-muted">{t('canUndo')}</p>}
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" aria-disabled={imported.ok ? undefined : true} onClick={take}>
              {t(isEditorBlank ? 'use' : 'replace')}
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          <Field
            id="import-content"
            label={t('content')}
            hint={file.name && text ? t('fromFile', { name: file.name }) : undefined}
            aside={file.button(t('chooseFile'))}
          >
            <Textarea
              {...fieldControl('import-content', { hint: file.name && text })}
              ref={field}
              value={text}
              rows={10}
              wrap="off"
              spellCheck={false}
              autoComplete="off"
              className={cn('font-mono text-[0.8667rem]', file.isOver && 'border-accent! bg-accent-soft!')}
              onChange={(event) => {
                file.forget()
                onText(event.target.value)
              }}
            />
          </Field>
          <div aria-live="polite" className="grid gap-3 empty:-mt-4">
            {file.problem && <Alert tone="danger">{t(file.problem.code, { name: file.problem.name })}</Alert>}
            {imported.ok ? (
              <ImportSuccess imported={imported} />
            ) : (
              !isEmpty && <ImportFailure error={imported.error} text={text} onShow={show} />
            )}
          </div>
        </div>
      </DialogContent>
    </Dialog>
  )
}

type FileProblem = { code: 'fileTooBig' | 'fileUnread'; name: string }

/** One file, chosen or dropped, as text. */
function useFile(onText: (text: string) => void) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<FileProblem | null>(null)
  const [isOver, setOver] = useState(false)

  const take = async (file: File | undefined) => {
    if (!file) return
    setProblem(null)
    if (file.size > BIGGEST_FILE) return setProblem({ code: 'fileTooBig', name: file.name })
    try {
      onText(await file.text())
      setName(file.name)
    } catch {
      setProblem({ code: 'fileUnread', name: file.name })
    }
  }

  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    name,
    problem,
    isOver,
    forget: () => {
      setName('')
      setProblem(null)
    },
    target: {
      onDragOver: (event: DragEvent) => {
        if (!hasFile(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        if (!hasFile(event)) return
        event.preventDefault()
        void take(event.dataTransfer.files[0])
      },
    },
    button: (label: string) => (
      <>
        <Button size="sm" variant="ghost" onClick={() => input.current?.click()}>
          <FileUp aria-hidden />
          {label}
        </Button>
        <input
          ref={input}
          id={id}
          type="file"
          accept={ACCEPT}
          aria-label={label}
          tabIndex={-1}
          className="hidden"
          onChange={(event) => {
            void take(event.target.files?.[0])
            // The same file can be chosen again once it was mended.
            event.target.value = ''
          }}
        />
      </>
    ),
  }
}
