'use client'

import dynamic from 'next/dynamic'
import type { ContactView } from '@/lib/domain/contact-view'
import type { Chosen } from './chosen'

// Each with a `loading` of its own: without one the whole page would show its skeleton while the dialog comes.
const ContactDialog = dynamic(() => import('./contact-dialog').then((module) => module.ContactDialog), {
  ssr: false,
  loading: () => null,
})
const TagContactsDialog = dynamic(() => import('./tag-contacts-dialog').then((module) => module.TagContactsDialog), {
  ssr: false,
  loading: () => null,
})
const PickAudienceDialog = dynamic(() => import('./pick-audience-dialog').then((module) => module.PickAudienceDialog), {
  ssr: false,
  loading: () => null,
})
const DeleteContactsDialog = dynamic(
  () => import('./delete-contacts-dialog').then((module) => module.DeleteContactsDialog),
  { ssr: false, loading: () => null },
)
const MergeDialog = dynamic(() => import('./merge-dialog').then((module) => module.MergeDialog), {
  ssr: false,
  loading: () => null,
})
const FieldsDialog = dynamic(() => import('./fields-dialog').then((module) => module.FieldsDialog), {
  ssr: false,
  loading: () => null,
})
const ImportContactsDialog = dynamic(
  () => import('./import-contacts-dialog').then((module) => module.ImportContactsDialog),
  { ssr: false, loading: () => null },
)

export type ContactDialogState =
  | { what: 'new' | 'fields' | 'import' }
  | { what: 'edit'; contact: ContactView }
  | { what: 'tag' | 'audience' | 'delete'; chosen: Chosen }
  | { what: 'merge'; contact: ContactView; other: ContactView | null }

type ContactDialogsProps = {
  open: ContactDialogState | null
  onOpen: (open: ContactDialogState) => void
  onClose: () => void
  /** Something was done with those who were ticked. */
  onDone: () => void
  onDeleted: () => void
}

/** The dialogs about contacts, each loaded when it is first wanted. */
export function ContactDialogs({ open, onOpen, onClose, onDone, onDeleted }: ContactDialogsProps) {
  if (!open) return null
  switch (open.what) {
    case 'new':
      return <ContactDialog onFields={() => onOpen({ what: 'fields' })} onClose={onClose} />
    case 'edit':
      return <ContactDialog contact={open.contact} onFields={() => onOpen({ what: 'fields' })} onClose={onClose} />
    case 'fields':
      return <FieldsDialog onClose={onClose} />
    case 'import':
      return <ImportContactsDialog onClose={onClose} />
    case 'tag':
      return <TagContactsDialog chosen={open.chosen} onDone={onDone} onClose={onClose} />
    case 'audience':
      return <PickAudienceDialog chosen={open.chosen} onDone={onDone} onClose={onClose} />
    case 'delete':
      return <DeleteContactsDialog chosen={open.chosen} onDeleted={onDeleted} onClose={onClose} />
    case 'merge':
      return <MergeDialog contact={open.contact} other={open.other} onDone={onDone} onClose={onClose} />
  }
}
