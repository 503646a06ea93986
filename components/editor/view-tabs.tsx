'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { useWholeCell } from './cell'
import { type EditorView, useEditor } from './editor'
import { CODE_PANEL, EDIT_PANEL, PREVIEW_PANEL, tabId, type ViewTabsPlace } from './panel-ids'

const PANELS = { edit: EDIT_PANEL, code: CODE_PANEL, preview: PREVIEW_PANEL }
const SHOWN = { head: ['edit', 'code', 'preview'], form: ['edit', 'code'] } as const

/** Form, code or phone on a small screen, in its head; form or code where the phone has a place of its own, above the form. */
export function ViewTabs({ place }: { place: ViewTabsPlace }) {
  const t = useTranslations('editor')
  const tCode = useTranslations('code')
  const { view } = useEditor()
  const whole = useWholeCell(view)
  const shown: readonly EditorView[] = SHOWN[place]
  const current = shown.includes(whole) ? whole : 'edit'
  const label = { edit: place === 'head' ? t('edit') : tCode('form'), code: tCode('tab'), preview: t('preview') }
  return (
    <div
      role="tablist"
      aria-label={place === 'head' ? t('views') : tCode('views')}
      className={cn(
        'flex gap-1 rounded-lg bg-sunken p-1',
        place === 'head' ? 'min-[900px]:hidden' : 'justify-self-start max-[899px]:hidden',
      )}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
        const next = shown.at((shown.indexOf(current) + by) % shown.length)
        if (!by || !next) return
        event.preventDefault()
        view.set(next)
        document.getElementById(tabId(next, place))?.focus()
      }}
    >
      {shown.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={tabId(one, place)}
          aria-selected={current === one}
          aria-controls={PANELS[one]}
          tabIndex={current === one ? 0 : -1}
          onClick={() => view.set(one)}
          className="h-7.5 rounded-md px-3 text-[0.8667rem] font-medium text-muted hover:text-text aria-selected:bg-surface aria-selected:text-text aria-selected:shadow-card max-[899px]:px-2.5"
        >
          {label[one]}
        </button>
      ))}
    </div>
  )
}
