'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useSyncExternalStore } from 'react'
import { cn } from '@/components/ui/cn'
import { useWholeCell } from './cell'
import { useEditor } from './editor'
import { EDIT_PANEL, EDIT_TAB, PREVIEW_PANEL, PREVIEW_TAB } from './panel-ids'

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

/** Form left, phone right and in sight; on a small screen the one that its tab shows. */
export function Panels({ form, phone }: { form: ReactNode; phone: ReactNode }) {
  const t = useTranslations('editor')
  const current = useWholeCell(useEditor().view)
  const isNarrow = useNarrow()
  const panel = (tab: string) => (isNarrow ? { role: 'tabpanel', 'aria-labelledby': tab } : {})
  return (
    <div className="grid items-start gap-6 pt-4 max-[899px]:pb-14 min-[900px]:grid-cols-[minmax(0,1fr)_22rem] xl:gap-10">
      <div
        id={EDIT_PANEL}
        {...panel(EDIT_TAB)}
        className={cn('@container grid min-w-0 gap-4', current !== 'edit' && 'max-[899px]:hidden')}
      >
        {form}
      </div>
      <div
        id={PREVIEW_PANEL}
        {...panel(PREVIEW_TAB)}
        className={cn('min-[900px]:sticky min-[900px]:top-22', current !== 'preview' && 'max-[899px]:hidden')}
      >
        <section aria-label={t('preview')}>{phone}</section>
      </div>
    </div>
  )
}
