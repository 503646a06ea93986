'use client'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { FieldPath } from '@/lib/domain/list-edits'
import { useCell, useWholeCell } from './cell'
import { useEditor } from './editor'
import { FindingList } from './finding-list'
import { FixAllButton } from './fix-all-button'
import { isPending, isTold } from './problem-map'

/** How many problems there are, or warnings where there is none; opened, a list of both that leads to their fields. */
export function ProblemButton() {
  const t = useTranslations('editor')
  const editor = useEditor()
  const problems = useCell(editor.problems, ({ list }) => list)
  const typed = useWholeCell(editor.typed)
  const warnings = useCell(editor.problems, (now) => now.warnings).filter((warning) => !isPending(warning, typed))
  const all = useCell(editor.shown, (now) => now.all)
  const [open, setOpen] = useState(false)
  const target = useRef<FieldPath | null>(null)
  const content = useRef<HTMLDivElement>(null)
  const ready = useRef<HTMLParagraphElement>(null)

  const isReady = problems.length === 0
  const isLoud = all || problems.some(isTold)
  const change = (next: boolean) => {
    setOpen(next)
    if (next) editor.showAllProblems()
  }
  const go = ({ path }: { path: FieldPath }) => {
    target.current = path
    setOpen(false)
  }
  // The button that was pressed is gone: on through the list, whatever is left of it.
  const stay = () => content.current?.focus()
  return (
    <Popover open={open} onOpenChange={change}>
      {isReady && (
        <p
          ref={ready}
          tabIndex={-1}
          className="flex items-center gap-1.5 text-[0.8667rem] font-medium whitespace-nowrap text-success outline-none"
        >
          <CircleCheck aria-hidden className="size-4" />
          <span className={cn('@max-md:sr-only', warnings.length > 0 && '@max-2xl:sr-only')}>{t('ready')}</span>
        </p>
      )}
      {(!isReady || warnings.length > 0 || open) && (
        <PopoverTrigger
          className={cn(
            buttonClass('ghost', 'sm'),
            '-mx-1',
            isReady ? 'text-warning!' : isLoud ? 'text-danger!' : 'text-muted!',
          )}
        >
          {isReady ? <TriangleAlert aria-hidden /> : <CircleAlert aria-hidden />}
          {isReady ? (
            <>
              <span aria-hidden className="tabular-nums @2xl:hidden">
                {warnings.length}
              </span>
              <span className="@max-2xl:sr-only">{t('warnings', { count: warnings.length })}</span>
            </>
          ) : (
            <>
              <span aria-hidden className="tabular-nums @md:hidden">
                {problems.length}
              </span>
              <span className="@max-md:sr-only">{t('problems', { count: problems.length })}</span>
            </>
          )}
        </PopoverTrigger>
      )}
      <PopoverContent
        ref={content}
        align="end"
        aria-label={isReady ? t('warningsTitle') : t('problemsTitle')}
        onCloseAutoFocus={(event) => {
          if (target.current) {
            event.preventDefault()
            editor.goTo(target.current)
            target.current = null
          } else if (isReady && warnings.length === 0) {
            event.preventDefault()
            ready.current?.focus()
          }
        }}
      >
        <FixAllButton findings={[...problems, ...warnings]} onFixed={stay} />
        <FindingList title={t('blockTitle')} findings={problems} onGo={go} onFixed={stay} />
        <FindingList title={t('warningsTitle')} findings={warnings} onGo={go} onFixed={stay} />
        {isReady && warnings.length === 0 && <p className="px-2.5 py-2 text-muted">{t('nothingLeft')}</p>}
      </PopoverContent>
    </Popover>
  )
}
