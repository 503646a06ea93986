'use client'

import { ArrowDown, ArrowUp, CopyPlus, FolderInput, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useRef } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '@/components/ui/menu'
import type { BlockReason, FieldPath } from '@/lib/domain/list-edits'
import { LIMITS } from '@/lib/domain/list-message'
import { useBlockText } from './block-text'
import { DragHandle } from './drag-handle'
import { useEditor } from './editor'
import { fieldId, focusField } from './field-path'
import { useListActions } from './list-actions'
import { RowIdField } from './row-id-field'
import { RowTitleField } from './row-title-field'
import { TextField } from './text-field'

type RowCardProps = {
  s: number
  r: number
  rowKey: string
  isFirst: boolean
  isLast: boolean
  sectionCount: number
  rowBlock: BlockReason | null
}

const byKeyboard = (event: { detail: number }) => event.detail === 0

/** One row: what the customer reads, and beneath notice the ID that comes back. */
export const RowCard = memo(function RowCard({ s, r, rowKey, isFirst, isLast, sectionCount, rowBlock }: RowCardProps) {
  const t = useTranslations('editor')
  const drag = useTranslations('drag')
  const blockText = useBlockText()
  const actions = useListActions()
  const id = fieldId(['sections', s, 'rows', r])
  const name = `sections.${s}.rows.${r}` as const
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a grid beside its fields.
    <div
      id={id}
      role="group"
      aria-labelledby={`${id}-name`}
      className="relative grid grid-cols-[1fr_auto] items-start gap-x-3 gap-y-2.5 px-4 py-3 [grid-template-areas:'name_actions'_'title_title'_'description_description'_'id_id'] @md:[grid-template-areas:'name_actions'_'title_id'_'description_description'] @md:grid-cols-[3fr_2fr] @4xl:grid-cols-[5rem_minmax(0,4fr)_minmax(0,5fr)_minmax(0,2.6fr)_auto] @4xl:[grid-template-areas:'name_title_description_id_actions'] @xl:px-5"
    >
      <div className="-ml-3 flex items-center self-center [grid-area:name] @4xl:-ml-5 @4xl:self-start @4xl:pt-[1.6rem]">
        <DragHandle itemKey={rowKey} label={drag('row', { number: r + 1 })} />
        <h4 id={`${id}-name`} className="text-[0.8rem] font-medium text-muted">
          {t('row', { number: r + 1 })}
        </h4>
      </div>
      <RowTitleField
        s={s}
        r={r}
        touchKey={`${rowKey}.title`}
        label={t('rowTitle')}
        max={LIMITS.rowTitle}
        className="[grid-area:title]"
        onLeave={() => actions.fillRowId(s, r)}
      />
      <TextField
        name={`${name}.description`}
        touchKey={`${rowKey}.description`}
        label={t('rowDescription')}
        max={LIMITS.rowDescription}
        className="[grid-area:description]"
      />
      <RowIdField
        s={s}
        r={r}
        touchKey={`${rowKey}.id`}
        label={t('rowId')}
        max={LIMITS.rowId}
        className="[grid-area:id] [&_label]:font-normal [&_label]:text-muted"
        inputClass="border-line! bg-sunken! font-mono text-[0.8667rem] text-muted! shadow-none! focus:text-text!"
      />
      <div data-actions className="-mr-1.5 flex justify-end [grid-area:actions] @4xl:pt-[1.6rem]">
        <IconButton
          label={t('moveRowUp')}
          icon={<ArrowUp aria-hidden />}
          data-act="up"
          disabled={isFirst}
          onClick={(event) => actions.moveRow(s, r, -1, byKeyboard(event))}
        />
        <IconButton
          label={t('moveRowDown')}
          icon={<ArrowDown aria-hidden />}
          data-act="down"
          disabled={isLast}
          onClick={(event) => actions.moveRow(s, r, 1, byKeyboard(event))}
        />
        {sectionCount > 1 && <MoveToSection s={s} r={r} />}
        <IconButton
          label={t('duplicateRow')}
          icon={<CopyPlus aria-hidden />}
          reason={blockText(rowBlock)}
          onClick={() => actions.duplicateRow(s, r)}
        />
        <IconButton label={t('removeRow')} icon={<Trash2 aria-hidden />} onClick={() => actions.removeRow(s, r)} />
      </div>
    </div>
  )
})

function MoveToSection({ s, r }: { s: number; r: number }) {
  const t = useTranslations('editor')
  const actions = useListActions()
  const landing = useRef<FieldPath | null>(null)
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label={t('moveRowTo')} icon={<FolderInput aria-hidden />} />
      </MenuTrigger>
      <MenuContent
        align="end"
        onCloseAutoFocus={(event) => {
          if (!landing.current) return
          event.preventDefault()
          focusField(landing.current)
          landing.current = null
        }}
      >
        <MenuLabel>{t('moveRowTo')}</MenuLabel>
        <OtherSections
          s={s}
          onChoose={(target) => {
            landing.current = actions.moveRowTo(s, r, target)
          }}
        />
      </MenuContent>
    </Menu>
  )
}

/** Read when the menu opens: its own titles are no reason for forty rows to draw again. */
function OtherSections({ s, onChoose }: { s: number; onChoose: (target: number) => void }) {
  const t = useTranslations('editor')
  const { sections } = useEditor().read()
  return sections.map(({ key, title }, target) =>
    target === s ? null : (
      <MenuItem key={key} onSelect={() => onChoose(target)}>
        {title.trim() ? t('sectionName', { number: target + 1, title }) : t('section', { number: target + 1 })}
      </MenuItem>
    ),
  )
}
