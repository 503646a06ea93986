'use client'

import { useTranslations } from 'next-intl'
import { memo, type ReactNode, useId } from 'react'
import { cn } from '@/components/ui/cn'
import { CUT_LINES, type PhoneSkin } from '@/lib/domain/phone-cuts'
import type { PhoneSection } from '@/lib/domain/phone-message'
import { CutText } from './cut-text'
import { Ghost } from './ghost'
import { usePhoneLook } from './phone-look'
import { rowKey } from './row-key'
import type { SheetMarks } from './sheet-marks'

/** Android and the web rule sections off from each other; the iPhone puts each on a card of its own. */
const SECTION: Record<PhoneSkin, { around: string; title: string; rows: string; row: string }> = {
  android: {
    around: 'border-(--phone-line) not-first:mt-1 not-first:border-t',
    title: 'px-4 pt-3 pb-1 font-medium text-(--phone-action)',
    rows: '',
    row: 'px-4 py-2.5',
  },
  iphone: {
    around: 'mx-4 mt-3 first:mt-1',
    title: 'px-3.5 pt-1 pb-1.5 font-normal text-(--phone-soft)',
    rows: 'overflow-hidden rounded-xl bg-(--phone-sheet) divide-y divide-(--phone-line)',
    row: 'px-3.5 py-2.5',
  },
  web: {
    around: 'not-first:mt-2',
    title: 'px-6 pt-3 pb-1.5 font-normal text-(--phone-action)',
    rows: '',
    row: 'flex-row-reverse px-6 py-2.5',
  },
}

type SectionProps = {
  section: PhoneSection
  index: number
  isOnly: boolean
  group: string
  chosen: string | null
  highlight: string | null
  marks: SheetMarks | undefined
  onChoose: (row: string) => void
}

export const SheetSection = memo(function SheetSection({
  section,
  index,
  isOnly,
  group,
  chosen,
  highlight,
  marks,
  onChoose,
}: SectionProps) {
  const t = useTranslations('phone')
  const look = SECTION[usePhoneLook().skin]
  const hasTitle = !!section.title?.trim()
  return (
    <div className={look.around}>
      {(hasTitle || !isOnly) && (
        <div
          data-path={`sections.${index}`}
          className={cn(
            'text-(length:--phone-fs-section)',
            look.title,
            highlight === `sections.${index}.title` && 'bg-(--phone-mark)',
            marks && 'flex items-baseline justify-between gap-3',
          )}
        >
          <CutText text={section.title ?? ''} lines={CUT_LINES.sectionTitle} ghost={t('section')} />
          {marks?.section(index)}
        </div>
      )}
      <div className={look.rows}>
        {section.rows.length === 0 && (
          <div className={cn('text-(length:--phone-fs-section)', look.row)}>
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
              mark={marks?.row(row)}
              onChoose={onChoose}
            />
          )
        })}
      </div>
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
  /** Stands in the place of the radio: the row cannot be chosen then. */
  mark: ReactNode
  onChoose: (row: string) => void
}

const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { rowKey: key, path, group, title, description, isChosen, isMarked, mark, onChoose } = props
  const t = useTranslations('phone')
  const look = SECTION[usePhoneLook().skin]
  const id = useId()
  const hasDescription = description.trim() !== ''
  const texts = (
    <span className="min-w-0 flex-1 wrap-anywhere">
      <CutText
        id={`${id}-title`}
        text={title}
        lines={CUT_LINES.rowTitle}
        ghost={t('row')}
        className="text-(length:--phone-fs-row) leading-snug"
      />
      {hasDescription && (
        <CutText
          id={`${id}-description`}
          text={description}
          lines={CUT_LINES.rowDescription}
          className="mt-0.5 text-(length:--phone-fs-small) leading-snug text-(--phone-soft)"
        />
      )}
    </span>
  )
  if (mark !== undefined) {
    return (
      // What is drawn behind the words leaves the soft ink too little contrast.
      <div
        data-path={path}
        className={cn(
          'relative isolate flex items-center gap-3 [--phone-soft:color-mix(in_oklch,var(--phone-ink)_88%,transparent)]',
          look.row,
        )}
      >
        {texts}
        {mark}
      </div>
    )
  }
  return (
    <label
      data-path={path}
      className={cn(
        'relative flex cursor-pointer items-center gap-3 hover:bg-(--phone-pressed)',
        look.row,
        'has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-(--phone-action)',
        isMarked && 'bg-(--phone-mark)',
      )}
    >
      {texts}
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
