import { APIError } from 'better-auth/api'
import type { z } from 'zod'
import type { changePasswordSchema, signInSchema } from '@/lib/domain/account'
import type { UserActor } from '@/lib/domain/actor'
import { auth } from './better-auth'
import { isSecure } from './is-secure'
import { changePasswordTries, countTry, forgiveTry, signInTries } from './rate-limit'

/** `answered` carries the cookies for the browser. */
export type SignInOutcome =
  | { outcome: 'done'; answered: Headers }
  | { outcome: 'wrong' }
  | { outcome: 'tooMany'; minutes: number }

/** Opens a session. A wrong password and an unknown e-mail give the same answer after the same work. */
export async function signIn(input: z.output<typeof signInSchema>, from: Headers): Promise<SignInOutcome> {
  const tries = signInTries(input.email, from)
  return guarded(tries, () => auth(isSecure(from)).api.signInEmail({ body: input, headers: from, returnHeaders: true }))
}

/** Changes one's own password; every other session of the person ends. */
export async function changePassword(
  actor: UserActor,
  input: z.output<typeof changePasswordSchema>,
  from: Headers,
): Promise<SignInOutcome> {
  return guarded(changePasswordTries(actor.userId), () =>
    auth(isSecure(from)).api.changePassword({
      body: { ...input, revokeOtherSessions: true },
      headers: from,
      returnHeaders: true,
    }),
  )
}

export async function signOut(from: Headers): Promise<Headers> {
  const { headers } = await auth(isSecure(from)).api.signOut({ headers: from, returnHeaders: true })
  return headers
}

const WRONG = ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_PASSWORD']

async function guarded(
  tries: Parameters<typeof countTry>[0],
  attempt: () => Promise<{ headers: Headers }>,
): Promise<SignInOutcome> {
  const minutes = await countTry(tries)
  if (minutes > 0) return { outcome: 'tooMany', minutes }
  try {
    const { headers } = await attempt()
    await forgiveTry(tries)
    return { outcome: 'done', answered: headers }
  } catch (error) {
    if (error instanceof APIError && WRONG.includes(String(error.body?.code))) return { outcome: 'wrong' }
    throw error
  }
}
