import * as z from 'zod/mini'
import { isLocal } from './gateway'
import { WEBHOOK_PATH } from './webhook-settings'

/** Where the provider posts to, of an installation that the internet finds at this address. */
export const toWebhookUrl = (publicUrl: string, pathSecret: string): string =>
  `${publicUrl.replace(/\/+$/, '')}${WEBHOOK_PATH}/${pathSecret}`

/** Whether a provider would post there: by https, or by http within one machine. */
export const isPostable = (url: string): boolean =>
  URL.canParse(url) && (new URL(url).protocol === 'https:' || isLocal(new URL(url).hostname))

const publicUrlSchema = z.pipe(
  z.string().check(z.trim(), z.maxLength(500, 'publicUrlInvalid')),
  z.transform((text: string, context) => {
    const url = URL.canParse(text) ? new URL(text) : null
    const isBare = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash
    if (text !== '' && !isBare) context.issues.push({ code: 'custom', message: 'publicUrlInvalid', input: text })
    return text.replace(/\/+$/, '')
  }),
)

/** What Settings saves. An empty app secret leaves the saved one as it is. Messages are keys of `forms.problems`. */
export const webhookFormSchema = z.object({
  publicUrl: publicUrlSchema,
  appSecret: z._default(
    z.string().check(z.trim(), z.maxLength(500, 'appSecretInvalid'), z.regex(/^[\x21-\x7e]*$/, 'appSecretInvalid')),
    '',
  ),
  readsList: z.boolean(),
})

/** VecTalk's own name for the number: whose webhooks go there. */
export const registrationSchema = z.object({
  instanceId: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'instanceIdRequired'),
      z.maxLength(200, 'instanceIdInvalid'),
      z.regex(/^[\x21-\x7e]*$/, 'instanceIdInvalid'),
    ),
})

/** What can be made anew, so that what was known of it opens nothing any more. */
export const WEBHOOK_KEYS = ['pathSecret', 'verifyToken'] as const
export type WebhookKey = (typeof WEBHOOK_KEYS)[number]

/**
 * How VecTalk answered to the wish to be told.
 * noToken: there is no connection to ask by; noAddress: nobody has saved where we are found; notHttps: it takes no other.
 * @property said the gateway's own words for its refusal
 */
export type RegistrationOutcome =
  | { kind: 'registered'; url: string }
  | { kind: 'noToken' | 'noAddress' | 'notHttps' | 'unauthorized' | 'notFound' }
  | { kind: 'refused'; httpStatus: number; said: string }
  | { kind: 'unreachable'; why: string }
  | { kind: 'unexpected'; httpStatus: number }

/**
 * What became of a sample that was posted as the provider would.
 * elsewhere: something answered 200, but nothing came in here.
 * @property way by the address that is saved, or, while there is none, within this machine
 * @property insideMs how long it took within this machine, where the saved address did not lead here; null where neither did
 */
export type WebhookTrial =
  | { kind: 'arrived'; way: 'public' | 'inside'; ms: number }
  | { kind: 'refused'; httpStatus: number; insideMs: number | null }
  | { kind: 'redirected'; httpStatus: number; insideMs: number | null }
  | { kind: 'elsewhere'; insideMs: number | null }
  | { kind: 'unreachable'; why: string; insideMs: number | null }

/** @property unread what nobody could read, as JSON, at most UNREAD_SHOWN characters of it */
export type WebhookDeliveryView = {
  id: string
  receivedAt: string
  bytes: number
  statuses: number
  messages: number
  repeated: number
  unknown: number
  unread: string | null
}

export const UNREAD_SHOWN = 20_000

/** @property problem why the gateway's list could not be read last time, as a code */
export type ListReadingView = { readAt: string | null; nextAt: string; problem: string | null }

/** What came in of late. `reading` is null as long as the list was never read. */
export type WebhookActivity = { deliveries: WebhookDeliveryView[]; reading: ListReadingView | null }
