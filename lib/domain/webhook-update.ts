/** One status of one message, as the provider told it. `at` is by the provider's clock. */
export type StatusUpdate = {
  readonly wamid: string
  /** sent, delivered, read, failed; or what else the provider says. */
  readonly status: string
  readonly at: Date
  readonly callbackData: string | null
  readonly waId: string | null
  readonly error: {
    readonly code: number | null
    readonly title: string | null
    readonly details: string | null
  } | null
  readonly raw: unknown
}

export const INBOUND_KINDS = ['listReply', 'text', 'other'] as const

export type InboundKind = (typeof INBOUND_KINDS)[number]

/** What a person tapped or wrote. `row` is there for a `listReply` alone, `text` for what was typed. */
export type InboundUpdate = {
  readonly wamid: string
  readonly at: Date
  readonly waId: string | null
  readonly profileName: string | null
  readonly kind: InboundKind
  /** The provider's own word for it. */
  readonly type: string
  /** The message that it answers. */
  readonly contextWamid: string | null
  readonly row: { readonly id: string; readonly title: string; readonly description: string | null } | null
  readonly text: string | null
  readonly raw: unknown
}

/** What one or more POSTs of the provider's told. `unknown` holds the parts that nobody knows how to read, as they came. */
export type WebhookUpdates = {
  readonly statuses: readonly StatusUpdate[]
  readonly messages: readonly InboundUpdate[]
  readonly unknown: readonly unknown[]
}
