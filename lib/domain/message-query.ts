import { CONTACT_WINDOWS } from './contact-window'
import type { GatewayKind } from './gateway'
import type { MessageFilters } from './message-filters'
import { SHOWN_STATUSES } from './shown-status'

// What message-filters says of an address, for the browser: its schemas alone would be a seventh of what the page of the
// messages may weigh. A test holds the two together; the API reads with the schemas whatever the page asks.

/** What people narrow the messages by, in the order in which it is offered. */
export const MESSAGE_FILTERS = [
  'status',
  'code',
  'template',
  'tag',
  'sender',
  'period',
  'replied',
  'send',
  'row',
  'window',
  'gateway',
  'tests',
] as const
/** A filter as people see it: its days are one of them. */
export type MessageFilterName = (typeof MESSAGE_FILTERS)[number]

type Param = keyof MessageFilters

/** The names in the address that a filter stands under. */
export const paramsOf = (name: MessageFilterName): readonly Param[] => (name === 'period' ? ['from', 'to'] : [name])

const GATEWAYS: readonly GatewayKind[] = ['vectalk', 'sandbox']
const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

const oneOf = (values: readonly string[]) => (text: string) => (values.includes(text) ? text : undefined)
const trimmed = (most: number) => (text: string) => (text.length <= most ? text.trim() || undefined : undefined)
const uuid = (text: string) => (UUID.test(text) ? text : undefined)
const day = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ? text : undefined

const READERS: Record<Param, (text: string) => string | number | undefined> = {
  q: trimmed(200),
  status: oneOf(SHOWN_STATUSES),
  code: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
  template: uuid,
  tag: trimmed(120),
  sender: uuid,
  from: day,
  to: day,
  gateway: oneOf(GATEWAYS),
  window: oneOf(CONTACT_WINDOWS),
  replied: oneOf(['yes', 'no']),
  tests: oneOf(['shown']),
  send: uuid,
  row: (text) => (text.length > 0 && text.length <= 200 ? text : undefined),
}

const PARAMS = Object.keys(READERS) as Param[]

/** An address as filters, as `readMessageFilters` reads it. */
export function readMessageQuery(params: URLSearchParams): MessageFilters {
  const filters: Record<string, unknown> = {}
  for (const name of PARAMS) {
    const value = READERS[name](params.get(name) ?? '')
    if (value !== undefined) filters[name] = value
  }
  return filters
}

/** The filters as the query of an address, always in the same order: it also tells one history from another. */
export function messageQuery(filters: MessageFilters): string {
  const params = new URLSearchParams()
  for (const name of PARAMS) {
    const value = filters[name]
    if (value !== undefined) params.set(name, String(value))
  }
  return params.toString()
}

/** The filters that are set. */
export const filtersIn = (filters: MessageFilters): MessageFilterName[] =>
  MESSAGE_FILTERS.filter((name) => paramsOf(name).some((param) => filters[param] !== undefined))

/** Whether anything narrows the messages: tests that are shown only widen them. */
export const isNarrowed = (filters: MessageFilters): boolean =>
  filters.q !== undefined || filtersIn(filters).some((name) => name !== 'tests')
