import type { ListMessage } from './list-message'

export const READY_LIST_IDS = ['menu', 'secondCopy', 'booking', 'nps', 'catalogue', 'attendance'] as const
export type ReadyListId = (typeof READY_LIST_IDS)[number]

/** A complete list to begin from, and the name that it is saved under. What it teaches is in the messages, `ready.tip`. */
export type ReadyList = { name: string; message: ListMessage }
