'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field, fieldControl } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import type { DraftSection, ListDraft } from '@/lib/domain/list-draft'
import { LIMITS } from '@/lib/domain/list-message'
import { countRows, findProblems, problemKey } from '@/lib/domain/list-problems'
import { rowsToText, textToSections } from '@/lib/domain/rows-text'
import { useEditor } from './editor'
import { focusField } from './field-path'
import { useProblemText } from './problem-text'

const SHOWN_PROBLEMS = 4

type BulkEditDialogProps = {
  /** What was typed when it was closed without being applied. */
  left: string | null
  onApply: (sections: DraftSection[]) => void
  /** `left` is what was typed and not applied. */
  onClose: (left: string | null) => void
}

/** All rows as text, a line each: those of the draft as it was when the dialog opened. */
export function BulkEditDialog({ left, onApply, onClose }: BulkEditDialogProps) {
  const t = useTranslations('import')
  const tEditor = useTranslations('editor')
  const editor = useEditor()
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  const [draft] = useState(editor.read)
  const [first] = useState(() => rowsToText(draft))
  const [text, setText] = useState(left ?? first)
  const sections = useMemo(() => textToSections(text, draft), [text, draft])
  const rows = countRows({ sections })
  const count = (now: number, max: number) => cn(now > max && 'font-semibold text-danger')

  const apply = () => {
    isDone.current = true
    onApply(sections)
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose(text === first ? null : text)}>
      <DialogContent
        size="lg"
        title={t('bulk.open')}
        description={t('bulk.text')}
        closeLabel={t('close')}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          field.current?.focus()
        }}
        onCloseAutoFocus={(event) => {
          if (!isDone.current) return
          event.preventDefault()
          focusField(['sections', 0, 'rows', 0, 'title'])
        }}
        footer={
          <>
            <Button onClick={() => onClose(text === first ? null : text)}>{t('cancel')}</Button>
            <Button variant="primary" onClick={apply}>
              {t('bulk.apply')}
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          <Field
            id="bulk-rows"
            label={t('bulk.rows')}
            aside={
              <span className="flex gap-3 text-[0.8667rem] text-muted tabular-nums">
                <span className={count(rows, LIMITS.rows)}>
                  {tEditor('rowCount', { count: rows, max: LIMITS.rows })}
                </span>
                <span className={count(sections.length, LIMITS.sections)}>
                  {tEditor('sectionCount', { count: sections.length, max: LIMITS.sections })}
                </span>
              </span>
            }
          >
            <Textarea
              {...fieldControl('bulk-rows', {})}
              ref={field}
              value={text}
              rows={14}
              wrap="off"
              autoComplete="off"
              placeholder={t('bulk.placeholder')}
              className="font-mono text-[0.8667rem]"
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <BulkProblems draft={{ ...draft, sections }} />
        </div>
      </DialogContent>
    </Dialog>
  )
}

/** What the rows would be told once they are applied. */
function BulkProblems({ draft }: { draft: ListDraft }) {
  const t = useTranslations('import')
  const word = useProblemText()
  const problems = useMemo(() => findProblems(draft).filter(({ path }) => path[0] === 'sections'), [draft])
  return (
    <ul aria-live="polite" className="grid gap-1 text-[0.8667rem] empty:-mt-3">
      {problems.slice(0, SHOWN_PROBLEMS).map((problem) => {
        const { place, full } = word(problem)
        return (
          <li key={`${problemKey(problem.path)} ${problem.code}`} className="text-danger">
            {place && `${place}: `}
            {full}
          </li>
        )
      })}
      {problems.length > SHOWN_PROBLEMS && (
        <li className="text-muted">{t('bulk.moreProblems', { count: problems.length - SHOWN_PROBLEMS })}</li>
      )}
    </ul>
  )
}
