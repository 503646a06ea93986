'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { toast } from '@/components/ui/toast'
import {
  archiveTemplateAction,
  createTemplateAction,
  renameTemplateAction,
  restoreTemplateAction,
  updateTemplateAction,
} from '@/lib/actions/templates'
import { type ActionResult, fail } from '@/lib/domain/action-result'
import type { ListDraft } from '@/lib/domain/list-draft'
import type { Edit } from '@/lib/domain/list-edits'
import { TEMPLATE_NAME_LENGTH, type TemplateView } from '@/lib/domain/list-template'
import type { SentIdChange } from '@/lib/domain/sent-row-ids'
import { newUuid } from './browser-store'
import type { Cell } from './cell'
import type { Editor } from './editor'

export type NamePurpose = 'save' | 'mine' | 'rename'

/** What saving asks of the person. */
export type Question =
  | { kind: 'name'; purpose: NamePurpose; first: string; failure?: FailureCode }
  | { kind: 'stale'; template: TemplateView }
  | { kind: 'frozen'; rowIds: SentIdChange[] }
  | { kind: 'signIn'; again: () => void }

export type FailureCode = 'offline' | 'gone' | 'invalid' | 'forbidden' | 'unexpected'

type SavingOptions = {
  editor: Editor
  saved: Cell<TemplateView | null>
  /** The same list was saved: what is unsaved is counted from there. */
  onSaved: (template: TemplateView) => void
  /** From now on the work belongs to another saved list. */
  onMoved: (template: TemplateView) => void
}

export type Saving = ReturnType<typeof useSaving>

export const cutName = (name: string) => name.slice(0, TEMPLATE_NAME_LENGTH)

/** Saving, naming and archiving, with what each may be answered: a newer version, a lost session, no answer at all. */
export function useSaving({ editor, saved, onSaved, onMoved }: SavingOptions) {
  const t = useTranslations('editor')
  const tRowIds = useTranslations('rowIds')
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [question, setQuestion] = useState<Question | null>(null)
  const isBusy = useRef(false)
  // Made before the first press, so that two presses are one template; another one only once this one exists.
  const newId = useRef(newUuid())
  // Of the sent IDs, those that may change in the next save: asked for each, once.
  const [agreed] = useState(() => new Set<string>())

  async function attempt<Data>(
    act: () => Promise<ActionResult<Data, 'gone'>>,
    again: () => void,
  ): Promise<{ data: Data } | { failure: FailureCode } | null> {
    if (isBusy.current) return null
    isBusy.current = true
    setBusy(true)
    const result = await act().catch(() => fail('offline'))
    isBusy.current = false
    setBusy(false)
    if (result.ok) return { data: result.data }
    if (result.error.code !== 'signedOut') return { failure: result.error.code }
    setQuestion({ kind: 'signIn', again })
    return null
  }

  const tell = (failure: FailureCode, again: () => void) =>
    toast.error(t(`failed.${failure}`), { action: { label: t('tryAgain'), onClick: again } })

  async function update() {
    const template = saved.get()
    if (!template) return
    const draft = editor.read()
    const answer = await attempt(
      () =>
        updateTemplateAction({ id: template.id, version: template.version, draft, acknowledgedRowIds: [...agreed] }),
      update,
    )
    if (!answer) return
    if ('failure' in answer) return tell(answer.failure, update)
    if (answer.data.outcome === 'stale') return setQuestion({ kind: 'stale', template: answer.data.template })
    if (answer.data.outcome === 'frozen') {
      // They may have been sent since this page was opened: now their fields are locked too.
      saved.set({ ...template, sentRowIds: answer.data.template.sentRowIds })
      return setQuestion({ kind: 'frozen', rowIds: answer.data.rowIds })
    }
    setQuestion(null)
    agreed.clear()
    onSaved(answer.data.template)
  }

  function changeSentIds(rowIds: SentIdChange[]) {
    for (const { from } of rowIds) agreed.add(from)
    return update()
  }

  /** Puts the IDs back that were sent, as a step, and saves. */
  async function keepSentIds(rowIds: SentIdChange[]) {
    const before = saved.get()?.draft
    const sent = rowIds.map(({ from }) => from)
    const { withSentIds } = await import('@/lib/domain/sent-row-ids')
    const edit = (draft: ListDraft): Edit => ({
      draft: before ? withSentIds(before, draft, sent) : draft,
      focus: ['body'],
    })
    if (editor.edit({ code: 'keepSentIds' }, edit, { focus: false })) toast(tRowIds('kept', { count: sent.length }))
    setQuestion(null)
    return update()
  }

  async function create(name: string, purpose: NamePurpose) {
    const id = newId.current
    const draft = editor.read()
    const answer = await attempt(
      () => createTemplateAction({ id, name, draft }),
      () => create(name, purpose),
    )
    if (!answer) return
    if ('failure' in answer) return setQuestion({ kind: 'name', purpose, first: name, failure: answer.failure })
    newId.current = newUuid()
    if (answer.data.outcome === 'stale') return create(name, purpose)
    setQuestion(null)
    const go = saved.get() ? router.push : router.replace
    onMoved(answer.data.template)
    go(`/templates/${id}`)
  }

  async function rename(name: string) {
    const template = saved.get()
    if (!template) return
    const answer = await attempt(
      () => renameTemplateAction({ id: template.id, name }),
      () => rename(name),
    )
    if (!answer) return
    if ('failure' in answer)
      return setQuestion({ kind: 'name', purpose: 'rename', first: name, failure: answer.failure })
    setQuestion(null)
    // Only the name: the version in the answer may be somebody else's newer one, which this editor has not seen.
    saved.set({ ...template, name: answer.data.name })
  }

  async function setArchived(archived: boolean) {
    const template = saved.get()
    if (!template) return
    const again = () => setArchived(archived)
    const answer = await attempt(
      () => (archived ? archiveTemplateAction : restoreTemplateAction)({ id: template.id }),
      again,
    )
    if (!answer) return
    if ('failure' in answer) return tell(answer.failure, again)
    saved.set({ ...template, archivedAt: archived ? new Date().toISOString() : null })
    toast(
      t(archived ? 'archived' : 'restored'),
      archived ? { action: { label: t('undo'), onClick: () => setArchived(false) } } : undefined,
    )
  }

  const nameOf = () => saved.get()?.name ?? ''
  return {
    busy,
    question,
    agreed,
    changeSentIds,
    keepSentIds,
    close: () => setQuestion(null),
    save: () => (saved.get() ? update() : setQuestion({ kind: 'name', purpose: 'save', first: '' })),
    saveMineAsNew: () =>
      setQuestion({ kind: 'name', purpose: 'mine', first: cutName(t('mineName', { name: nameOf() })) }),
    duplicate: () => create(cutName(t('copyName', { name: nameOf() })), 'mine'),
    askName: () => setQuestion({ kind: 'name', purpose: 'rename', first: nameOf() }),
    answerName: (name: string, purpose: NamePurpose) => (purpose === 'rename' ? rename(name) : create(name, purpose)),
    archive: () => setArchived(true),
    restore: () => setArchived(false),
  }
}
