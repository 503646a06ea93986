'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { NameDialog } from '@/components/editor/name-dialog'
import { LazySignInDialog } from '@/components/sends/lazy-sign-in-dialog'
import type { TagCount } from '@/lib/domain/template-tags'
import type { ReadyPick } from './ready-grid'
import type { useReadyPick } from './use-ready-pick'
import type { TemplateActions } from './use-template-actions'

// Each with a `loading` of its own: without one the whole page would show its skeleton while the dialog comes.
const ReadyDialog = dynamic(() => import('./ready-dialog').then((module) => module.ReadyDialog), {
  ssr: false,
  loading: () => null,
})
const TagsDialog = dynamic(() => import('./tags-dialog').then((module) => module.TagsDialog), {
  ssr: false,
  loading: () => null,
})
const ManageTagsDialog = dynamic(() => import('./manage-tags-dialog').then((module) => module.ManageTagsDialog), {
  ssr: false,
  loading: () => null,
})
const ImportLibraryDialog = dynamic(
  () => import('./import-library-dialog').then((module) => module.ImportLibraryDialog),
  {
    ssr: false,
    loading: () => null,
  },
)

export type LibraryDialog = 'ready' | 'manageTags' | 'import'

type LibraryDialogsProps = {
  open: LibraryDialog | null
  onClose: () => void
  actions: TemplateActions
  ready: ReturnType<typeof useReadyPick>
  onPick: (pick: ReadyPick) => void
  tags: TagCount[]
  onTagRenamed: (from: string, to: string | null) => void
  onChange: () => void
  /** The session ended while the library was read. */
  isLost: boolean
}

/** The dialogs of the library, each loaded when it is first wanted. */
export function LibraryDialogs(props: LibraryDialogsProps) {
  const { open, onClose, actions, ready, onPick, tags, onTagRenamed, onChange, isLost } = props
  const t = useTranslations('editor')
  const tReady = useTranslations('ready')
  const signIn = actions.signIn ?? ready.signIn
  const closeSignIn = () => {
    actions.closeSignIn()
    ready.closeSignIn()
  }
  return (
    <>
      {open === 'ready' && (
        <ReadyDialog text={tReady('text')} busyId={ready.busyId} onPick={onPick} onClose={onClose} />
      )}
      {open === 'manageTags' && <ManageTagsDialog first={tags} onRenamed={onTagRenamed} onClose={onClose} />}
      {open === 'import' && <ImportLibraryDialog onImported={onChange} onClose={onClose} />}
      {actions.tagging && <TagsDialog template={actions.tagging} onSaved={onChange} onClose={actions.closeTags} />}
      {actions.naming && (
        <NameDialog
          title={t('renameTitle')}
          confirm={t('rename')}
          first={actions.naming.name}
          busy={actions.busy}
          onName={(name) => actions.naming && void actions.rename(actions.naming, name)}
          onClose={actions.closeName}
        />
      )}
      <LazySignInDialog
        open={signIn !== null || isLost}
        onOpenChange={(isOpen) => !isOpen && closeSignIn()}
        onSignedIn={() => {
          closeSignIn()
          if (signIn) signIn.again()
          else onChange()
        }}
      />
    </>
  )
}
