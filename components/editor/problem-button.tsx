'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { FieldPath } from '@/lib/domain/list-edits'
import { problemKey } from '@/lib/domain/list-problems'
import { useCell } from './cell'
import { useEditor } from './editor'
import { isTold } from './problem-map'
import { useProblemText } from './problem-text'

/** How many problems there are; opened, a list of them that leads to their fields. */
export function ProblemButton() {
  const t = useTranslations('editor')
  const editor = useEditor()
  const word = useProblemText()
  const problems = useCell(editor.problems, ({ list }) => list)
  const all = useCell(editor.shown, (now) => now.all)
  const [open, setOpen] = useState(false)
  const target = useRef<FieldPath | null>(null)

  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-1.5 text-[0.8667rem] font-medium whitespace-nowrap text-success">
        <CircleCheck aria-hidden className="size-4" />
        {t('ready')}
      </p>
    )
  }
  const isLoud = all || problems.some(isTold)
  const change = (next: boolean) => {
    setOpen(next)
    if (next) editor.showAllProblems()
  }
  return (
    <Popover open={open} onOpenChange={change}>
      <PopoverTrigger className={cn(buttonClass('ghost', 'sm'), '-mx-1', isLoud ? 'text-danger!' : 'text-muted!')}>
        <CircleAlert aria-hidden />
        {t('problems', { count: problems.length })}
      </PopoverTrigger>
      <PopoverContent
        align="end"
        aria-label={t('problemsTitle')}
        onCloseAutoFocus={(event) => {
          if (!target.current) return
          event.preventDefault()
          editor.goTo(target.current)
          target.current = null
        }}
      >
        <h2 className="px-2.5 pt-2 pb-1.5 text-[0.8667rem] font-semibold">{t('problemsTitle')}</h2>
        <ul>
          {problems.map((problem) => {
            const { place, full } = word(problem)
            return (
              <li key={`${problemKey(problem.path)} ${problem.code}`}>
                <button
                  type="button"
                  className="grid w-full rounded-md px-2.5 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
                  onClick={() => {
                    target.current = problem.path
                    setOpen(false)
                  }}
                >
                  <span>{full}</span>
                  {place && <span className="text-[0.8rem] text-muted">{place}</span>}
                </button>
              </li>
            )
          })}
        </ul>
      </PopoverContent>
    </Popover>
  )
}
