'use client'

import './editor.css'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useHydrated } from '@/components/auth/use-hydrated'
import { Button } from '@/components/ui/button'
import type { TemplateView } from '@/lib/domain/list-template'
import { type Cell, useWholeCell } from './cell'
import { Counts } from './counts'
import { HistoryButtons } from './history-buttons'
import { ProblemButton } from './problem-button'
import { ViewTabs } from './view-tabs'

type EditorHeadProps = {
  saved: Cell<TemplateView | null>
  /** Where the words are. */
  status: ReactNode
  busy: boolean
  menu: ReactNode
  onSave: () => void
  onReview: () => void
}

/** Always in sight: which list this is, how full it is, what is wrong, and what to do with it. */
export function EditorHead({ saved, status, busy, menu, onSave, onReview }: EditorHeadProps) {
  const t = useTranslations('editor')
  const template = useWholeCell(saved)
  return (
    <header aria-busy={!useHydrated() || undefined} className="editor-head @container sticky top-0 z-20 -mt-5">
      <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 py-2.5 min-[900px]:grid-cols-[minmax(0,1fr)_auto_auto] min-[900px]:gap-x-6 min-[900px]:py-3">
        <div className="col-span-2 flex min-w-0 items-center gap-1 min-[900px]:col-span-1">
          <div className="grid min-w-0">
            <h1 className="truncate text-lg leading-tight font-semibold tracking-tight">
              {template?.name ?? t('newTitle')}
            </h1>
            {status}
          </div>
          {menu}
          <HistoryButtons />
        </div>
        <div className="col-span-2 flex items-center gap-x-4 max-sm:gap-x-2 max-[899px]:justify-between min-[900px]:col-span-1">
          <ViewTabs place="head" />
          <Counts />
          <ProblemButton />
        </div>
        <div className="flex gap-2 max-[899px]:fixed max-[899px]:inset-x-0 max-[899px]:bottom-(--bar) max-[899px]:border-t max-[899px]:bg-bg max-[899px]:px-4 max-[899px]:py-2.5 max-[899px]:*:flex-1 md:max-[899px]:bottom-0 md:max-[899px]:left-(--rail)">
          <Button busy={busy} onClick={onSave}>
            {t('save')}
          </Button>
          <Button variant="primary" onClick={onReview}>
            {t('review')}
          </Button>
        </div>
      </div>
    </header>
  )
}
