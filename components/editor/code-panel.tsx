'use client'

import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import type { TemplateView } from '@/lib/domain/list-template'
import { type Cell, useWholeCell } from './cell'
import { type CodeField, createCodeField } from './code-field'
import { CODE_CARD } from './code-frame'
import { createCodeText } from './code-text'
import { CodeTools } from './code-tools'
import { useCodeWords } from './code-words'
import { useEditor } from './editor'
import { useFixes } from './fixing'
import { placeOfWork } from './use-keeping'
import { useTravel } from './use-travel'

type CodePanelProps = { userId: string; saved: Cell<TemplateView | null> }

/** The draft as code, to be read, written, copied and kept. */
export function CodePanel({ userId, saved }: CodePanelProps) {
  const editor = useEditor()
  const words = useCodeWords()
  const travel = useTravel(editor)
  const { fix } = useFixes()
  const id = useId()
  const card = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [field, setField] = useState<CodeField | null>(null)

  useEffect(() => {
    if (!host.current || !card.current) return
    const made = createCodeField({
      editor,
      parent: host.current,
      around: card.current,
      kept: createCodeText(`${userId}.${placeOfWork(saved)}`),
      words,
      describedBy: id,
      travel: (way) => travel(way, { focus: true }),
      onFix: fix,
    })
    setField(made)
    return made.destroy
  }, [editor, userId, saved, words, id, travel, fix])

  return (
    <div ref={card} className={CODE_CARD}>
      <CodeTools saved={saved} />
      <div ref={host} className="min-h-0 flex-1 overflow-hidden font-mono *:h-full" />
      {field && <CodeStatusLine id={id} field={field} />}
    </div>
  )
}

function CodeStatusLine({ id, field }: { id: string; field: CodeField }) {
  const t = useTranslations('code')
  const words = useCodeWords()
  const { read, hasLeft } = useWholeCell(field.status)
  const fault = read.ok ? null : read.fault
  const ignored = read.ok ? read.ignored : []
  const [first] = ignored
  const Icon = fault ? TriangleAlert : first ? Info : CircleCheck
  return (
    <div className="grid gap-1.5 border-t px-3 py-2 text-[0.8667rem]">
      <div className="flex items-start gap-2">
        <Icon
          aria-hidden
          className={cn(
            'mt-[0.15rem] size-4 shrink-0',
            fault ? 'text-danger' : first ? 'text-warning' : 'text-success',
          )}
        />
        <div id={id} role="status" className="grid min-w-0 flex-1 [overflow-wrap:anywhere]">
          {fault ? (
            <>
              <span className="font-medium">{words.faultAt(fault)}</span>
              <span className="text-muted">{t('stays')}</span>
            </>
          ) : first ? (
            <span>
              {words.ignoredAt(first)}
              {ignored.length > 1 && ` ${t('more', { count: ignored.length - 1 })}`}
            </span>
          ) : (
            <span className="text-muted">{t('valid')}</span>
          )}
        </div>
      </div>
      {fault && (
        <div className="flex flex-wrap gap-2 pl-6">
          <Button size="sm" onClick={field.showFault}>
            {t('show')}
          </Button>
          <Button size="sm" onClick={field.goBack}>
            {t('back')}
          </Button>
        </div>
      )}
      {!fault && hasLeft && (
        <div className="flex flex-wrap items-center gap-x-2 pl-6">
          <span className="text-muted">{t('left')}</span>
          <Button size="sm" variant="ghost" className="text-accent!" onClick={field.bringBack}>
            {t('bringBack')}
          </Button>
          <IconButton label={t('throwAway')} icon={<X aria-hidden />} onClick={field.throwAway} />
        </div>
      )}
    </div>
  )
}
