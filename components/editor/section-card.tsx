'use client'

import { ArrowDown, ArrowUp, CopyPlus, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import type { BlockReason } from '@/lib/domain/list-edits'
import { LIMITS } from '@/lib/domain/list-message'
import { useBlockText } from './block-text'
import { useCell } from './cell'
import { DragHandle, dropId } from './drag-handle'
import { endOf } from './drag-places'
import { useEditor } from './editor'
import { fieldId, focusNear } from './field-path'
import { FixButton } from './fix-button'
import { useListActions } from './list-actions'
import { useProblemText } from './problem-text'
import { RowCard } from './row-card'
import { TextField } from './text-field'

type SectionCardProps = {
  s: number
  sectionKey: string
  rowKeys: string[]
  sectionCount: number
  rowBlock: BlockReason | null
  duplicateBlock: BlockReason | null
}

const byKeyboard = (event: { detail: number }) => event.detail === 0

export const SectionCard = memo(function SectionCard({
  s,
  sectionKey,
  rowKeys,
  sectionCount,
  rowBlock,
  duplicateBlock,
}: SectionCardProps) {
  const t = useTranslations('editor')
  const drag = useTranslations('drag')
  const blockText = useBlockText()
  const actions = useListActions()
  const id = fieldId(['sections', s])
  const isFirst = s === 0
  const isLast = s === sectionCount - 1
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a grid beside its fields.
    <div
      id={id}
      role="group"
      aria-labelledby={`${id}-name`}
      className="relative grid grid-cols-[1fr_auto] items-start rounded-xl border bg-surface shadow-card [grid-template-areas:'name_actions'_'title_title'_'rows_rows'] @4xl:grid-cols-[7rem_minmax(0,1fr)_auto] @4xl:[grid-template-areas:'name_title_actions'_'rows_rows_rows']"
    >
      <div className="flex items-center self-center pt-2 pl-1 [grid-area:name] @xl:pl-2 @4xl:self-start @4xl:pt-[2.3rem] @4xl:pl-0">
        <DragHandle itemKey={sectionKey} label={drag('section', { number: s + 1 })} />
        <h3 id={`${id}-name`} className="font-semibold">
          {t('section', { number: s + 1 })}
        </h3>
      </div>
      <TextField
        name={`sections.${s}.title`}
        touchKey={`${sectionKey}.title`}
        label={t('sectionTitle')}
        max={LIMITS.sectionTitle}
        optional={sectionCount === 1}
        className="px-4 pt-1.5 pb-4 [grid-area:title] @xl:px-5 @4xl:px-0 @4xl:pt-3.5"
      />
      <div
        data-actions
        className={cn(
          'flex justify-end pt-2 pr-2.5 [grid-area:actions] @xl:pr-3.5 @4xl:pt-[2.3rem] @4xl:pl-3',
          sectionCount > 1 && '@4xl:min-w-[11.625rem]',
        )}
      >
        <IconButton
          label={t('moveSectionUp')}
          icon={<ArrowUp aria-hidden />}
          data-act="up"
          disabled={isFirst}
          onClick={(event) => actions.moveSection(s, -1, byKeyboard(event))}
        />
        <IconButton
          label={t('moveSectionDown')}
          icon={<ArrowDown aria-hidden />}
          data-act="down"
          disabled={isLast}
          onClick={(event) => actions.moveSection(s, 1, byKeyboard(event))}
        />
        <IconButton
          label={t('duplicateSection')}
          icon={<CopyPlus aria-hidden />}
          reason={blockText(duplicateBlock)}
          onClick={() => actions.duplicateSection(s)}
        />
        <IconButton label={t('removeSection')} icon={<Trash2 aria-hidden />} onClick={() => actions.removeSection(s)} />
      </div>
      <div className="divide-y border-t [grid-area:rows]">
        {rowKeys.map((rowKey, r) => (
          <RowCard
            key={rowKey}
            s={s}
            r={r}
            rowKey={rowKey}
            isFirst={isFirst && r === 0}
            isLast={isLast && r === rowKeys.length - 1}
            sectionCount={sectionCount}
            rowBlock={rowBlock}
          />
        ))}
        <AddRow s={s} dropId={dropId(endOf(sectionKey))} isEmpty={rowKeys.length === 0} block={rowBlock} />
      </div>
    </div>
  )
})

type AddRowProps = { s: number; dropId: string; isEmpty: boolean; block: BlockReason | null }

function AddRow({ s, dropId, isEmpty, block }: AddRowProps) {
  const t = useTranslations('editor')
  const actions = useListActions()
  const word = useProblemText()
  const { problems, shown } = useEditor()
  const reason = useBlockText()(block)
  const id = fieldId(['sections', s, 'rows'])
  const all = useCell(shown, (now) => now.all)
  const problem = useCell(problems, ({ byName }) => byName.get(`sections.${s}.rows`))
  return (
    <div id={dropId} className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-2.5 py-2 @xl:px-3.5">
      <Button
        id={id}
        variant="ghost"
        size="sm"
        className="scroll-mb-40 text-accent!"
        aria-disabled={reason ? true : undefined}
        aria-describedby={reason || isEmpty ? `${id}-note` : undefined}
        onClick={() => actions.addRow(s)}
      >
        <Plus aria-hidden />
        {t('addRow')}
      </Button>
      {(reason || isEmpty) && (
        <p
          id={`${id}-note`}
          className={all && problem ? 'text-[0.8667rem] text-danger' : 'text-[0.8667rem] text-muted'}
        >
          {reason ?? (all && problem ? word(problem).sentence : t('noRows'))}
        </p>
      )}
      {all && problem?.fix && (
        <FixButton finding={problem} describedBy={`${id}-note`} onFixed={() => focusNear(problem.path)} />
      )}
    </div>
  )
}
