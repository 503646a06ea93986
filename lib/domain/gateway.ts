/** Where a Send goes: VecTalk for real, or the stand-in that only plays it. */
export type GatewayKind = 'sandbox' | 'vectalk'

/** What VecTalk documents; the environment or Settings may name another. `/messages` is added to it. */
export const DEFAULT_BASE_URL = 'https://apis.vectalk.com.br'

/** All that a request needs to leave. The token is a secret: it goes to lib/whatsapp and nowhere else. */
export type GatewayAddress = { baseUrl: string; token: string }

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
}
