import type { DeliveryStatus } from './delivery-status'
import { toPersonKey } from './person-key'

/**
 * One message of the gateway's own history.
 * @property to as the gateway writes the number
 * @property status sent, delivered, read, failed or pending are known; null where it says nothing
 * @property createdAt milliseconds since 1970, by the gateway's clock
 */
export type ListedMessage = {
  wamid: string
  to: string
  type: string | null
  status: string | null
  direction: string | null
  createdAt: number
}

/** A request that nobody knows the end of. Moments are milliseconds since 1970; `settledAt` is now while it is under way. */
export type OpenRequest = { id: bigint; person: string; sendingAt: number; settledAt: number }

/** The gateway writes a message down at about the time of its request: its clock may be slow, its queue long. */
const BEFORE_MS = 5_000
const AFTER_MS = 60_000

/** Between which moments the message of such a request is to be looked for. */
export const lookupWindow = ({ sendingAt, settledAt }: OpenRequest): { from: number; to: number } => ({
  from: sendingAt - BEFORE_MS,
  to: settledAt + AFTER_MS,
})

/**
 * Which listed message each request became: only where there is one that can be it, and one request that it can be of.
 * A message that is not there proves nothing, as nobody promises that the list is complete.
 * @param open every request to these people whose end is unknown, those asked about among them
 * @param taken the ids of messages that have their recipient
 */
export function matchUncertain(
  asked: OpenRequest[],
  { open, listed, taken }: { open: OpenRequest[]; listed: ListedMessage[]; taken: Set<string> },
): Map<bigint, ListedMessage> {
  const messages = new Map<string, ListedMessage[]>()
  for (const message of new Map(listed.map((one) => [one.wamid, one])).values()) {
    if (isListMessage(message) && !taken.has(message.wamid)) addTo(messages, toPersonKey(message.to), message)
  }
  const requests = new Map<string, OpenRequest[]>()
  for (const request of open) addTo(requests, request.person, request)
  const found = new Map<bigint, ListedMessage>()
  for (const request of asked) {
    const { from, to } = lookupWindow(request)
    const isRivalled = requests.get(request.person)?.some((other) => {
      const window = lookupWindow(other)
      return other.id !== request.id && window.from <= to && window.to >= from
    })
    if (isRivalled) continue
    const candidates = (messages.get(request.person) ?? []).filter(
      ({ createdAt }) => createdAt >= from && createdAt <= to,
    )
    const [only] = candidates
    if (only && candidates.length === 1) found.set(request.id, only)
  }
  return found
}

function addTo<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}

/** Somebody may have written to the same person by hand just then. */
const isListMessage = ({ type, direction }: ListedMessage): boolean =>
  (type === null || /interactive|list/i.test(type)) && (direction === null || direction === 'outbound')

const TOLD = ['sent', 'delivered', 'read', 'failed'] satisfies DeliveryStatus[]

/** What a listed message's own status comes to: it has been accepted at the least. */
export const toDeliveryStatus = (status: string | null): DeliveryStatus =>
  TOLD.find((told) => told === status?.toLowerCase()) ?? 'accepted'
