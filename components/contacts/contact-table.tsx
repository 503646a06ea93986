'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useWhenWords } from '@/components/templates/when-words'
import { cn } from '@/components/ui/cn'
import type { ContactView } from '@/lib/domain/contact-view'
import { formatPhone } from '@/lib/domain/phone-format'
import { type ContactChoices, ContactRowMenu } from './contact-row-menu'
import { TagMarks } from './tag-marks'
import type { Selection } from './use-selection'
import { OptedOutChip, WindowChip } from './window-chip'

type ContactTableProps = { contacts: ContactView[]; selection: Selection; choices: ContactChoices }

/** A table where there is room, cards where there is none; each line is one link to its person. */
export function ContactTable(props: ContactTableProps) {
  return (
    <>
      <Lines {...props} />
      <Cards {...props} />
    </>
  )
}

function Lines({ contacts, selection, choices }: ContactTableProps) {
  const t = useTranslations('contacts')
  const when = useWhenWords()
  return (
    <div className="hidden overflow-hidden rounded-xl border bg-surface shadow-card md:block">
      <table className="w-full table-fixed text-left">
        <caption className="sr-only">{t('list')}</caption>
        <thead className="border-b text-[0.8rem] text-muted">
          <tr>
            <th scope="col" className="w-12 pl-3">
              <label className="grid size-9 cursor-pointer place-items-center">
                <input
                  type="checkbox"
                  className="size-4 accent-(--accent)"
                  aria-label={t('select.page')}
                  checked={selection.isWhole}
                  ref={(box) => {
                    if (box) box.indeterminate = selection.count > 0 && !selection.isWhole
                  }}
                  onChange={selection.toggleAll}
                />
              </label>
            </th>
            <th scope="col" className="px-2 font-medium">
              {t('columns.name')}
            </th>
            <th scope="col" className="w-48 px-3 font-medium">
              {t('columns.phone')}
            </th>
            <th scope="col" className="w-[24%] px-3 font-medium">
              {t('columns.tags')}
            </th>
            <th scope="col" className="w-52 px-3 font-medium">
              {t('columns.window')}
            </th>
            <th scope="col" className="hidden w-32 px-3 font-medium xl:table-cell">
              {t('columns.added')}
            </th>
            <th scope="col" className="w-14">
              <span className="sr-only">{t('more')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {contacts.map((contact) => (
            <tr
              key={contact.id}
              className={cn(
                'relative transition-colors focus-within:bg-hover hover:bg-hover',
                selection.has(contact.id) && 'bg-accent-soft/60',
              )}
            >
              <td className="pl-3">
                <Tick contact={contact} selection={selection} />
              </td>
              <td className="px-2 py-2">
                <div className="flex min-w-0 items-center gap-2">
                  <NameLink contact={contact} />
                  {contact.optedOutAt && <OptedOutChip at={contact.optedOutAt} />}
                </div>
              </td>
              <td className="truncate px-3 text-[0.9333rem] tabular-nums">{formatPhone(contact.phone)}</td>
              <td className="px-3">
                <TagMarks tags={contact.tags} />
              </td>
              <td className="px-3">
                <WindowChip lastInboundAt={contact.lastInboundAt} />
              </td>
              <td className="hidden truncate px-3 text-[0.8667rem] text-muted tabular-nums xl:table-cell">
                {when.day(contact.createdAt)}
              </td>
              <td className="pr-3">
                <ContactRowMenu contact={contact} choices={choices} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ contacts, selection, choices }: ContactTableProps) {
  const t = useTranslations('contacts')
  return (
    <ul aria-label={t('list')} className="grid gap-2 md:hidden">
      {contacts.map((contact) => (
        <li
          key={contact.id}
          className={cn(
            'relative flex items-start gap-1 rounded-xl border bg-surface py-2 pr-3 pl-1.5 shadow-card active:bg-hover',
            selection.has(contact.id) && 'bg-accent-soft/60',
          )}
        >
          <Tick contact={contact} selection={selection} />
          <div className="grid min-w-0 flex-1 gap-1.5 py-1.5">
            <NameLink contact={contact} />
            <span className="text-[0.9333rem] text-muted tabular-nums">{formatPhone(contact.phone)}</span>
            <span className="flex flex-wrap items-center gap-1.5">
              {contact.optedOutAt && <OptedOutChip at={contact.optedOutAt} />}
              <WindowChip lastInboundAt={contact.lastInboundAt} />
            </span>
            {contact.tags.length > 0 && <TagMarks all tags={contact.tags} />}
          </div>
          <ContactRowMenu contact={contact} choices={choices} />
        </li>
      ))}
    </ul>
  )
}

/** The link covers its whole line. */
function NameLink({ contact }: { contact: ContactView }) {
  const t = useTranslations('contacts')
  return (
    <Link
      href={`/contacts/${contact.id}`}
      className={cn('min-w-0 truncate font-medium after:absolute after:inset-0', !contact.name && 'text-muted')}
    >
      {contact.name || t('noName')}
    </Link>
  )
}

function Tick({ contact, selection }: { contact: ContactView; selection: Selection }) {
  const t = useTranslations('contacts')
  return (
    <label className="relative z-10 grid size-9 shrink-0 cursor-pointer place-items-center">
      <input
        type="checkbox"
        className="size-4 accent-(--accent)"
        aria-label={t('select.one', { name: contact.name || formatPhone(contact.phone) })}
        checked={selection.has(contact.id)}
        onChange={(event) => {
          const { nativeEvent } = event
          selection.toggle(contact.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }}
      />
    </label>
  )
}
