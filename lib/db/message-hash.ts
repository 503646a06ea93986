import { createHash } from 'node:crypto'
import type { ListMessage } from '@/lib/domain/list-message'
import { toInteractive } from '@/lib/domain/list-message-payload'

/** What two Sends of one message have in common: taken of what goes out, since jsonb keeps neither keys' order nor blanks. */
export const toMessageHash = (message: ListMessage): string =>
  createHash('sha256')
    .update(JSON.stringify(toInteractive(message)))
    .digest('hex')
