import type { UnknownWhy } from '@/lib/domain/unknown-why'

/**
 * What became of one POST.
 *
 * - `accepted`: the gateway named the message. It is not delivered yet.
 * - `refused`: the gateway said no in words; nothing was sent. `code` is Meta's, or null where it gave none;
 *   `retryAfterMs` is what it asked us to wait, or null where it asked for nothing. `httpStatus` is null where it was not
 *   even asked, since the message was none.
 * - `unknown`: the request may have left and nobody can say what became of it. Never send it again unasked.
 * - `notSent`: not one byte of the request left (`why` is the error's code), so it may be sent again.
 *
 * `answer` is what came back, parsed or, where it was no JSON or too long, the head of its text.
 */
export type PostOutcome =
  | { kind: 'accepted'; wamid: string; input: string | null; waId: string | null; httpStatus: number; answer: Answer }
  | {
      kind: 'refused'
      httpStatus: number | null
      code: number | null
      title: string
      details: string | null
      retryAfterMs: number | null
      answer: Answer
    }
  | { kind: 'unknown'; why: UnknownWhy; httpStatus: number | null; answer: Answer }
  | { kind: 'notSent'; why: string }

/** Any JSON value; null where nothing came. */
export type Answer = string | number | boolean | null | Answer[] | { [key: string]: Answer }
