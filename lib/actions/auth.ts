'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { keepCookies } from '@/lib/auth/action-session'
import { createFirstAdmin } from '@/lib/auth/create-admin'
import { currentHeaders } from '@/lib/auth/session'
import { changePassword, signIn, signOut } from '@/lib/auth/sign-in'
import { changePasswordSchema, newAdminSchema, signInSchema } from '@/lib/domain/account'
import { fail, succeed } from '@/lib/domain/action-result'
import { START, toLocalPath } from '@/lib/domain/local-path'
import { defineAction } from './define-action'

/** Opens a session; with `next` it goes on there, without it stays where it is, as a dialog wants. */
export const signInAction = defineAction({
  name: 'signIn',
  gate: 'public',
  schema: z.object({ ...signInSchema.shape, next: z.string().optional() }),
  handler: async (_nobody, { next, ...input }) => {
    const result = await signIn(input, await currentHeaders())
    if (result.outcome === 'wrong') return fail('wrongCredentials')
    if (result.outcome === 'tooMany') return fail('tooMany', { params: { minutes: result.minutes } })
    await keepCookies(result.answered)
    if (next !== undefined) redirect(toLocalPath(next))
    return succeed(null)
  },
})

/** Makes the first administrator and signs them in; refuses for good once anybody exists. */
export const createAdminAction = defineAction({
  name: 'createAdmin',
  gate: 'public',
  schema: newAdminSchema,
  handler: async (_nobody, input) => {
    if ((await createFirstAdmin(input)) === 'exists') return fail('closed')
    const result = await signIn(input, await currentHeaders())
    if (result.outcome === 'done') await keepCookies(result.answered)
    redirect(START)
  },
})

/** Ends the session. Open to anybody: whose session is gone already only wants to leave. */
export const signOutAction = defineAction({
  name: 'signOut',
  gate: 'public',
  schema: z.object({}),
  handler: async () => {
    await keepCookies(await signOut(await currentHeaders()))
    redirect('/sign-in')
  },
})

export const changePasswordAction = defineAction({
  name: 'changePassword',
  gate: 'user',
  schema: changePasswordSchema,
  handler: async (actor, input) => {
    const result = await changePassword(actor, input, await currentHeaders())
    if (result.outcome === 'wrong') return fail('wrongPassword', { fieldErrors: { currentPassword: 'passwordWrong' } })
    if (result.outcome === 'tooMany') return fail('tooMany', { params: { minutes: result.minutes } })
    await keepCookies(result.answered)
    return succeed(null)
  },
})
