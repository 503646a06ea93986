'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { addRowBlock, addSectionBlock, duplicateSectionBlock } from '@/lib/domain/list-edits'
import { useBlockText } from './block-text'
import { useDraftValue } from './editor'
import { fieldId } from './field-path'
import { useListActions } from './list-actions'
import { SectionCard } from './section-card'

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
  return (
    <section aria-labelledby={fieldId('sections')} className="grid gap-4">
      <h2 id={fieldId('sections')} tabIndex={-1} className="sr-only">
        {t('sections')}
      </h2>
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
      <div className="flex flex-wrap items-center gap-3">
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
