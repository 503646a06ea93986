'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, memo, useEffect, useId, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import type { PhoneMessage, PhoneSection } from '@/lib/domain/phone-message'
import { Ghost } from './ghost'
import { rowKey } from './row-key'

type ListSheetProps = {
  title: string
  sections: PhoneMessage['sections']
  chosen: string | null
  /** The path of the field that is being edited, joined by dots. */
  highlight: string | null
  onChoose: (row: string) => void
  onClose: () => void
  onSend: () => void
}

/** The sheet with the rows, over the lower part of the chat. Not modal to the page: the form beside it stays in reach. */
export const ListSheet = memo(function ListSheet({
  title,
  sections,
  chosen,
  highlight,
  onChoose,
  onClose,
  onSend,
}: ListSheetProps) {
  const t = useTranslations('phone')
  const id = useId()
  const sheet = useRef<HTMLDivElement>(null)

  useEffect(() => {
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
    <div className="absolute inset-0 z-10 flex flex-col justify-end overflow-hidden">
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
        className="phone-sheet relative flex max-h-[88%] min-h-[45%] flex-col rounded-t-2xl bg-(--phone-sheet)"
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
          <div id={`${id}-title`} className="min-w-0 flex-1 text-[18px] leading-tight font-medium wrap-anywhere">
            {title.trim() ? title : t('rows')}
          </div>
        </div>
        <div
          role="radiogroup"
          aria-labelledby={`${id}-title`}
          data-scroller
          className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2"
        >
          {sections.map((section, s) => (
            <Section
              key={section.key ?? s}
              section={section}
              index={s}
              isOnly={sections.length === 1}
              group={id}
              chosen={chosen}
              highlight={highlight?.startsWith(`sections.${s}.`) ? highlight : null}
              onChoose={onChoose}
            />
          ))}
        </div>
        <div className="border-t border-(--phone-line) px-4 pt-2.5 pb-4">
          <button
            type="button"
            disabled={!chosen}
            onClick={onSend}
            className={cn(
              'w-full rounded-full py-2.5 text-[15px] font-semibold',
              chosen ? 'bg-(--phone-send) text-(--phone-on-send)' : 'bg-(--phone-off) text-(--phone-on-off)',
            )}
          >
            {t('send')}
          </button>
        </div>
      </div>
    </div>
  )
})

type SectionProps = {
  section: PhoneSection
  index: number
  isOnly: boolean
  group: string
  chosen: string | null
  highlight: string | null
  onChoose: (row: string) => void
}

const Section = memo(function Section({ section, index, isOnly, group, chosen, highlight, onChoose }: SectionProps) {
  const t = useTranslations('phone')
  const hasTitle = !!section.title?.trim()
  return (
    <div className="border-(--phone-line) not-first:mt-1 not-first:border-t">
      {(hasTitle || !isOnly) && (
        <div
          data-path={`sections.${index}`}
          className="px-4 pt-3 pb-1 text-[13.5px] font-medium text-(--phone-action) wrap-anywhere"
        >
          {hasTitle ? section.title : <Ghost>{t('section')}</Ghost>}
        </div>
      )}
      {section.rows.length === 0 && (
        <div className="px-4 py-2 text-[13.5px]">
          <Ghost>{t('noRows')}</Ghost>
        </div>
      )}
      {section.rows.map((row, r) => {
        const key = rowKey(row, index, r)
        const path = `sections.${index}.rows.${r}`
        return (
          <SheetRow
            key={key}
            rowKey={key}
            path={path}
            group={group}
            title={row.title}
            description={row.description ?? ''}
            isChosen={chosen === key}
            isMarked={!!highlight?.startsWith(`${path}.`)}
            onChoose={onChoose}
          />
        )
      })}
    </div>
  )
})

type SheetRowProps = {
  rowKey: string
  path: string
  group: string
  title: string
  description: string
  isChosen: boolean
  isMarked: boolean
  onChoose: (row: string) => void
}

const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { rowKey: key, path, group, title, description, isChosen, isMarked, onChoose } = props
  const t = useTranslations('phone')
  const id = useId()
  const hasDescription = description.trim() !== ''
  return (
    <label
      data-path={path}
      className={cn(
        'relative flex cursor-pointer items-center gap-3 px-4 py-2.5 hover:bg-(--phone-pressed)',
        'has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-(--phone-action)',
        isMarked && 'bg-(--phone-mark)',
      )}
    >
      <span className="min-w-0 flex-1 wrap-anywhere">
        <span id={`${id}-title`} className="block text-[15px] leading-snug">
          {title.trim() ? title : <Ghost>{t('row')}</Ghost>}
        </span>
        {hasDescription && (
          <span id={`${id}-description`} className="mt-0.5 block text-[13px] leading-snug text-(--phone-soft)">
            {description}
          </span>
        )}
      </span>
      <input
        type="radio"
        name={group}
        value={key}
        checked={isChosen}
        onChange={() => onChoose(key)}
        aria-labelledby={`${id}-title`}
        aria-describedby={hasDescription ? `${id}-description` : undefined}
        className="peer sr-only"
      />
      <span
        aria-hidden="true"
        className="grid size-[19px] shrink-0 place-items-center rounded-full border-2 border-(--phone-radio) peer-checked:border-(--phone-action) after:size-[9px] after:scale-0 after:rounded-full after:bg-(--phone-action) peer-checked:after:scale-100"
      />
    </label>
  )
})
