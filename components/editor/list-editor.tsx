'use client'

import dynamic from 'next/dynamic'
import { type ComponentProps, useEffect, useMemo, useState } from 'react'
import { onDemand, useOnDemand, useSoon } from '@/components/ui/on-demand'
import type { ListDraft } from '@/lib/domain/list-draft'
import type { TemplateView } from '@/lib/domain/list-template'
import type { UnsavedReading } from '@/lib/domain/unsaved-draft'
import { type Cell, useWholeCell } from './cell'
import { CodeSkeleton } from './code-frame'
import { EditorProvider } from './editor'
import type { EditorDialogs } from './editor-dialogs'
import { EditorHead } from './editor-head'
import { EditorMenu } from './editor-menu'
import { EditorNotes } from './editor-notes'
import { EditorPreview } from './editor-preview'
import { Keyboard } from './keyboard'
import { type ListTool, ListTools } from './list-tools'
import { MessageFields } from './message-fields'
import { Panels } from './panels'
import { useWatchPress } from './press'
import { ReachNote } from './reach-note'
import { SaveStatus } from './save-status'
import { SectionList } from './section-list'
import { SentRowIdsProvider } from './sent-row-ids'
import { type EditorStart, useKeeperState } from './use-keeping'
import { useWork } from './use-work'
import { useViewInAddress } from './view-address'

// With a `loading` of its own: without one the whole page would show its skeleton while the dialog comes.
const SendDialog = dynamic(() => import('@/components/sends/send-dialog').then((module) => module.SendDialog), {
  ssr: false,
  loading: () => null,
})

const CodePanel = dynamic(() => import('./code-panel').then((module) => module.CodePanel), {
  ssr: false,
  loading: CodeSkeleton,
})

// Soon, and not only when asked: what asks how to save must also come when the connection is gone.
const dialogs = onDemand(() => import('./editor-dialogs'))

type ListEditorProps = {
  userId: string
  /** The saved list that is edited; null on /compose. */
  template: TemplateView | null
  /** What the editor begins with. */
  start: EditorStart
  /** What is unsaved on the server, as the page read it. */
  unsaved: UnsavedReading
}

const form = (
  <>
    <MessageFields />
    <SectionList />
  </>
)

/** The list editor: form left, phone right. */
export function ListEditor(props: ListEditorProps) {
  const work = useWork(props)
  const { editor, saved, saving, note } = work
  const template = useWholeCell(saved)
  const phone = useMemo(() => <EditorPreview saved={saved} />, [saved])
  const sentRowIds = useMemo(() => ({ saved, agreed: saving.agreed }), [saved, saving.agreed])
  const keeper = useKeeperState(work.keeping)
  const [showsAside, setShowsAside] = useState(false)
  const [showsKeys, setShowsKeys] = useState(false)
  const [tool, setTool] = useState<ListTool | null>(null)
  const review = useReview(() => {
    editor.showAllProblems()
    return { draft: editor.read(), template: work.sentTemplate() }
  })
  useViewInAddress(editor)
  useWatchPress()
  useAskedOnce(props.start)

  return (
    <EditorProvider value={editor}>
      <EditorHead
        saved={saved}
        status={<SaveStatus saved={saved} keeping={work.keeping} />}
        busy={saving.busy}
        onSave={saving.save}
        onReview={review.open}
        menu={
          <EditorMenu
            template={template}
            saving={saving}
            asideCount={keeper.aside.length}
            onStartOver={work.startOver}
            onOpenAside={() => setShowsAside(true)}
            onOpenTool={setTool}
            onOpenKeys={() => setShowsKeys(true)}
          />
        }
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        <EditorNotes
          note={note}
          keeper={keeper}
          isArchived={!!template?.archivedAt}
          onDismiss={work.dismiss}
          onDiscard={work.discard}
          onSeeSaved={work.seeSaved}
          onBringBack={() => keeper.aside[0] && work.bringBack(keeper.aside[0])}
          onTakeOther={work.takeOther}
          onKeepMine={() => work.keeping.get()?.keeper.keepMine()}
          onRestore={saving.restore}
        />
        <ReachNote keeping={work.keeping} />
      </div>
      <SentRowIdsProvider value={sentRowIds}>
        <Panels form={form} code={<CodePanel userId={props.userId} saved={saved} />} phone={phone} />
      </SentRowIdsProvider>
      <Announcer said={editor.said} />
      <Keyboard showsSheet={showsKeys} onSheet={setShowsKeys} onSave={saving.save} />

      <ListTools open={tool} onOpen={setTool} onImport={work.importList} saved={saved} />
      <Dialogs work={work} userId={props.userId} showsAside={showsAside} onHideAside={() => setShowsAside(false)} />
      {review.subject && (
        <SendDialog
          {...review.subject}
          open={review.isOpen}
          onOpenChange={review.setOpen}
          onGoToProblem={editor.goTo}
        />
      )}
    </EditorProvider>
  )
}

function Dialogs(props: ComponentProps<typeof EditorDialogs>) {
  const { work, showsAside } = props
  const here = useOnDemand(dialogs)
  const isAsked = showsAside || !!work.saving.question || work.note?.kind === 'replace'
  useSoon(dialogs)
  useEffect(() => {
    if (isAsked) dialogs.want()
  }, [isAsked])
  return here && <here.EditorDialogs {...props} />
}

type Subject = { draft: ListDraft; template: { id: string; version: number } | null }

/** What is reviewed is the draft as it was when the button was pressed. */
function useReview(take: () => Subject) {
  const [subject, setSubject] = useState<Subject | null>(null)
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    setSubject(take())
    setOpen(true)
  }
  return { subject, isOpen, setOpen, open }
}

/** The address asked for a copy; asked once, so that a reload shows the work and not the question. */
function useAskedOnce({ from }: EditorStart) {
  useEffect(() => {
    if (from === 'blank') return
    const address = new URL(window.location.href)
    for (const asked of ['send', 'template', 'version']) address.searchParams.delete(asked)
    if (address.href !== window.location.href) window.history.replaceState(null, '', address)
  }, [from])
}

function Announcer({ said }: { said: Cell<string> }) {
  return (
    <p aria-live="polite" className="sr-only">
      {useWholeCell(said)}
    </p>
  )
}
