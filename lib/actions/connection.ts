'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { removeToken } from '@/lib/commands/remove-token'
import { saveConnection } from '@/lib/commands/save-connection'
import { tryConnection } from '@/lib/commands/try-connection'
import { fail, succeed } from '@/lib/domain/action-result'
import { connectionSchema } from '@/lib/domain/gateway'
import { defineAction } from './define-action'

const tokenNeeded = () => fail('tokenNeeded', { fieldErrors: { token: 'tokenNeeded' } })

export const saveConnectionAction = defineAction({
  name: 'saveConnection',
  gate: 'admin',
  schema: connectionSchema,
  handler: async (actor, input) => {
    if ((await saveConnection(actor, input)) === 'tokenNeeded') return tokenNeeded()
    revalidatePath('/', 'layout')
    return succeed(null)
  },
})

export const tryConnectionAction = defineAction({
  name: 'tryConnection',
  gate: 'admin',
  schema: connectionSchema,
  handler: async (actor, input) => {
    const tried = await tryConnection(actor, input)
    return tried.kind === 'tokenNeeded' ? tokenNeeded() : succeed(tried)
  },
})

export const removeTokenAction = defineAction({
  name: 'removeToken',
  gate: 'admin',
  schema: z.object({}),
  handler: async (actor) => {
    await removeToken(actor)
    revalidatePath('/', 'layout')
    return succeed(null)
  },
})
