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
import { useOfferUndo } from './offer-undo'

/** The repairs that the rules offer: each one step, told in words and with a way back. The focus is the caller's. */
export function useFixes() {
  const editor = useEditor()
  const t = useTranslations('fixes')
  const format = useFormatter()
  const offerUndo = useOfferUndo()
  return useMemo(() => {
    const put = (code: 'fix' | 'fixAll', before: ListDraft, after: ListDraft, done: FixId[], focus: FieldPath) => {
      if (after === before || !editor.edit({ code }, () => ({ draft: after, focus }), { focus: false })) return
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
        if (finding.fix) put('fix', before, after, [finding.fix], finding.path)
      },
      fixAll: () => {
        const before = editor.read()
        const { draft, applied } = fixAll(before)
        const [first] = applied
        if (first)
          put(
            'fixAll',
            before,
            draft,
            applied.map(({ fix }) => fix),
            first.path,
          )
      },
    }
  }, [editor, t, format, offerUndo])
}
