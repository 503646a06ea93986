import { db } from '@/lib/db/client'
import { CONTACT_SELECT, toContactView } from '@/lib/db/contact'
import type { Actor } from '@/lib/domain/actor'
import type { ContactDetail, ContactSend, ContactTraces } from '@/lib/domain/contact-view'
import { listContactFields } from './contact-fields'

const SHOWN_SENDS = 50

type SendRow = {
  send_id: string
  recipient_id: bigint
  text: string
  created_at: Date
  status: ContactSend['status']
  gateway: ContactSend['gateway']
  is_test: boolean
}

/** One contact with all that their page tells, or null. Their messages are found by who they are, not by a spelling. */
export async function getContact(actor: Actor, id: string): Promise<ContactDetail | null> {
  const row = await db().contact.findUnique({
    where: { id },
    select: {
      ...CONTACT_SELECT,
      person: true,
      memberships: { select: { audience: { select: { id: true, name: true } } } },
    },
  })
  if (!row) return null
  const [sends, sendCount, fields] = await Promise.all([
    db().$queryRaw<SendRow[]>`
      select s.id as send_id, r.id as recipient_id, s.created_at, r.status, s.gateway, s.is_test,
        left(coalesce(s.message->>'header', s.message->>'body'), 400) as text
      from recipient r join send s on s.id = r.send_id
      where r.person = ${row.person} order by r.id desc limit ${SHOWN_SENDS}`,
    db().recipient.count({ where: { person: row.person } }),
    listContactFields(actor),
  ])
  return {
    contact: toContactView(row),
    sends: sends.map((send) => ({
      sendId: send.send_id,
      recipientId: String(send.recipient_id),
      firstLine: send.text.split('\n').find((line) => line.trim() !== '') ?? '',
      at: send.created_at.toISOString(),
      status: send.status,
      gateway: send.gateway,
      isTest: send.is_test,
    })),
    sendCount,
    audiences: row.memberships
      .map(({ audience }) => audience)
      .sort((a, b) => a.name.localeCompare(b.name, 'pt-BR') || (a.id < b.id ? -1 : 1)),
    fields,
  }
}

/** What a deletion of these people would take along, so that it can be said before. */
export async function countTraces(_actor: Actor, ids: string[]): Promise<ContactTraces> {
  const [row] = await db().$queryRaw<[ContactTraces]>`
    with people as materialized (select id, person from contact where id = any(${ids}::uuid[]))
    select
      (select count(*)::int from recipient r where r.person in (select person from people)) as sends,
      (select count(*)::int from recipient r
        where r.person in (select person from people) and r.status in ('queued', 'leased', 'sending')) as waiting,
      (select count(*)::int from audience_member m where m.contact_id in (select id from people)) as audiences,
      (select count(*)::int from recipient_list l
        join recipient_list_row r on r.list_id = l.id and r.person in (select person from people)) as "listRows"`
  return row
}
