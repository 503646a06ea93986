'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { UNDO_TIME } from '@/components/editor/offer-undo'
import { toast } from '@/components/ui/toast'
import { restoreTemplateVersionAction } from '@/lib/actions/template-versions'
import { fail } from '@/lib/domain/action-result'
import type { TemplateView } from '@/lib/domain/list-template'
import type { SentIdChange } from '@/lib/domain/sent-row-ids'

/** A version that is to come back; `newest` is the one that stood when the person asked for it. */
type Restore = { version: number; newest: number; keepSentIds?: boolean; acknowledgedRowIds?: string[] }

export type RestoreQuestion =
  | { kind: 'confirm'; restore: Restore }
  | { kind: 'frozen'; restore: Restore; rowIds: SentIdChange[] }
  | { kind: 'stale'; template: TemplateView }
  | { kind: 'signIn'; again: () => void }

export type VersionRestore = ReturnType<typeof useVersionRestore>

/** Brings versions back, with what that may be answered. `onDone` hears when the list is at another version. */
export function useVersionRestore(templateId: string, onDone: () => void) {
  const t = useTranslations('versions')
  const [busy, setBusy] = useState(false)
  const [question, setQuestion] = useState<RestoreQuestion | null>(null)
  const isBusy = useRef(false)

  async function run(restore: Restore) {
    if (isBusy.current) return
    isBusy.current = true
    setBusy(true)
    const again = () => void run(restore)
    const result = await restoreTemplateVersionAction({ id: templateId, ...restore }).catch(() => fail('offline'))
    isBusy.current = false
    setBusy(false)
    if (!result.ok) {
      const { code } = result.error
      if (code === 'signedOut') return setQuestion({ kind: 'signIn', again })
      setQuestion(null)
      return void toast.error(t(`failed.${code}`), { action: { label: t('tryAgain'), onClick: again } })
    }
    const { data } = result
    if (data.outcome === 'stale') return setQuestion({ kind: 'stale', template: data.template })
    if (data.outcome === 'frozen') return setQuestion({ kind: 'frozen', restore, rowIds: data.rowIds })
    setQuestion(null)
    const { version, newest } = restore
    const now = data.template.version
    if (now === newest) toast(t('alreadySame', { version }))
    else {
      toast(t('restored', { version, now }), {
        duration: UNDO_TIME,
        action: { label: t('undo'), onClick: () => void run({ version: newest, newest: now }) },
      })
    }
    onDone()
  }

  return {
    busy,
    question,
    run,
    ask: (version: number, newest: number) => setQuestion({ kind: 'confirm', restore: { version, newest } }),
    close: () => setQuestion(null),
  }
}
