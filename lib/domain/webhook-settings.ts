/** Where the provider's webhooks arrive; `/<pathSecret>` follows where nothing signs them. */
export const WEBHOOK_PATH = '/api/webhooks/whatsapp'

/**
 * How the provider reaches us, as Settings shows it: never the app secret, only its last four characters.
 * @property pathSecret the part of the address that nobody can guess
 * @property verifyToken what the provider's handshake has to bring
 * @property readsList whether the gateway's list of messages is read where no webhooks come
 */
export type WebhookSettingsView = {
  pathSecret: string
  verifyToken: string
  appSecret: { from: 'environment' | 'settings'; lastFour: string } | null
  /** The app secret was sealed under another APP_SECRET and cannot be read any more. */
  appSecretUnreadable: boolean
  publicUrl: string | null
  instanceId: string | null
  registrationId: string | null
  registeredUrl: string | null
  registeredAt: string | null
  readsList: boolean
}

/** How long the figures of each POST of the provider's are kept; what it told stays where it belongs. */
export const WEBHOOK_DELIVERY_DAYS = 30
