import type { ReplyView } from './send-view'

/** Of what somebody answered, oldest first, what they are told to have answered: their last tap, else their last words. */
export const tellingReply = <Reply extends Pick<ReplyView, 'kind'>>(replies: readonly Reply[]): Reply | null =>
  replies.findLast(({ kind }) => kind === 'listReply') ?? replies.at(-1) ?? null
