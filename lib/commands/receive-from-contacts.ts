import { readConnection } from '@/lib/db/connection'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/actor'
import { CONTACT_NAME_LENGTH, contactNameSchema, contactSearchText } from '@/lib/domain/contact'
import type { GatewayKind } from '@/lib/domain/gateway'
import { toPersonKey } from '@/lib/domain/person-key'
import { parsePhone } from '@/lib/domain/phone'
import type { InboundUpdate } from '@/lib/domain/webhook-update'
import type { AnswerLink } from './link-replies'

/** A message that is new to us; who wrote it is known by their number, or by the message of ours that it answers. */
export type Received = { update: InboundUpdate; gateway: GatewayKind; link: AnswerLink | undefined }

type Sender = { person: string; phone: string; name: string; at: Date }

/**
 * Whoever writes is a contact from then on, and their 24 hours begin with it; a name that somebody gave them stays. What
 * the stand-in plays makes nobody's window look open while a real connection is in use.
 */
export async function receiveFromContacts(
  _actor: Actor,
  tx: Prisma.TransactionClient,
  received: readonly Received[],
): Promise<void> {
  const counts = await isRehearsal(received)
  const senders = new Map<string, Sender>()
  for (const one of received) {
    const sender = one.gateway === 'sandbox' && !counts ? null : toSender(one)
    if (!sender) continue
    const known = senders.get(sender.person)
    const newest = known && known.at > sender.at ? known : sender
    senders.set(sender.person, { ...newest, name: newest.name || known?.name || sender.name })
  }
  if (senders.size === 0) return
  const rows = [...senders.values()].sort((a, b) => (a.person < b.person ? -1 : 1))
  await tx.$executeRaw`
    insert into contact (id, person, phone, name, search_text, last_inbound_at, updated_at)
    select gen_random_uuid(), u.person, u.phone, u.name, u.search_text, least(u.at, now()), now()
    from unnest(
      ${rows.map(({ person }) => person)}::text[], ${rows.map(({ phone }) => phone)}::text[],
      ${rows.map(({ name }) => name)}::text[],
      ${rows.map(({ name, phone }) => contactSearchText({ name, phone, tags: [], fields: {} }))}::text[],
      ${rows.map(({ at }) => at.toISOString())}::timestamptz[]
    ) with ordinality as u (person, phone, name, search_text, at, n)
    order by u.n
    on conflict (person) do update
    set last_inbound_at = greatest(contact.last_inbound_at, excluded.last_inbound_at),
      name = case when contact.name = '' then excluded.name else contact.name end,
      search_text = case when contact.name = '' and excluded.name <> ''
        then folded(excluded.name) || ' ' || contact.search_text else contact.search_text end,
      updated_at = case when contact.name = '' and excluded.name <> '' then now() else contact.updated_at end
    where contact.last_inbound_at is null or contact.last_inbound_at < excluded.last_inbound_at
      or (contact.name = '' and excluded.name <> '')`
}

/** Whether the stand-in is all there is. */
async function isRehearsal(received: readonly Received[]): Promise<boolean> {
  if (received.every(({ gateway }) => gateway !== 'sandbox')) return false
  const { token, tokenUnreadable } = await readConnection()
  return !token && !tokenUnreadable
}

function toSender({ update, link }: Received): Sender | null {
  const parsed = link ? null : parsePhone(`+${(update.waId ?? '').replace(/\D/g, '')}`)
  const phone = link?.phone ?? (parsed?.ok ? parsed.phone : null)
  if (!phone?.startsWith('+')) return null
  const cut = Array.from(update.profileName ?? '')
    .slice(0, CONTACT_NAME_LENGTH / 2)
    .join('')
  const name = contactNameSchema.safeParse(cut).data ?? ''
  return { person: link?.person ?? toPersonKey(phone), phone, name, at: update.at }
}
