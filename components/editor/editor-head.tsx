'use client'

import './editor.css'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useHydrated } from '@/components/auth/use-hydrated'
import { Button } from '@/components/ui/button'
import type { TemplateView } from '@/lib/domain/list-template'
import { type Cell, useWholeCell } from './cell'
import { Counts } from './counts'
import { useEditor } from './editor'
import { HistoryButtons } from './history-buttons'
import { EDIT_PANEL, EDIT_TAB, PREVIEW_PANEL, PREVIEW_TAB } from './panel-ids'
import { ProblemButton } from './problem-button'

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
          <ViewTabs />
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

const TABS = [
  { view: 'edit', id: EDIT_TAB, panel: EDIT_PANEL },
  { view: 'preview', id: PREVIEW_TAB, panel: PREVIEW_PANEL },
] as const

/** A small screen shows the form or the phone. */
function ViewTabs() {
  const t = useTranslations('editor')
  const { view } = useEditor()
  const current = useWholeCell(view)
  return (
    <div
      role="tablist"
      aria-label={t('views')}
      className="flex gap-1 rounded-lg bg-sunken p-1 min-[900px]:hidden"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
        const next = current === 'edit' ? 'preview' : 'edit'
        view.set(next)
        document.getElementById(next === 'edit' ? EDIT_TAB : PREVIEW_TAB)?.focus()
      }}
    >
      {TABS.map((tab) => (
        <button
          key={tab.view}
          type="button"
          role="tab"
          id={tab.id}
          aria-selected={current === tab.view}
          aria-controls={tab.panel}
          tabIndex={current === tab.view ? 0 : -1}
          onClick={() => view.set(tab.view)}
          className="h-7.5 rounded-md px-3 text-[0.8667rem] font-medium text-muted hover:text-text aria-selected:bg-surface aria-selected:text-text aria-selected:shadow-card"
        >
          {t(tab.view)}
        </button>
      ))}
    </div>
  )
}
