'use client'

import { useQueryClient } from '@tanstack/react-query'
import { ContactRound, Plus, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useQueryStates } from 'nuqs'
import { useDeferredValue, useState } from 'react'
import { LazySignInDialog } from '@/components/sends/lazy-sign-in-dialog'
import { ReadNotice } from '@/components/sends/read-notice'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { type ContactFilters, isFiltered } from '@/lib/domain/contact-filters'
import type { ContactView } from '@/lib/domain/contact-view'
import { formatPhone } from '@/lib/domain/phone-format'
import { type ContactDialogState, ContactDialogs } from './contact-dialogs'
import { CONTACT_PARAMS, toContactFilters } from './contact-params'
import {
  type FirstContacts,
  rereadContacts,
  useAudiences,
  useContactCount,
  useContactPages,
  useContactTags,
} from './contact-reads'
import { ContactSkeletons } from './contact-skeletons'
import { ContactTable } from './contact-table'
import { ContactToolbar } from './contact-toolbar'
import { ContactsEmpty } from './contacts-empty'
import { ContactsMenu } from './contacts-menu'
import { ContactsNav } from './contacts-nav'
import { SelectionBar } from './selection-bar'
import { useContactActions } from './use-contact-actions'
import { useSelection } from './use-selection'
import { useTakeOut } from './use-take-out'

/** Every contact: searched, filtered, opened, tagged, opted out, joined, deleted. */
export function ContactBook({ first }: { first: FirstContacts }) {
  const t = useTranslations('contacts')
  const client = useQueryClient()
  const [params, setParams] = useQueryStates(CONTACT_PARAMS)
  const [dialog, setDialog] = useState<ContactDialogState | null>(null)
  const filters = toContactFilters({ ...params, q: useDeferredValue(params.q) })
  const book = useContactPages(filters, first)
  const counted = useContactCount(filters, first)
  const tags = useContactTags(first)
  const audiences = useAudiences(undefined, filters.audience !== null)
  const contacts = book.data?.pages.flatMap((page) => page.contacts) ?? []
  const selection = useSelection(contacts, filters, counted.data)
  const { setOptedOut, signIn, closeSignIn } = useContactActions(selection.clear)
  const takeOut = useTakeOut(selection.clear)
  const isBare = book.isSuccess && contacts.length === 0 && !isFiltered(filters)

  const change = ({ search, ...next }: Partial<ContactFilters>) => {
    const { tags: nextTags, ...others } = next
    void setParams({
      ...others,
      ...(nextTags && { tags: nextTags.length > 0 ? nextTags : null }),
      ...(search !== undefined && { q: search || null }),
    })
  }
  const clear = () => void setParams({ q: null, tags: null, window: null, optedOut: null, audience: null })
  const chosen = {
    target: selection.target,
    count: selection.count,
    name: selection.chosen.length === 1 ? nameOf(selection.chosen[0]) : null,
  }
  const one = (contact: ContactView) => ({ target: { ids: [contact.id] }, count: 1, name: nameOf(contact) })
  const merge = () => {
    const [contact, other] = selection.chosen
    if (contact && other) setDialog({ what: 'merge', contact, other })
  }
  const { count = 0, more = false } = counted.data ?? {}

  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            {!isBare && (
              <>
                <Button onClick={() => setDialog({ what: 'import' })}>
                  <Upload aria-hidden />
                  {t('import')}
                </Button>
                <Button variant="primary" onClick={() => setDialog({ what: 'new' })}>
                  <Plus aria-hidden />
                  {t('new')}
                </Button>
              </>
            )}
            <ContactsMenu filters={filters} onFields={() => setDialog({ what: 'fields' })} />
          </>
        }
      />
      <ContactsNav />
      {!isBare && (
        <ContactToolbar
          filters={filters}
          typed={params.q}
          tags={tags.data ?? []}
          audienceName={audiences.data?.find(({ id }) => id === filters.audience)?.name ?? null}
          counted={counted.data ? t(more ? 'countMore' : 'count', { count }) : ''}
          onChange={change}
          onClear={clear}
        />
      )}
      <ReadNotice error={book.error} onRetry={() => void rereadContacts(client)} />
      {book.isPending && <ContactSkeletons />}
      {book.isError && contacts.length === 0 && (
        <EmptyState icon={<ContactRound aria-hidden />} title={t('empty.failedTitle')} />
      )}
      {book.isSuccess && contacts.length === 0 && (
        <ContactsEmpty
          isFiltered={isFiltered(filters)}
          onClear={clear}
          onNew={() => setDialog({ what: 'new' })}
          onImport={() => setDialog({ what: 'import' })}
        />
      )}
      {contacts.length > 0 && (
        <div
          aria-busy={book.isPlaceholderData}
          className={book.isPlaceholderData ? 'opacity-60 transition-opacity delay-150' : undefined}
        >
          <ContactTable
            contacts={contacts}
            selection={selection}
            choices={{
              edit: (contact) => setDialog({ what: 'edit', contact }),
              merge: (contact) => setDialog({ what: 'merge', contact, other: null }),
              setOptedOut: (contact, isOut) => void setOptedOut({ ids: [contact.id] }, isOut),
              remove: (contact) => setDialog({ what: 'delete', chosen: one(contact) }),
            }}
          />
        </div>
      )}
      {book.hasNextPage && (
        <Button
          className="justify-self-center"
          busy={book.isFetchingNextPage}
          onClick={() => void book.fetchNextPage()}
        >
          {t('loadMore')}
        </Button>
      )}
      <SelectionBar
        selection={selection}
        count={counted.data}
        isInAudience={filters.audience !== null}
        onTag={() => setDialog({ what: 'tag', chosen })}
        onAudience={() => setDialog({ what: 'audience', chosen })}
        onTakeOut={() => filters.audience && void takeOut(filters.audience, selection.target)}
        onOptedOut={(isOut) => void setOptedOut(selection.target, isOut)}
        onMerge={merge}
        onDelete={() => setDialog({ what: 'delete', chosen })}
      />
      <ContactDialogs
        open={dialog}
        onOpen={setDialog}
        onClose={() => setDialog(null)}
        onDone={selection.clear}
        onDeleted={selection.clear}
      />
      <LazySignInDialog
        open={signIn !== null}
        onOpenChange={(open) => !open && closeSignIn()}
        onSignedIn={() => {
          closeSignIn()
          signIn?.again()
        }}
      />
    </div>
  )
}

const nameOf = (contact: ContactView | undefined): string => (contact ? contact.name || formatPhone(contact.phone) : '')
