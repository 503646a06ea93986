'use client'

import { SendHorizontal, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, memo, useEffect, useId, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { CUT_LINES, type PhoneSkin } from '@/lib/domain/phone-cuts'
import type { PhoneMessage } from '@/lib/domain/phone-message'
import { CutText } from './cut-text'
import { usePhoneLook } from './phone-look'
import type { SheetMarks } from './sheet-marks'
import { SheetSection } from './sheet-section'

type ListSheetProps = {
  title: string
  sections: PhoneMessage['sections']
  chosen: string | null
  /** The path of the field that is being edited, joined by dots. */
  highlight: string | null
  /** Whether somebody has just opened it. */
  takesFocus: boolean
  marks: SheetMarks | undefined
  onChoose: (row: string) => void
  onClose: () => void
  onSend: () => void
}

/** Android: a sheet from the bottom. iPhone: the same, its title in the middle. Web: a dialog within the window. */
const SHEET: Record<PhoneSkin, { place: string; sheet: string; title: string; foot: string }> = {
  android: {
    place: 'justify-end',
    sheet: 'max-h-[88%] min-h-[45%] rounded-t-2xl',
    title: 'mr-3 font-medium',
    foot: 'border-t border-(--phone-line) px-4 pt-2.5 pb-4',
  },
  iphone: {
    place: 'justify-end',
    sheet: 'h-[92%] rounded-t-[14px]',
    title: 'mr-12 text-center font-semibold',
    foot: 'px-4 pt-2.5 pb-6',
  },
  web: {
    place: 'items-center justify-center p-4',
    sheet: 'max-h-[86%] min-h-[40%] w-full max-w-md rounded-md shadow-[0_12px_40px_rgb(11_20_26/0.35)]',
    title: 'mr-3 font-normal',
    foot: 'flex justify-end px-5 pt-2 pb-4',
  },
}

/** The sheet with the rows, over the lower part of the chat. Not modal to the page: the form beside it stays in reach. */
export const ListSheet = memo(function ListSheet({
  title,
  sections,
  chosen,
  highlight,
  takesFocus,
  marks,
  onChoose,
  onClose,
  onSend,
}: ListSheetProps) {
  const t = useTranslations('phone')
  const { skin } = usePhoneLook()
  const look = SHEET[skin]
  const id = useId()
  const sheet = useRef<HTMLDivElement>(null)

  const isAsked = useRef(takesFocus)
  useEffect(() => {
    if (!isAsked.current) return
    const first = sheet.current?.querySelector<HTMLElement>('input, button')
    const radio = sheet.current?.querySelector<HTMLElement>('input')
    // Without preventScroll the browser drags the phone's content along to where the sheet still is, below the edge.
    ;(radio ?? first)?.focus({ preventScroll: true })
  }, [])

  useEffect(() => {
    // On the window and in the capture phase: an app dialog around the phone listens on the document and would close too.
    const closeOnEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || !sheet.current?.contains(event.target as Node)) return
      event.stopPropagation()
      event.preventDefault()
      onClose()
    }
    window.addEventListener('keydown', closeOnEscape, true)
    return () => window.removeEventListener('keydown', closeOnEscape, true)
  }, [onClose])

  useEffect(() => {
    const path = /^sections\.\d+(\.rows\.\d+)?/.exec(highlight ?? '')?.[0]
    const row = path && sheet.current?.querySelector<HTMLElement>(`[data-path="${path}"]`)
    const list = sheet.current?.querySelector('[data-scroller]')
    if (!row || !list) return
    // By hand: scrollIntoView would scroll the page around the phone as well.
    const above = row.getBoundingClientRect().top - list.getBoundingClientRect().top
    const below = row.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom
    if (above < 0) list.scrollTop += above
    else if (below > 0) list.scrollTop += below
  }, [highlight])

  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    // The phone may stand in a form of the app, which Enter in a radio would submit.
    event.preventDefault()
    if (chosen) onSend()
  }

  return (
    <div className={cn('absolute inset-0 z-10 flex flex-col overflow-hidden', look.place)}>
      <button
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        onClick={onClose}
        className="phone-scrim absolute inset-0 cursor-default bg-(--phone-scrim)"
      />
      <div
        ref={sheet}
        role="dialog"
        aria-labelledby={`${id}-title`}
        onKeyDown={sendOnEnter}
        className={cn('phone-sheet relative flex flex-col bg-(--phone-sheet-page)', look.sheet)}
      >
        <div className="flex items-center gap-2 px-2 pt-2 pb-1">
          <button
            type="button"
            aria-label={t('closeSheet')}
            onClick={onClose}
            className="grid size-10 shrink-0 place-items-center rounded-full text-(--phone-soft) hover:bg-(--phone-pressed)"
          >
            <X className="size-[22px]" aria-hidden />
          </button>
          <CutText
            id={`${id}-title`}
            text={title.trim() ? title : t('rows')}
            lines={CUT_LINES.sheetTitle}
            className={cn('flex-1 text-(length:--phone-fs-title) leading-tight', look.title)}
          />
        </div>
        <div
          // With marks nothing in it takes the focus, so that it must itself to be scrolled by keys.
          {...{ role: marks ? 'group' : 'radiogroup', tabIndex: marks && 0, 'aria-labelledby': `${id}-title` }}
          data-scroller
          className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2"
        >
          {sections.map((section, s) => (
            <SheetSection
              key={section.key ?? s}
              section={section}
              index={s}
              isOnly={sections.length === 1}
              group={id}
              chosen={chosen}
              highlight={highlight?.startsWith(`sections.${s}.`) ? highlight : null}
              marks={marks}
              onChoose={onChoose}
            />
          ))}
        </div>
        <div className={look.foot}>
          {marks ? (
            marks.foot
          ) : (
            <button
              type="button"
              disabled={!chosen}
              onClick={onSend}
              aria-label={skin === 'web' ? t('send') : undefined}
              className={cn(
                skin === 'web'
                  ? 'grid size-11 place-items-center rounded-full'
                  : 'w-full rounded-full py-2.5 text-[15px] font-semibold',
                chosen ? 'bg-(--phone-send) text-(--phone-on-send)' : 'bg-(--phone-off) text-(--phone-on-off)',
              )}
            >
              {skin === 'web' ? <SendHorizontal className="size-5" aria-hidden /> : t('send')}
            </button>
          )}
        </div>
      </div>
    </div>
  )
})
