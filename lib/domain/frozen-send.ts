import type { GatewayKind } from './gateway'
import type { ListMessage } from './list-message'

/** A Send as dispatching needs it: the message as it was frozen, and where it goes. Neither ever changes. */
export type FrozenSend = { id: string; message: ListMessage; gateway: GatewayKind; includeRecipientType: boolean }
