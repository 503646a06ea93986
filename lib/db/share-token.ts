import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as they stand in a link's address. */
export const newShareToken = () => randomBytes(32).toString('base64url')

/** What is kept of a token: enough to know it again, nothing to open a link with. */
export const hashShareToken = (token: string) => createHash('sha256').update(token).digest('hex')
