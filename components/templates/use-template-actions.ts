'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { newUuid } from '@/components/editor/browser-store'
import { cutName } from '@/components/editor/use-saving'
import { toast } from '@/components/ui/toast'
import {
  archiveTemplateAction,
  duplicateTemplateAction,
  renameTemplateAction,
  restoreTemplateAction,
} from '@/lib/actions/templates'
import { type ActionResult, fail } from '@/lib/domain/action-result'
import type { TemplateSummary } from '@/lib/domain/list-template'

export type TemplateActions = ReturnType<typeof useTemplateActions>

/** What is done with a saved list from the library. `onChange` hears when the library is another than before. */
export function useTemplateActions(onChange: () => void) {
  const t = useTranslations('editor')
  const tTemplates = useTranslations('templates')
  const [busy, setBusy] = useState(false)
  const [naming, setNaming] = useState<TemplateSummary | null>(null)
  const [tagging, setTagging] = useState<TemplateSummary | null>(null)
  const [signIn, setSignIn] = useState<{ again: () => void } | null>(null)
  const isBusy = useRef(false)

  async function attempt<Data>(act: () => Promise<ActionResult<Data, 'gone'>>, done: (data: Data) => void) {
    if (isBusy.current) return
    isBusy.current = true
    setBusy(true)
    const again = () => void attempt(act, done)
    const result = await act().catch(() => fail('offline'))
    isBusy.current = false
    setBusy(false)
    if (!result.ok) {
      const { code } = result.error
      if (code === 'signedOut') setSignIn({ again })
      else toast.error(t(`failed.${code}`), { action: { label: t('tryAgain'), onClick: again } })
      return
    }
    done(result.data)
    onChange()
  }

  const setArchived = ({ id }: { id: string }, archived: boolean) =>
    attempt(
      () => (archived ? archiveTemplateAction : restoreTemplateAction)({ id }),
      () =>
        toast(t(archived ? 'archived' : 'restored'), {
          action: { label: t('undo'), onClick: () => setArchived({ id }, !archived) },
        }),
    )

  return {
    busy,
    naming,
    tagging,
    signIn,
    askName: (template: TemplateSummary) => setNaming(template),
    closeName: () => setNaming(null),
    askTags: (template: TemplateSummary) => setTagging(template),
    closeTags: () => setTagging(null),
    closeSignIn: () => setSignIn(null),
    rename: ({ id }: { id: string }, name: string) =>
      attempt(
        () => renameTemplateAction({ id, name }),
        () => setNaming(null),
      ),
    duplicate: ({ id, name }: { id: string; name: string }) => {
      const input = { id, newId: newUuid(), name: cutName(t('copyName', { name })) }
      return attempt(
        () => duplicateTemplateAction(input),
        (copy) => toast(tTemplates('duplicated', { name: copy.name })),
      )
    },
    setArchived,
  }
}
