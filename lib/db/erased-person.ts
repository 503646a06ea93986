import { REMOVED_PHONE } from '@/lib/domain/removed-person'
import { Prisma } from './generated/client'

const removedIdSql = Prisma.sql`${`${REMOVED_PHONE}-`}::text || gen_random_uuid()`

/**
 * What `update recipient set` writes over all that tells who it was, row by row something else, so that two of them in one
 * Send stay two. What became of the message, and when, stays.
 */
export const erasedRecipientSql = Prisma.sql`
  phone = ${REMOVED_PHONE}, person = ${removedIdSql}, name = null, values = null,
  wa_id = null, answer = null, error_details = null, window_closes_at = null,
  -- Some gateways repeat the number in the words of their refusal.
  error_title = case when regexp_replace(error_title, '[ ().+-]', '', 'g') ~ '[0-9]{8}' then null else error_title end,
  -- The provider's id has the number in it, encoded.
  wamid = null`

/** The same for `update inbound_message set`: it stays one answer to its list, with the row that was tapped and when. */
export const erasedInboundSql = Prisma.sql`
  wamid = ${removedIdSql}, context_wamid = null, person = null, wa_id = null, profile_name = null, text = null, raw = null`
