'use client'

import { AsideDialog } from './aside-dialog'
import { ReplaceDialog } from './replace-dialog'
import { SavingDialogs } from './saving-dialogs'
import { useKeeperState } from './use-keeping'
import type { Work } from './use-work'

type EditorDialogsProps = {
  work: Work
  userId: string
  showsAside: boolean
  onHideAside: () => void
}

/** What the editor asks while somebody works: about saving, about what lies beside, about two lists for one place. */
export function EditorDialogs({ work, userId, showsAside, onHideAside }: EditorDialogsProps) {
  const keeper = useKeeperState(work.keeping)
  return (
    <>
      <SavingDialogs saving={work.saving} userId={userId} onSeeSaved={work.seeSaved} />
      {work.note?.kind === 'replace' && (
        <ReplaceDialog from={work.note.from} onKeep={work.dismiss} onReplace={work.openCopy} />
      )}
      {showsAside && (
        <AsideDialog
          drafts={keeper.aside}
          onBringBack={(aside) => {
            work.bringBack(aside)
            onHideAside()
          }}
          onDrop={(id) => work.keeping.get()?.keeper.dropAside(id)}
          onClose={onHideAside}
        />
      )}
    </>
  )
}
