import { z } from 'zod'
import type { Exchange } from './exchange'
import type { Answer, PostOutcome } from './post-outcome'

/** The answer kept beside the recipient is at most this long, in bytes. */
export const MAX_KEPT_ANSWER = 2048

const acceptanceSchema = z.object({
  contacts: z
    .array(z.object({ input: z.string().nullish(), wa_id: z.string().nullish() }))
    .nullish()
    .catch(null),
  messages: z.tuple([z.object({ id: z.string().trim().min(1).max(512) })], z.unknown()),
})

const errorBodySchema = z.object({
  error: z.object({
    code: z.int(),
    message: z.string().catch(''),
    error_user_title: z.string().nullish().catch(null),
    error_data: z
      .object({ details: z.string().nullish().catch(null) })
      .nullish()
      .catch(null),
  }),
})

/** What an exchange means for the message that it carried. */
export function readAnswer(exchanged: Exchange, token: string): PostOutcome {
  if (exchanged.kind === 'broken') {
    if (!exchanged.left) return { kind: 'notSent', why: exchanged.code }
    const { answer } = readBody(exchanged.body, token)
    return { kind: 'unknown', why: exchanged.why, httpStatus: exchanged.status, answer }
  }

  const { status, retryAfterMs, tooLong } = exchanged
  const { json, answer } = readBody(exchanged.body, token)
  const unknown = (why: 'unreadable' | 'noMessageId' | 'serverError'): PostOutcome => ({
    kind: 'unknown',
    why,
    httpStatus: status,
    answer,
  })
  const accepted = acceptanceSchema.safeParse(json)
  if (!tooLong && accepted.success && isSuccess(status)) {
    const contact = accepted.data.contacts?.[0]
    return {
      kind: 'accepted',
      wamid: accepted.data.messages[0].id,
      input: contact?.input ?? null,
      waId: contact?.wa_id ?? null,
      httpStatus: status,
      answer,
    }
  }

  const refusal = errorBodySchema.safeParse(json)
  if (!tooLong && refusal.success) {
    const { code, message, error_user_title, error_data } = refusal.data.error
    return {
      kind: 'refused',
      httpStatus: status,
      code,
      title: clip(error_user_title || message || `HTTP ${status}`),
      details: error_data?.details ? clip(error_data.details) : null,
      retryAfterMs,
      answer,
    }
  }

  if (status >= 500) return unknown('serverError')
  if (json === undefined || tooLong) return unknown('unreadable')
  // A 4xx in JSON is the gateway's own no, though not in Meta's words.
  if (status >= 400) {
    return {
      kind: 'refused',
      httpStatus: status,
      code: null,
      title: titleOf(json) ?? `HTTP ${status}`,
      details: null,
      retryAfterMs,
      answer,
    }
  }
  return unknown(isSuccess(status) ? 'noMessageId' : 'unreadable')
}

const isSuccess = (status: number) => status >= 200 && status <= 299
const clip = (text: string) => clean(text.slice(0, 500))

function titleOf(json: Answer): string | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const said = typeof json.message === 'string' ? json.message : json.error
  return typeof said === 'string' && said !== '' ? clip(said) : null
}

/** The body as JSON where it is some, and what is kept of it. Neither holds the token or what PostgreSQL can't store. */
function readBody(body: string, token: string): { json: Answer | undefined; answer: Answer } {
  const json = parse(body, token)
  if (json !== undefined && Buffer.byteLength(JSON.stringify(json)) <= MAX_KEPT_ANSWER) return { json, answer: json }
  const head = Buffer.from(hide(body, token))
    .subarray(0, MAX_KEPT_ANSWER - 3)
    .toString('utf8')
  return { json, answer: head === '' ? null : clean(head) }
}

function parse(body: string, token: string): Answer | undefined {
  try {
    const json = JSON.parse(body) as Answer
    const suspicious = /\\u(0000|d[89a-f])/i.test(body) || (isSecret(token) && JSON.stringify(json).includes(token))
    return suspicious ? cleanAll(json, token) : json
  } catch {
    return undefined
  }
}

function cleanAll(value: Answer, token: string): Answer {
  if (typeof value === 'string') return clean(hide(value, token))
  if (Array.isArray(value)) return value.map((item) => cleanAll(item, token))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [clean(hide(key, token)), cleanAll(item, token)]),
  )
}

// A real token is long; the stand-in's short one may be any word, and hides nothing.
const isSecret = (token: string) => token.length >= 8
const hide = (text: string, token: string) => (isSecret(token) ? text.replaceAll(token, '[token]') : text)
const clean = (text: string) => text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD')
