'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { undoChange } from '@/lib/domain/draft-undo'
import type { ListDraft } from '@/lib/domain/list-draft'
import type { FieldPath } from '@/lib/domain/list-edits'
import type { Finding, FixId } from '@/lib/domain/list-finding'
import { fixAll } from '@/lib/domain/list-fix-all'
import { applyFix } from '@/lib/domain/list-fixes'
import { useEditor } from './editor'
import { focusField } from './field-path'
import { useOfferUndo } from './offer-undo'

/** Where one would go on typing: at the path, or next to it where the fix took it away. */
export function focusNear(path: FieldPath): void {
  const [, s, , r] = path
  const places: FieldPath[] = [
    path,
    ['sections', Number(s), 'rows', Number(r) - 1, 'title'],
    ['sections', Number(s), 'title'],
    ['sections', Number(s) - 1, 'title'],
  ]
  places.some((place) => focusField(place))
}

/** The repairs that the rules offer: each one step, told in words and with a way back. The focus is the caller's. */
export function useFixes() {
  const editor = useEditor()
  const t = useTranslations('fixes')
  const format = useFormatter()
  const offerUndo = useOfferUndo()
  return useMemo(() => {
    const put = (before: ListDraft, after: ListDraft, done: FixId[], focus: FieldPath) => {
      if (after === before || !editor.edit(() => ({ draft: after, focus }), { focus: false })) return
      const counts = new Map<FixId, number>()
      for (const fix of done) counts.set(fix, (counts.get(fix) ?? 0) + 1)
      const what = format.list(
        [...counts].map(([fix, count]) => t(`what.${fix}`, { count })),
        { type: 'conjunction' },
      )
      editor.say(t('done', { what }))
      offerUndo(t('done', { what }), (now) => ({ draft: undoChange(now, before, after), focus }))
    }
    return {
      fix: (finding: Finding) => {
        const before = editor.read()
        const after = applyFix(before, finding, { section: t('section') })
        if (finding.fix) put(before, after, [finding.fix], finding.path)
      },
      fixAll: () => {
        const before = editor.read()
        const { draft, applied } = fixAll(before)
        const [first] = applied
        if (first)
          put(
            before,
            draft,
            applied.map(({ fix }) => fix),
            first.path,
          )
      },
    }
  }, [editor, t, format, offerUndo])
}
