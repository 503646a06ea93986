import * as z from 'zod/mini'
import { perSecondSchema } from './pace'

export const GATEWAY_KINDS = ['sandbox', 'vectalk'] as const
/** Where a Send goes: VecTalk for real, or the stand-in that only plays it. */
export type GatewayKind = (typeof GATEWAY_KINDS)[number]

/** What VecTalk documents; the environment or Settings may name another. `/messages` is added to it. */
export const DEFAULT_BASE_URL = 'https://apis.vectalk.com.br'

/**
 * All that a request needs to leave. The token is a secret: it goes to lib/whatsapp and nowhere else.
 * @property passesCallbackData it hands our biz_opaque_callback_data back with each status, so requests carry it
 */
export type GatewayAddress = { baseUrl: string; token: string; passesCallbackData?: boolean }

/**
 * What a Send made now would use.
 * @property ready false where the address is missing: a saved token that no longer opens, or no stand-in running.
 */
export type Gateway = { kind: GatewayKind; includeRecipientType: boolean; ready: boolean }

/** Who decides a setting. The environment wins, and the page then shows it read-only. */
export type SettingSource = 'environment' | 'settings' | 'default'

/** The connection as a page may show it: never the token, only its last four characters. */
export type ConnectionView = {
  baseUrl: string
  baseUrlFrom: SettingSource
  token: { from: 'environment' | 'settings'; lastFour: string } | null
  /** The saved token was sealed under another APP_SECRET and cannot be read any more. */
  tokenUnreadable: boolean
  includeRecipientType: boolean
  /** Its gateway hands our biz_opaque_callback_data back with each status. */
  passesCallbackData: boolean
  /** The most messages a second. */
  perSecond: number
}

/** Whether this host is the very machine that asks. */
export const isLocal = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host)

/** Where a token may be sent: by https, or by plain http to this very machine. */
const baseUrlSchema = z.pipe(
  z.string().check(z.trim(), z.minLength(1, 'baseUrlRequired'), z.maxLength(500, 'baseUrlInvalid')),
  z.transform((text: string, context) => {
    const url = URL.canParse(text) ? new URL(text) : null
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
      context.issues.push({ code: 'custom', message: 'baseUrlInvalid', input: text })
    } else if (url.protocol === 'http:' && !isLocal(url.hostname)) {
      context.issues.push({ code: 'custom', message: 'baseUrlInsecure', input: text })
    }
    return text.replace(/\/+$/, '')
  }),
)

/** Whether both addresses lead to the same server by the same way. */
export const isSameHost = (a: string, b: string) =>
  URL.canParse(a) && URL.canParse(b) && new URL(a).origin === new URL(b).origin

/**
 * What Settings saves. What the environment sets may be absent, and an empty token leaves the saved one as it is.
 * Messages are keys of `forms.problems`.
 */
export const connectionSchema = z.object({
  baseUrl: z._default(baseUrlSchema, DEFAULT_BASE_URL),
  token: z._default(
    z.string().check(z.trim(), z.maxLength(4096, 'tokenInvalid'), z.regex(/^[\x21-\x7e]*$/, 'tokenInvalid')),
    '',
  ),
  includeRecipientType: z.boolean(),
  passesCallbackData: z.boolean(),
  perSecond: perSecondSchema,
})
