'use client'

import { Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { addRowBlock, addSectionBlock, duplicateSectionBlock } from '@/lib/domain/list-edits'
import { useBlockText } from './block-text'
import { DragStarts, dropId } from './drag-handle'
import { LIST_END } from './drag-places'
import { useDraftValue } from './editor'
import { fieldId } from './field-path'
import { useListActions } from './list-actions'
import { SectionCard } from './section-card'

const DragLayer = dynamic(() => import('./drag-layer').then((module) => module.DragLayer), {
  ssr: false,
  loading: () => null,
})

/** Which sections and rows there are, by their steady keys, and what may be added: typing leaves it as it is. */
const useShape = () =>
  useDraftValue((draft) => ({
    sections: draft.sections.map(({ key, rows }, s) => ({
      key,
      rows: rows.map((row) => row.key),
      duplicateBlock: duplicateSectionBlock(draft, s),
    })),
    rowBlock: addRowBlock(draft),
    sectionBlock: addSectionBlock(draft),
  }))

export function SectionList() {
  const t = useTranslations('editor')
  const blockText = useBlockText()
  const actions = useListActions()
  const { sections, rowBlock, sectionBlock } = useShape()
  const reason = blockText(sectionBlock)
  const [starts] = useState<DragStarts>(() => new Map())
  const [isOpen, setOpen] = useState(false)
  useEffect(() => setOpen(true), [])
  return (
    <section aria-labelledby={fieldId('sections')} className="grid gap-4">
      <h2 id={fieldId('sections')} tabIndex={-1} className="sr-only">
        {t('sections')}
      </h2>
      <DragStarts value={starts}>
        {sections.map(({ key, rows, duplicateBlock }, s) => (
          <SectionCard
            key={key}
            s={s}
            sectionKey={key}
            rowKeys={rows}
            sectionCount={sections.length}
            rowBlock={rowBlock}
            duplicateBlock={duplicateBlock}
          />
        ))}
        {isOpen && <DragLayer shape={sections} />}
      </DragStarts>
      <div id={dropId(LIST_END)} className="relative flex flex-wrap items-center gap-3">
        <Button
          aria-disabled={reason ? true : undefined}
          aria-describedby={reason ? 'add-section-note' : undefined}
          onClick={actions.addSection}
        >
          <Plus aria-hidden />
          {t('addSection')}
        </Button>
        {reason && (
          <p id="add-section-note" className="text-[0.8667rem] text-muted">
            {reason}
          </p>
        )}
      </div>
    </section>
  )
}
