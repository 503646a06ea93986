import { randomBytes } from 'node:crypto'

/**
 * WhatsApp's name for a number. Accounts in Brazil from before the ninth digit keep the short form: here, as the folk
 * rule has it, area codes from 31 on lose the 9 after the area code, and the others keep it.
 */
export function toWaId(digits: string): string {
  const mobile = /^55(\d\d)9(\d{8})$/.exec(digits)
  return mobile?.[1] && Number(mobile[1]) >= 31 ? `55${mobile[1]}${mobile[2]}` : digits
}

/** An outgoing message's id in the form of the real ones: the number and 18 hexadecimal digits in a small binary frame. */
export function newWamid(waId: string): string {
  const unique = randomBytes(9).toString('hex').toUpperCase()
  const frame = Buffer.concat([
    Buffer.from([0x1c, 0x18, waId.length]),
    Buffer.from(waId, 'latin1'),
    Buffer.from([0x15, 0x02, 0x00, 0x11, 0x18, unique.length]),
    Buffer.from(unique, 'latin1'),
    Buffer.from([0x00]),
  ])
  return `wamid.${frame.toString('base64')}`
}
