'use client'

import { ArrowLeft, Combine, EllipsisVertical, Pencil, Send, Trash2, UserRoundCheck, UserRoundX } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { LazySignInDialog } from '@/components/sends/lazy-sign-in-dialog'
import { StatusChip } from '@/components/sends/status-chip'
import { TestMark } from '@/components/sends/test-mark'
import { When } from '@/components/sends/when'
import { useWhenWords } from '@/components/templates/when-words'
import { Alert } from '@/components/ui/alert'
import { Button, buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { PageHeader } from '@/components/ui/page-header'
import type { ContactDetail as Detail } from '@/lib/domain/contact-view'
import { formatPhone } from '@/lib/domain/phone-format'
import { type ContactDialogState, ContactDialogs } from './contact-dialogs'
import { useContact } from './contact-reads'
import { TagMarks } from './tag-marks'
import { useContactActions } from './use-contact-actions'
import { WindowChip } from './window-chip'

/** One person: what is known of them, and what was sent to them. */
export function ContactDetail({ first }: { first: Detail }) {
  const t = useTranslations('contacts')
  const router = useRouter()
  const when = useWhenWords()
  const { data } = useContact(first)
  const [dialog, setDialog] = useState<ContactDialogState | null>(null)
  const { setOptedOut, signIn, closeSignIn } = useContactActions(() => {})
  const { contact, sends, sendCount, audiences, fields } = data
  const name = contact.name || t('noName')
  const target = { ids: [contact.id] }
  const remove = () =>
    setDialog({
      what: 'delete',
      chosen: { target, count: 1, name: contact.name || formatPhone(contact.phone) },
    })

  return (
    <div className="grid gap-5">
      <Link href="/contacts" className={cn(buttonClass('quiet', 'sm'), '-ml-2.5 justify-self-start')}>
        <ArrowLeft aria-hidden />
        {t('one.back')}
      </Link>
      <PageHeader
        title={name}
        description={<span className="tabular-nums">{formatPhone(contact.phone)}</span>}
        actions={
          <>
            <WindowChip lastInboundAt={contact.lastInboundAt} />
            <Button onClick={() => setDialog({ what: 'edit', contact })}>
              <Pencil aria-hidden />
              {t('edit')}
            </Button>
            <Menu>
              <MenuTrigger asChild>
                <IconButton
                  label={t('actions', { name })}
                  icon={<EllipsisVertical aria-hidden />}
                  variant="secondary"
                  size="icon"
                />
              </MenuTrigger>
              <MenuContent align="end">
                <MenuItem onSelect={() => setDialog({ what: 'merge', contact, other: null })}>
                  <Combine aria-hidden />
                  {t('merge')}
                </MenuItem>
                <MenuItem onSelect={() => void setOptedOut(target, !contact.optedOutAt)}>
                  {contact.optedOutAt ? <UserRoundCheck aria-hidden /> : <UserRoundX aria-hidden />}
                  {t(contact.optedOutAt ? 'optIn' : 'optOut')}
                </MenuItem>
                <MenuSeparator />
                <MenuItem tone="danger" onSelect={remove}>
                  <Trash2 aria-hidden />
                  {t('delete')}
                </MenuItem>
              </MenuContent>
            </Menu>
          </>
        }
      />
      {contact.optedOutAt && (
        <Alert
          tone="warning"
          title={t('one.optedOutTitle', { when: when.moment(contact.optedOutAt) })}
          action={
            <Button size="sm" onClick={() => void setOptedOut(target, false)}>
              {t('optIn')}
            </Button>
          }
        >
          {t('one.optedOutText')}
        </Alert>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <Card aria-labelledby="contact-data" className="p-5">
          <h2 id="contact-data" className="mb-3 font-semibold">
            {t('one.data')}
          </h2>
          <dl className="grid gap-3">
            <Fact label={t('columns.tags')}>
              {contact.tags.length > 0 ? <TagMarks all tags={contact.tags} /> : null}
            </Fact>
            {fields.map(({ key, label }) => (
              <Fact key={key} label={label}>
                {contact.fields[key]}
              </Fact>
            ))}
            {audiences.length > 0 && (
              <Fact label={t('one.audiences')}>
                <span className="flex flex-wrap gap-x-3 gap-y-1">
                  {audiences.map((audience) => (
                    <Link key={audience.id} href={`/contacts?audience=${audience.id}`} className={buttonClass('link')}>
                      {audience.name}
                    </Link>
                  ))}
                </span>
              </Fact>
            )}
            <Fact label={t('one.lastInbound')}>
              {contact.lastInboundAt ? <When at={contact.lastInboundAt} /> : t('one.never')}
            </Fact>
            <Fact label={t('one.added')}>
              <When at={contact.createdAt} />
            </Fact>
          </dl>
        </Card>
        <section aria-labelledby="contact-sends" className="grid gap-3">
          <div className="flex items-baseline justify-between gap-3">
            <h2 id="contact-sends" className="font-semibold">
              {t('one.sends')}
            </h2>
            {sendCount > 0 && (
              <span className="text-[0.8667rem] text-muted tabular-nums">
                {sends.length < sendCount && `${t('one.sendsShown', { count: sends.length })} · `}
                {t('one.sendCount', { count: sendCount })}
              </span>
            )}
          </div>
          {sends.length === 0 ? (
            <EmptyState icon={<Send aria-hidden />} title={t('one.noSends')} />
          ) : (
            <ul className="divide-y overflow-hidden rounded-xl border bg-surface shadow-card">
              {sends.map((send) => (
                <li
                  key={send.recipientId}
                  className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 transition-colors focus-within:bg-hover hover:bg-hover"
                >
                  <Link
                    href={`/messages/${send.recipientId}`}
                    className="min-w-40 flex-1 truncate font-medium after:absolute after:inset-0"
                  >
                    {send.firstLine || t('one.noText')}
                  </Link>
                  {(send.isTest || send.gateway === 'sandbox') && <TestMark />}
                  <StatusChip status={send.status} />
                  <When at={send.at} className="text-[0.8667rem] text-muted tabular-nums" />
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <ContactDialogs
        open={dialog}
        onOpen={setDialog}
        onClose={() => setDialog(null)}
        onDone={() => {}}
        onDeleted={() => router.replace('/contacts')}
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

function Fact({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations('contacts.one')
  return (
    <div className="grid gap-0.5">
      <dt className="text-[0.8667rem] text-muted">{label}</dt>
      <dd className="[overflow-wrap:anywhere]">{children || <span className="text-muted">{t('empty')}</span>}</dd>
    </div>
  )
}
