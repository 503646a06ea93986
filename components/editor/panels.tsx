'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useSyncExternalStore } from 'react'
import { cn } from '@/components/ui/cn'
import { useWholeCell } from './cell'
import { type EditorView, useEditor } from './editor'
import { CODE_PANEL, EDIT_PANEL, PREVIEW_PANEL, tabId } from './panel-ids'
import { ViewTabs } from './view-tabs'

const NARROW = '(max-width: 899px)'

const watchNarrow = (listener: () => void) => {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether form and phone share a screen that has room for one. The look follows by CSS alone: this is for roles. */
const useNarrow = () =>
  useSyncExternalStore(
    watchNarrow,
    () => window.matchMedia(NARROW).matches,
    () => false,
  )

type PanelsProps = { form: ReactNode; code: ReactNode; phone: ReactNode }

/** Form or code left, phone right and in sight; on a small screen the one that its tab shows. */
export function Panels({ form, code, phone }: PanelsProps) {
  const t = useTranslations('editor')
  const current = useWholeCell(useEditor().view)
  const isNarrow = useNarrow()
  const labelledBy = (view: EditorView) => tabId(view, isNarrow ? 'head' : 'form')
  const isCode = current === 'code'
  return (
    <div className="grid items-start gap-6 pt-4 max-[899px]:pb-14 min-[900px]:grid-cols-[minmax(0,1fr)_22rem] xl:gap-10">
      <div className={cn('grid min-w-0 gap-4', current === 'preview' && 'max-[899px]:hidden')}>
        <ViewTabs place="form" />
        <div
          id={EDIT_PANEL}
          role="tabpanel"
          aria-labelledby={labelledBy('edit')}
          className={cn('@container grid min-w-0 gap-4', isCode && 'hidden')}
        >
          {form}
        </div>
        <div id={CODE_PANEL} role="tabpanel" aria-labelledby={labelledBy('code')} hidden={!isCode}>
          {isCode && code}
        </div>
      </div>
      <div
        id={PREVIEW_PANEL}
        {...(isNarrow && { role: 'tabpanel', 'aria-labelledby': labelledBy('preview') })}
        className={cn('min-[900px]:sticky min-[900px]:top-22', current !== 'preview' && 'max-[899px]:hidden')}
      >
        <section aria-label={t('preview')}>{phone}</section>
      </div>
    </div>
  )
}
