/**
 * Why nobody can say whether a message left: no answer in time, the connection broken, an answer that is not the
 * gateway's, an acceptance without the message's id, a 5xx that explains nothing, or our own worker stopped half-way.
 */
export const UNKNOWN_WHYS = ['timeout', 'reset', 'unreadable', 'noMessageId', 'serverError', 'workerStopped'] as const

export type UnknownWhy = (typeof UNKNOWN_WHYS)[number]
